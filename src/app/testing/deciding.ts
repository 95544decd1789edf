import type { LightMyRequestResponse as Response } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { Wish } from '../../clearance/clearance.ts'
import { isTold } from '../../clearance/calling.ts'
import { clearanceDocument, overrideDocument } from '../../clearance/signing.ts'
import { day, isoOf, minute } from '../../kernel/instant.ts'
import { assign, type Someone } from './arrange.ts'
import { canary } from './canaries.ts'
import type { Clinic } from './clinic.ts'
import { giveConfirmation, hashOfDocument } from './credentials.ts'
import { dayIn } from '../../kernel/zone.ts'
import { values } from '../seed/heard.ts'
import { allWell, filedOn, type Said } from './findings.ts'

/** Takes a referral over and puts the prescriber on the team; answers the person's id. */
export async function refer(
  clinic: Clinic,
  referral: string,
  prescriber: Someone = clinic.people.prescriber,
) {
  const reply = await clinic.ask(clinic.people.coordinator, '/api/referrals', {
    body: { referral, who: 'new' },
  })
  const { personId }: { personId: string } = reply.json()
  await assign(clinic.owner, { member: prescriber, personId })
  return personId
}

export const clearanceOf = async ({ ask, people }: Clinic, personId: string) =>
  (await ask(people.prescriber, `/api/people/${personId}/clearance`)).json()

/** The clock of care, which is the database's own; the tests' machine clock is another. */
export const careNowOf = async ({ owner, practiceId }: Clinic): Promise<number> =>
  (await owner.query('select care_now($1) as at', [practiceId])).rows[0].at.getTime()

/** A blood pressure measured here a minute ago, as good as anyone's. */
export async function measureHere(clinic: Clinic, personId: string): Promise<Response> {
  const takenAt = isoOf((await careNowOf(clinic)) - minute)
  const body = { id: randomUUID(), systolicMmHg: 118, diastolicMmHg: 74, takenAt }
  return clinic.ask(clinic.people.prescriber, `/api/people/${personId}/pressures`, { body })
}

/** `on 2024-03` is a date; anything else an answer. */
export const answer = ({ ask, people }: Clinic, personId: string, said: Said): Promise<Response> =>
  ask(people.prescriber, `/api/people/${personId}/findings`, {
    body: {
      answers: Object.entries(said).map(([question, told]) => ({
        id: randomUUID(),
        question,
        answer: told.startsWith('on ') ? 'on' : told,
        on: told.startsWith('on ') ? told.slice(3) : null,
        note: told === 'cannot-be-known' ? canary('history', personId) : '',
      })),
    },
  })

/** Asks everything, measures twice, and finds nothing in the way but what `said` tells. */
export async function answerAllWell(clinic: Clinic, personId: string, said: Said = {}): Promise<Response> {
  for (let reading = 0; reading < 2; reading += 1) await measureHere(clinic, personId)
  await clinic.ask(clinic.people.prescriber, `/api/people/${personId}/measured`, {
    body: {
      on: null,
      taken: Object.entries(values).map(([measure, value]) => ({
        id: randomUUID(),
        measure,
        value,
        title: measure,
      })),
    },
  })
  const today = dayIn(await careNowOf(clinic), 'UTC')
  return answer(clinic, personId, { ...allWell, ...filedOn(today), ...said })
}

interface Found {
  readonly rule: string
  readonly because: { readonly id: string }[]
}
const seenIn = (findings: readonly Found[]) =>
  findings.map(({ rule, because }) => ({ rule, because: because.map(({ id }) => id) }))

interface Shown {
  readonly findings: readonly Found[]
  readonly careNow: number
}

/** The prescriber reads the page, proves that it is them, and signs what was shown. */
export async function decideOn(
  clinic: Clinic,
  personId: string,
  more: Partial<Wish> & { shown?: Shown; call?: object | null } = {},
): Promise<Response> {
  const { shown, call, ...wished } = more
  const { findings, careNow }: Shown = shown ?? (await clearanceOf(clinic, personId))
  const wish: Wish = {
    decision: 'clear',
    reason: canary('reason', personId),
    conditions: null,
    validUntil: careNow + 90 * day,
    acknowledged: findings.map(({ rule }: Found) => rule),
    ...wished,
  }
  const signed = { id: randomUUID(), personId, language: 'en' as const, seen: seenIn(findings) }
  const confirmationId = await confirmed(clinic, clearanceDocument(signed, wish))
  return clinic.ask(clinic.people.prescriber, `/api/people/${personId}/clearances`, {
    body: {
      ...without(signed),
      ...wish,
      validUntil: wish.validUntil && isoOf(wish.validUntil),
      call: call === undefined ? callFor(clinic, wish, careNow) : call,
      confirmationId,
    },
  })
}

/** With what clears them, none; else the one who signed calls within two days. */
const callFor = ({ people }: Clinic, { decision }: Wish, careNow: number) =>
  isTold(decision)
    ? { id: randomUUID(), memberId: people.prescriber.seatId, dueBy: isoOf(careNow + 2 * day) }
    : null

export async function overrideOn(
  clinic: Clinic,
  personId: string,
  { rule, days = 90 }: { rule: string; days?: number },
): Promise<Response> {
  const { findings, careNow } = await clearanceOf(clinic, personId)
  const expiresAt = careNow + days * day
  const words = canary('reason', personId)
  const wish = { rule, reason: words, riskAndBenefit: words, mitigation: words, expiresAt }
  const seen = seenIn(findings.filter((found: Found) => found.rule === rule))
  const signed = { id: randomUUID(), personId, language: 'en' as const, seen }
  const confirmationId = await confirmed(clinic, overrideDocument(signed, wish))
  return clinic.ask(clinic.people.prescriber, `/api/people/${personId}/overrides`, {
    body: { ...without(signed), ...wish, expiresAt: isoOf(expiresAt), confirmationId },
  })
}

const without = ({ id, language }: { id: string; language: 'en' | 'es' }) => ({ id, language })

const confirmed = ({ owner, people, clock }: Clinic, document: string): Promise<string> =>
  giveConfirmation(owner, {
    who: people.prescriber,
    documentHash: hashOfDocument(document),
    at: clock.machineNow,
  })
