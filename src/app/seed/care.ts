import { createHash, randomUUID } from 'node:crypto'
import { clearanceDocument } from '../../clearance/signing.ts'
import { nothingChosen, shownText, type Choices, type ConsentDocument } from '../../consent/document.ts'
import { day, isoOf, minute, type Instant } from '../../kernel/instant.ts'
import { dayIn } from '../../kernel/zone.ts'
import { orderText } from '../../medication/document.ts'
import type { Hand } from './hand.ts'
import { heard, onFile, values } from './heard.ts'
import type { InventedClient } from './people.ts'
import { referralOf } from './referral.ts'
import type { Stage } from './stage.ts'

/** One invented client on the way, with their own hand. */
export interface InCare {
  readonly client: InventedClient
  readonly personId: string
  readonly own: Hand
  readonly courseId: string
}

/** The coordinator takes the referral over, puts the team together, and begins a course; the client can sign in. */
export async function takeIn(stage: Stage, client: InventedClient): Promise<InCare> {
  const { coordinator, therapist, prescriber, monitor } = stage.hands
  const { personId } = await coordinator.ask<{ personId: string }>('/api/referrals', {
    referral: referralOf(client),
  })
  for (const { seatId } of [therapist, prescriber, monitor])
    await coordinator.ask(`/api/people/${personId}/team`, { id: randomUUID(), memberId: seatId })
  const own = await stage.welcome(personId, client)
  const courseId = randomUUID()
  await therapist.ask(`/api/people/${personId}/courses`, {
    id: courseId,
    protocolId: 'sublingual',
    protocolVersion: '2',
  })
  return { client, personId, own, courseId }
}

/** Nine answers, each 0 to 3. */
export const answerQuestions = (
  { own, personId, client }: InCare,
  answers: readonly number[],
): Promise<unknown> =>
  own.ask(`/api/people/${personId}/answers`, {
    id: randomUUID(),
    instrumentId: 'phq-9',
    language: client.language,
    answers: { answers },
    withheld: {},
  })

/** Whatever an answer raised is seen by its owner, talked through, and closed with what was said. */
export async function lookAt(stage: Stage, { personId }: InCare, note: string): Promise<void> {
  const { therapist } = stage.hands
  const { tasks } = await therapist.ask<{ tasks: readonly { id: string; personId: string }[] }>('/api/tasks')
  for (const task of tasks.filter((one) => one.personId === personId)) {
    const at = `/api/people/${personId}/tasks/${task.id}`
    await therapist.ask(`${at}/seen`, { id: randomUUID() })
    await therapist.ask(`${at}/done`, { id: randomUUID(), note })
  }
}

interface Findings {
  readonly careNow: Instant
  readonly findings: readonly {
    readonly rule: string
    readonly because: readonly { readonly id: string }[]
  }[]
}

export interface Judged {
  readonly reason: string
  /** What was seen when the medicines were gone through together. */
  readonly medicines: string
}

/** Weight, scores and oxygen, taken now. */
const measure = (prescriber: Hand, at: string): Promise<unknown> =>
  prescriber.ask(`${at}/measured`, {
    on: null,
    taken: Object.entries(values).map(([name, value]) => ({
      id: randomUUID(),
      measure: name,
      value,
      title: name,
    })),
  })

/** Every question of screening, and what has to be on file. */
async function askAll(stage: Stage, at: string, medicines: string): Promise<void> {
  const { prescriber } = stage.hands
  await measure(prescriber, at)
  const today = dayIn(await stage.careNow(), 'UTC')
  const answers = [
    ...Object.entries(heard).map(([question, answer]) => ({
      id: randomUUID(),
      question,
      answer,
      on: null,
      note: question === 'medicines-gone-through' ? medicines : '',
    })),
    ...onFile.map((question) => ({ id: randomUUID(), question, answer: 'on', on: today, note: '' })),
  ]
  await prescriber.ask(`${at}/findings`, { answers })
}

/** Confirms what came, measures twice, asks everything, and decides in writing. */
export async function clear(
  stage: Stage,
  { personId }: InCare,
  { reason, medicines }: Judged,
): Promise<void> {
  const { prescriber } = stage.hands
  const at = `/api/people/${personId}`
  const { items } = await prescriber.ask<{ items: readonly { id: string }[] }>(`${at}/history`)
  const statements = items.map(({ id }) => ({
    id: randomUUID(),
    itemId: id,
    answer: 'confirmed',
    on: null,
    note: '',
  }))
  await prescriber.ask(`${at}/history/confirmations`, { statements })
  for (const [ago, systolicMmHg] of [
    [9, 122],
    [2, 118],
  ] as const) {
    const takenAt = isoOf((await stage.careNow()) - ago * minute)
    await prescriber.ask(`${at}/pressures`, { id: randomUUID(), systolicMmHg, diastolicMmHg: 76, takenAt })
  }
  await askAll(stage, at, medicines)
  const { findings, careNow } = await prescriber.ask<Findings>(`${at}/clearance`)
  const wish = {
    decision: 'clear',
    reason,
    conditions: null,
    validUntil: careNow + 90 * day,
    acknowledged: findings.map(({ rule }) => rule),
  } as const
  const seen = findings.map(({ rule, because }) => ({ rule, because: because.map(({ id }) => id) }))
  const signed = { id: randomUUID(), personId, language: 'en', seen } as const
  const confirmationId = await prescriber.sign(clearanceDocument(signed, wish))
  await prescriber.ask(`${at}/clearances`, {
    id: signed.id,
    language: 'en',
    ...wish,
    validUntil: isoOf(wish.validUntil),
    call: null,
    confirmationId,
  })
}

/** What each question of the consent was answered with, by its key. */
export type TaughtBack = Readonly<Record<string, string>>

/** Reads every screen of the consent for a while, says the main points in their own words, and signs. */
export async function agree(
  stage: Stage,
  { own, personId, client }: InCare,
  said: TaughtBack,
): Promise<void> {
  const at = `/api/people/${personId}/agreement`
  const { language } = client
  const openingId = randomUUID()
  await own.ask(`${at}/openings`, { id: openingId, language })
  stage.clock.now += 4 * minute
  const { documents } = await own.ask<{ documents: Record<'en' | 'es', ConsentDocument> }>(at)
  const document = documents[language]
  for (const { id: question } of document.teachBack) {
    const answer = { question, documentVersion: document.version, words: said[question], unsure: false }
    await own.ask(`${at}/answers`, { id: randomUUID(), ...answer })
  }
  const choices: Choices = {
    ...nothingChosen,
    touch: {
      ...nothingChosen.touch,
      hand: { answer: 'if-i-reach', who: 'therapist', where: ['left-hand', 'right-hand'] },
      blanket: { answer: 'ask-each-time', who: 'team', where: ['legs', 'body'] },
    },
  }
  const printedName = `${client.givenName} ${client.familyName}`
  const confirmed = shownText({ document, choices, printedName, personId })
  const confirmationId = await own.sign(confirmed)
  await own.ask(`${at}/signatures`, {
    id: randomUUID(),
    openingId,
    language,
    documentVersion: document.version,
    choices,
    printedName,
    documentHash: createHash('sha256').update(confirmed).digest('hex'),
    confirmationId,
  })
}

/** The prescriber's own order, as it stands on the label. The demo's figures are invented and advise nobody. */
export async function order(stage: Stage, { courseId }: InCare): Promise<void> {
  const { prescriber } = stage.hands
  const written = {
    product: 'racemic',
    form: 'lozenge',
    route: 'sublingual',
    labelMg: 115.3,
    labelSalt: 'hydrochloride',
    weightKg: 80,
    overMinutes: null,
    doses: 6,
    rangeReason: null,
    supersedes: null,
  } as const
  const validUntil = (await stage.careNow()) + 60 * day
  const confirmationId = await prescriber.sign(orderText(courseId, { ...written, validUntil }))
  await prescriber.ask(`/api/courses/${courseId}/orders`, {
    id: randomUUID(),
    ...written,
    validUntil: isoOf(validUntil),
    confirmationId,
  })
}

export interface Preparation {
  readonly intention: string
  readonly belief: string
  readonly rating: number
  readonly helps: string
  readonly hinders: string
  readonly word: string
  readonly gesture: string
}

export async function prepare({ own, courseId }: InCare, said: Preparation): Promise<{ beliefId: string }> {
  const at = `/api/courses/${courseId}`
  const beliefId = randomUUID()
  await own.ask(`${at}/intentions`, { id: randomUUID(), words: said.intention })
  await own.ask(`${at}/beliefs`, {
    id: beliefId,
    ratingId: randomUUID(),
    words: said.belief,
    rating: said.rating,
  })
  await own.ask(`${at}/comforts`, { id: randomUUID(), helps: said.helps, hinders: said.hinders })
  await own.ask(`${at}/stop-signal`, { id: randomUUID(), word: said.word, gesture: said.gesture })
  return { beliefId }
}

export const rateAgain = ({ own, courseId }: InCare, beliefId: string, rating: number): Promise<unknown> =>
  own.ask(`/api/courses/${courseId}/beliefs/${beliefId}/ratings`, { id: randomUUID(), rating })

export async function planSession(stage: Stage, { courseId }: InCare, plannedAt: Instant): Promise<string> {
  const id = randomUUID()
  await stage.hands.coordinator.ask(`/api/courses/${courseId}/sessions`, {
    id,
    plannedAt: isoOf(plannedAt),
    room: 'Garden room',
  })
  return id
}
