import { randomUUID } from 'node:crypto'
import { isoOf, minute } from '../../kernel/instant.ts'
import { answersTo, linesOf } from '../../journey/dayLines.ts'
import type { InCare } from './care.ts'
import type { Hand } from './hand.ts'
import type { Stage } from './stage.ts'

const givenAmount = {
  product: 'racemic',
  form: 'lozenge',
  route: 'sublingual',
  labelMg: 115.3,
  labelSalt: 'hydrochloride',
} as const

const aDay = 24 * 60

/** What the room noted, by minute since the dose. */
export interface Told {
  readonly pressures: readonly (readonly [minute: number, systolic: number, diastolic: number])[]
  readonly taps: readonly (readonly [minute: number, code: string])[]
  readonly distress: readonly (readonly [minute: number, rating: number])[]
}

/** One whole session on the given day: every gate by the one it belongs to, the dose, the hours after, the way home. */
export async function journey(
  stage: Stage,
  care: InCare,
  plan: { sessionId: string; day: number; told: Told },
): Promise<void> {
  const at = `/api/sessions/${plan.sessionId}`
  const { therapist, prescriber, monitor, coordinator } = stage.hands
  await stage.setDay(plan.day)
  await readyFor(stage, care, plan.sessionId)
  await prescriber.ask(`${at}/release`, { id: randomUUID() })
  const doseAt = await stage.careNow()
  const { orders } = await prescriber.ask<{ orders: readonly { id: string }[] }>(
    `/api/courses/${care.courseId}/orders`,
  )
  const dose = {
    id: randomUUID(),
    orderId: orders[0]?.id,
    ...givenAmount,
    identifiers: ['name', 'birth-date'],
  }
  await monitor.ask(`${at}/doses`, { ...dose, givenAt: isoOf(doseAt) })
  const moment = (after: number) => isoOf(doseAt + after * minute)
  // Each when it was due: a reading that has not come calls the one who monitors.
  for (const [after, systolicMmHg, diastolicMmHg] of plan.told.pressures) {
    await stage.setDay(plan.day + after / aDay)
    await monitor.ask(`${at}/vitals`, {
      id: randomUUID(),
      systolicMmHg,
      diastolicMmHg,
      heartRateBpm: 74,
      spo2Percent: 98,
      sedationMoaas: 5,
      takenAt: moment(after),
    })
  }
  await stage.setDay(plan.day + 130 / aDay)
  for (const [after, code] of plan.told.taps)
    await therapist.ask(`${at}/events`, { id: randomUUID(), code, occurredAt: moment(after) })
  for (const [after, rating] of plan.told.distress)
    await therapist.ask(`${at}/distress`, { id: randomUUID(), rating, ratedAt: moment(after) })
  await goHome(stage, care, plan.sessionId)
  await coordinator.ask('/api/here')
}

async function readyFor(
  { hands, careNow }: Stage,
  { own, personId }: InCare,
  sessionId: string,
): Promise<void> {
  const at = `/api/sessions/${sessionId}`
  const rideId = randomUUID()
  await hands.coordinator.ask(`${at}/ride`, { id: rideId, name: 'Jo Weiss (demo)', phone: '555-0178' })
  for (const { seatId } of [hands.therapist, hands.monitor])
    await hands.monitor.ask(`${at}/presence`, { id: randomUUID(), memberId: seatId, state: 'here' })
  await hands.monitor.ask(`${at}/presence`, {
    id: randomUUID(),
    memberId: hands.prescriber.seatId,
    state: 'reachable',
  })
  const gone = { 'medicines-gone-through': 'done', 'suicide-assessment': 'not-high' }
  const answers = Object.entries(gone).map(([question, answer]) => ({
    id: randomUUID(),
    question,
    answer,
    on: null,
    note: '',
  }))
  await hands.prescriber.ask(`/api/people/${personId}/findings`, { answers })
  await askInPerson(hands.therapist, personId, sessionId)
  const takenAt = isoOf((await careNow()) - minute)
  await hands.monitor.ask(`${at}/vitals`, {
    id: randomUUID(),
    systolicMmHg: 118,
    diastolicMmHg: 74,
    heartRateBpm: 68,
    spo2Percent: 99,
    sedationMoaas: 5,
    takenAt,
  })
  await tellTheDay(hands, at, await careNow())
  await own.ask(`${at}/asked`, { id: randomUUID(), wantsToday: true, safeHome: true, rideId })
}

/** How they are, what changed and what was taken: nothing of it. */
const nothingToTell = [...linesOf('today'), ...linesOf('changes'), ...linesOf('substances')].map((line) => ({
  line,
  answer: answersTo(line)[0],
}))

interface ReadySeen {
  readonly gates: readonly { readonly id: string; readonly state: string }[]
  readonly takenToday: readonly string[]
  readonly kit: { readonly equipment: readonly { readonly id: string }[] }
}

/** Fasted, the kit looked at, someone stays, the medicine counted; and after an earlier journey, that it was talked through. */
async function tellTheDay(hands: Stage['hands'], at: string, now: number): Promise<void> {
  const { gates, kit, takenToday } = await hands.monitor.ask<ReadySeen>(`${at}/ready`)
  const tell = (hand: Hand, told: object, where = 'told') =>
    hand.ask(`${at}/${where}`, { id: randomUUID(), told })
  await tell(hands.monitor, {
    kind: 'fasting',
    solidAt: isoOf(now - 14 * 60 * minute),
    clearAt: isoOf(now - 3 * 60 * minute),
  })
  await tell(hands.monitor, { kind: 'answers', said: nothingToTell })
  if (takenToday.length > 0)
    await tell(hands.monitor, {
      kind: 'medicines',
      taken: takenToday.map((ingredient) => ({ ingredient, last: 'not-today' })),
    })
  await tell(hands.prescriber, { kind: 'report', reportResult: 'as-expected' }, 'told/medicine')
  if (gates.some(({ id, state }) => id === 'pregnancy' && state !== 'met'))
    await tell(hands.monitor, { kind: 'pregnancy-test', testResult: 'negative' }, 'told/medicine')
  await tell(hands.monitor, { kind: 'equipment', items: kit.equipment.map(({ id }) => id) })
  await tell(hands.monitor, { kind: 'closing', untilAt: isoOf(now + 5 * 60 * minute) })
  const lot = { kind: 'count', lot: 'DEMO-7', useBy: '2099-12-31', agrees: true }
  await tell(hands.monitor, lot, 'told/medicine')
  if (gates.some(({ id, state }) => id === 'talked' && state !== 'met'))
    await tell(hands.therapist, { kind: 'talked', talked: true, wantsAnother: true })
}

const askInPerson = (therapist: Hand, personId: string, sessionId: string): Promise<unknown> =>
  therapist.ask(`/api/people/${personId}/asked`, { id: randomUUID(), sessionId, answer: 'no-thoughts' })

async function goHome({ hands }: Stage, { personId }: InCare, sessionId: string): Promise<void> {
  const at = `/api/sessions/${sessionId}/closing`
  await askInPerson(hands.therapist, personId, sessionId)
  const { criteria } = await hands.monitor.ask<{ criteria: readonly { id: string; code: string }[] }>(at)
  for (const { id } of criteria.filter(({ code }) => code === 'not-ticked'))
    await hands.monitor.ask(`${at}/checks`, { id: randomUUID(), criterion: id, met: true })
  await hands.monitor.ask(at, { id: randomUUID() })
}
