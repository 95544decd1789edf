import type { Instant } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'
import type { DayTold } from './dayTold.ts'
import { linesOf, type DayLine, type LineGate } from './dayLines.ts'
import type { DayWeight } from './dayRules.ts'
import { proceeds } from './decided.ts'
import type { GateFacts } from './gateFacts.ts'
import { met, stop, waiting, type Because, type Found } from './gate.ts'

const atHand = ['monitor', 'prescriber', 'therapist'] as const

/** What is looked at here: nothing that was ordered, decided or said elsewhere. */
export type OfTheDay = Pick<GateFacts, 'told' | 'decisions' | 'timeZone' | 'dayRules'>

/** One question, and the newest that was said to it today. */
export interface Heard {
  readonly line: DayLine
  readonly answer: string
  readonly weight: DayWeight
  readonly toldAt: Instant
  readonly byName: string
}

type Answers = Extract<DayTold, { kind: 'answers' }>

/** `answer_today` says the same in SQL. */
export function heardToday({ told, timeZone, dayRules }: OfTheDay, line: DayLine, at: Instant): Heard[] {
  const newest = told.findLast(
    (one): one is Answers =>
      one.kind === 'answers' &&
      one.answers[line] !== undefined &&
      one.toldAt <= at &&
      dayIn(one.toldAt, timeZone) === dayIn(at, timeZone),
  )
  const answer = newest?.answers[line]
  if (!newest || answer === undefined) return []
  const weight = dayRules.weights[line][answer] ?? 'hold'
  return [{ line, answer, weight, toldAt: newest.toldAt, byName: newest.byName }]
}

/** What was said of one group of questions today, by what it weighs. */
interface Sorted {
  readonly heard: readonly Heard[]
  readonly unasked: readonly DayLine[]
  readonly of: (...weights: DayWeight[]) => Heard[]
}

function sorted(facts: OfTheDay, gate: LineGate, at: Instant): Sorted {
  const lines = linesOf(gate)
  const heard = lines.flatMap((line) => heardToday(facts, line, at))
  return {
    heard,
    unasked: lines.filter((line) => !heard.some((one) => one.line === line)),
    of: (...weights) => heard.filter(({ weight }) => weights.includes(weight)),
  }
}

const newestOf = (heard: readonly Heard[]) => heard.toSorted((a, b) => a.toldAt - b.toldAt).at(-1)

/** Who said it last, when, and about what. */
function about(heard: readonly Heard[]): Omit<Because, 'code'> {
  const newest = newestOf(heard)
  return { at: newest?.toldAt, name: newest?.byName, items: heard.map(({ line }) => line) }
}

/** Warning signs, an infection, the bladder, and whether the client can decide freely: today (EL-M09, EL-U02, EL-B04, MO-SX). */
export function todayGate(facts: OfTheDay, at: Instant): Found {
  const { heard, unasked, of } = sorted(facts, 'today', at)
  const [against, unsaid, weighed] = [of('block'), of('hold'), of('override')]
  if (against.length > 0) return stop({ code: 'today-against', ...about(against) }, 'nobody')
  if (unasked.length > 0) return waiting({ code: 'today-not-asked', items: unasked }, ...atHand)
  if (unsaid.length > 0) return waiting({ code: 'today-unsaid', ...about(unsaid) }, ...atHand)
  return weighed.length > 0
    ? byDecision(facts, { gate: 'today', weighed }, at)
    : met({ code: 'today-well', ...about(heard) }, ...atHand)
}

/** What was taken: intoxicated, in withdrawal or alcohol today is not today; what is less waits for a written decision (EL-S05). */
export function substancesGate(facts: OfTheDay, at: Instant): Found {
  const { heard, unasked, of } = sorted(facts, 'substances', at)
  const [against, unsaid, weighed] = [of('block'), of('hold'), of('override')]
  if (against.length > 0) return stop({ code: 'substances-not-today', ...about(against) }, 'nobody')
  if (unasked.length > 0) return waiting({ code: 'substances-not-asked', items: unasked }, ...atHand)
  if (unsaid.length > 0) return waiting({ code: 'substances-unsaid', ...about(unsaid) }, ...atHand)
  if (weighed.length > 0) return byDecision(facts, { gate: 'substances', weighed }, at)
  const noted = of('caution')
  return noted.length > 0
    ? met({ code: 'substances-noted', ...about(noted) }, ...atHand)
    : met({ code: 'substances-none', ...about(heard) }, ...atHand)
}

/** A prescriber may go on in spite of it, in writing, having seen the newest of it. */
function byDecision(
  facts: OfTheDay,
  { gate, weighed }: { readonly gate: 'today' | 'substances'; readonly weighed: readonly Heard[] },
  at: Instant,
): Found {
  const since = newestOf(weighed)?.toldAt ?? at
  return proceeds(facts, { gate, since }, at) === 'for'
    ? met({ code: `${gate}-decided`, ...about(weighed) }, 'prescriber')
    : stop({ code: `${gate}-weighs`, ...about(weighed) }, 'prescriber')
}

/**
 * What changed since the last visit: "nothing" is said by someone, line by line. What changed, or is not said, a prescriber goes
 * through, and says what it means for today (clinical.md 3.5 #6).
 */
export function changesGate(facts: OfTheDay, at: Instant): Found {
  const { heard, unasked, of } = sorted(facts, 'changes', at)
  if (unasked.length > 0) return waiting({ code: 'changes-not-asked', items: unasked }, ...atHand)
  const changed = of('review', 'override', 'hold', 'block')
  if (changed.length === 0) return met({ code: 'changes-none', ...about(heard) }, ...atHand)
  const since = newestOf(changed)?.toldAt ?? at
  const { told, timeZone } = facts
  const gone = told.findLast(
    (one) =>
      one.kind === 'reviewed' &&
      one.toldAt >= since &&
      one.toldAt <= at &&
      dayIn(one.toldAt, timeZone) === dayIn(at, timeZone) &&
      one.roles.includes('prescriber'),
  )
  return gone?.kind === 'reviewed'
    ? met(
        {
          code: 'changes-reviewed',
          ...about(changed),
          at: gone.toldAt,
          name: gone.byName,
          words: gone.review,
        },
        'prescriber',
      )
    : stop({ code: 'changes-some', ...about(changed) }, 'prescriber')
}
