import type { LightMyRequestResponse as Response } from 'fastify'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { nothingChosen, shownText, type Choices, type ConsentDocument } from '../../consent/document.ts'
import { isoOf } from '../../kernel/instant.ts'
import { digest } from '../../platform/crypto/digest.ts'
import { addCourse, addPerson, assign, type Someone } from './arrange.ts'
import { canary } from './canaries.ts'
import type { Clinic } from './clinic.ts'
import { giveConfirmation } from './credentials.ts'

const documentIn = (language: string): ConsentDocument =>
  JSON.parse(
    readFileSync(new URL(`../../../content/consent/kap-consent.${language}.json`, import.meta.url), 'utf8'),
  )
export const documents = { en: documentIn('en'), es: documentIn('es') }

/** A hand if they reach for it, from the therapist alone; a blanket over the legs, from anyone who asks first. */
export const choices: Choices = {
  ...nothingChosen,
  touch: {
    hand: { answer: 'if-i-reach', who: 'therapist', where: ['left-hand', 'right-hand'] },
    shoulder: { answer: 'no', who: 'therapist', where: [] },
    blanket: { answer: 'ask-each-time', who: 'team', where: ['legs'] },
  },
}

const medicine = { product: 'racemic', form: 'lozenge', route: 'sublingual', salt: 'base' }

interface Plan {
  /** Signs without having said the main points. */
  readonly untaught?: true
  readonly openingId?: string
  readonly language?: 'en' | 'es'
  readonly secondsReading?: number
  readonly choices?: Choices
  /** What is sent otherwise than it was confirmed. */
  readonly more?: object
}

/** What a client and their team do with the agreement, through the real server. */
export function consenting({ owner, practiceId, people, ask, clock }: Clinic) {
  const at = (client: Someone, path = '') => `/api/people/${client.seatId}/agreement${path}`

  /** A client with a therapist, a prescriber and a monitor. */
  async function someone(): Promise<Someone> {
    const client = await addPerson(owner, practiceId)
    for (const member of [people.therapist, people.prescriber, people.monitor])
      await assign(owner, { member, personId: client.seatId })
    return client
  }

  const state = async (client: Someone, who = people.therapist) => (await ask(who, at(client))).json()

  async function open(client: Someone, language: 'en' | 'es' = 'en'): Promise<string> {
    const id = randomUUID()
    await ask(client, at(client, '/openings'), { body: { id, language } })
    return id
  }

  const tell = (client: Someone, more: object = {}, who = client) =>
    ask(who, at(client, '/answers'), {
      body: {
        id: randomUUID(),
        question: 'what',
        documentVersion: documents.en.version,
        words: canary('history', client.seatId),
        unsure: false,
        ...more,
      },
    })

  /** Says every main point. */
  async function teach(client: Someone): Promise<void> {
    for (const { id: question } of documents.en.teachBack) await tell(client, { question })
  }

  /** Reads for a while, confirms that it is them, and signs. */
  async function sign(client: Someone, plan: Plan = {}): Promise<Response> {
    const { language = 'en', secondsReading = 120, more = {}, choices: chosen = choices } = plan
    if (!plan.untaught) await teach(client)
    const openingId = plan.openingId ?? (await open(client, language))
    clock.machineNow += secondsReading * 1000
    const document = documents[language]
    const printedName = 'Test Prueba'
    const shown = shownText({ document, choices: chosen, printedName, personId: client.seatId })
    const documentHash = digest(shown).toString('hex')
    const confirmationId = await giveConfirmation(owner, { who: client, documentHash, at: clock.machineNow })
    const named = { choices: chosen, printedName, documentVersion: document.version }
    const body = { id: randomUUID(), openingId, language, ...named, documentHash, confirmationId, ...more }
    return ask(client, at(client, '/signatures'), { body })
  }

  const withdraw = (client: Someone, part = 'all', who = client) =>
    ask(who, at(client, '/withdrawals'), { body: { id: randomUUID(), part } })

  const dosed = dosing(owner, practiceId, people.prescriber.seatId)
  return { at, someone, state, open, tell, teach, sign, withdraw, dosed }
}

/** A dose given, and a discharge, so long ago by the clock of care. */
const dosing =
  (owner: Clinic['owner'], practiceId: string, givenBy: string) =>
  async (client: Someone, doseAgo: number, dischargeAgo?: number) => {
    const { courseId, sessionId } = await addCourse(owner, practiceId, client.seatId)
    const { rows } = await owner.query('select care_now($1) as at', [practiceId])
    const careNow: number = rows[0].at.getTime()
    const here = [practiceId, client.seatId, courseId, sessionId, givenBy]
    await owner.query(
      `insert into dose (practice_id, person_id, course_id, session_id, given_by, recorded_by, id, product, form, route,
       label_mg, label_salt, base_mg, given_at, deviation, because)
     values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, 100, $10, 100, $11, true, '{test}')`,
      [
        ...here,
        randomUUID(),
        medicine.product,
        medicine.form,
        medicine.route,
        medicine.salt,
        isoOf(careNow - doseAgo),
      ],
    )
    if (dischargeAgo !== undefined)
      await owner.query(
        `insert into discharge (practice_id, person_id, course_id, session_id, discharged_by, id, criteria, discharged_at)
       values ($1, $2, $3, $4, $5, $6, '[]', $7)`,
        [...here, randomUUID(), isoOf(careNow - dischargeAgo)],
      )
    return { careNow, courseId, sessionId }
  }
