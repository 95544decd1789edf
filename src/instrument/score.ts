import type { Answers, Condition, Instrument, Item, ItemId, Score } from './instrument.ts'
import { all, any, atLeast, not, type Kleene } from './kleene.ts'

export type Status = 'complete' | 'prorated' | 'incomplete'
export type Classified = 'met' | 'not-met' | 'indeterminate'

export interface Scored {
  readonly status: Status
  readonly answered: number
  readonly missing: readonly ItemId[]
  /** A score that could not be formed is null, and never 0. */
  readonly scores: Readonly<Record<string, number | null>>
  readonly band: string | null
  readonly classification?: Readonly<Record<string, Classified>>
  readonly flags: readonly string[]
}

export interface Unscorable {
  readonly status: 'invalid'
  readonly reason: 'out-of-range' | 'not-an-option' | 'not-a-number' | 'too-many-answers' | 'unknown-item'
  readonly scores: Readonly<Record<string, never>>
  readonly band: null
  readonly flags: readonly string[]
}

type Keyed = ReadonlyMap<ItemId, number | null>

/** Scores a response under one version of an instrument. Pure: the same in the browser, the server and the command line. */
export function score(instrument: Instrument, input: Answers): Scored | Unscorable {
  const reason = faultIn(instrument, input)
  if (reason) return { status: 'invalid', reason, scores: {}, band: null, flags: [] }
  const answers: Keyed = new Map(instrument.items.map(({ id }) => [id, answerTo(input, id)]))
  const scores = Object.fromEntries(
    instrument.scores.map((each) => [each.id, valueOf(instrument, each, answers)]),
  )
  const ask = asker(instrument, answers, scores)
  const counted = instrument.items.filter(({ uncounted }) => !uncounted)
  const missing = counted.filter(({ id }) => answers.get(id) === null).map(({ id }) => id)
  return {
    status: statusOf(instrument, scores, answers),
    answered: counted.length - missing.length,
    missing,
    scores,
    band: bandOf(instrument, scores[instrument.main] ?? null),
    ...(instrument.classification.length > 0 && { classification: classified(instrument, ask) }),
    flags: instrument.flags.filter(({ when }) => ask(when) === true).map(({ id }) => id),
  }
}

const answerTo = (input: Answers, id: ItemId): number | null =>
  ((typeof id === 'number' ? input.answers[id - 1] : input[id]) ?? null) as number | null

function faultIn(instrument: Instrument, input: Answers): Unscorable['reason'] | undefined {
  const places = instrument.items.filter(({ id }) => typeof id === 'number').length
  if (input.answers.length > places) return 'too-many-answers'
  const named = Object.keys(input).filter((name) => name !== 'answers')
  if (named.some((name) => !instrument.items.some(({ id }) => id === name))) return 'unknown-item'
  for (const { id, values } of instrument.items) {
    const answer: unknown = answerTo(input, id)
    if (answer === null || values.includes(answer as number)) continue
    if (typeof answer !== 'number' || Number.isNaN(answer)) return 'not-a-number'
    return answer < Math.min(...values) || answer > Math.max(...values) ? 'out-of-range' : 'not-an-option'
  }
  return undefined
}

const keyed = ({ values, reversed }: Item, answer: number): number =>
  reversed ? Math.min(...values) + Math.max(...values) - answer : answer

function valuesOf(instrument: Instrument, { of }: Score, answers: Keyed): (number | null)[] {
  return of.map((id) => {
    const answer = answers.get(id) ?? null
    const item = instrument.items.find((each) => each.id === id)
    return item && answer !== null ? keyed(item, answer) : null
  })
}

function valueOf(instrument: Instrument, of: Score, answers: Keyed): number | null {
  const values = valuesOf(instrument, of, answers)
  const known = values.filter((value) => value !== null)
  if (known.length === 0 || values.length - known.length > of.mayMiss) return null
  const sum = known.reduce((total, value) => total + value, 0)
  if (of.how === 'mean') return halfUp(sum, known.length, 2)
  return known.length === values.length ? sum : halfUp(sum * values.length, known.length, 0)
}

/** Half away from zero, on the fraction itself: 4.5 is 5, and no binary rounding comes between. */
export function halfUp(numerator: number, denominator: number, places: number): number {
  const scale = 10 ** places
  const size = Math.floor((Math.abs(numerator) * scale * 2 + denominator) / (2 * denominator)) / scale
  return numerator < 0 ? -size : size
}

function statusOf(instrument: Instrument, scores: Scored['scores'], answers: Keyed): Status {
  const main = instrument.scores.find(({ id }) => id === instrument.main)
  if (main?.of.every((id) => answers.get(id) !== null)) return 'complete'
  return scores[instrument.main] === null ? 'incomplete' : 'prorated'
}

const bandOf = ({ bands }: Instrument, total: number | null): string | null =>
  total === null ? null : (bands.find(({ from }) => total >= from)?.id ?? null)

type Ask = (condition: Condition) => Kleene

function classified({ classification }: Instrument, ask: Ask): Record<string, Classified> {
  const word = (answer: Kleene) => (answer === null ? 'indeterminate' : answer ? 'met' : 'not-met')
  return Object.fromEntries(classification.map((rule) => [rule, word(ask({ rule }))]))
}

function asker(instrument: Instrument, answers: Keyed, scores: Scored['scores']): Ask {
  const reached = (id: string, least: number): Kleene => {
    const value = scores[id] ?? null
    if (value !== null) return value >= least
    const of = instrument.scores.find((each) => each.id === id)
    return of ? whateverIsMissing(instrument, of, answers)(least) : null
  }
  const ask: Ask = (condition) => {
    if ('item' in condition) {
      const answer = answers.get(condition.item) ?? null
      return answer === null ? null : answer >= condition.atLeast
    }
    if ('score' in condition) return reached(condition.score, condition.atLeast)
    if ('missing' in condition) return (answers.get(condition.missing) ?? null) === null
    return combined(instrument, condition, ask)
  }
  return ask
}

type Combined = Exclude<Condition, { item: ItemId } | { score: string } | { missing: ItemId }>

function combined({ rules }: Instrument, condition: Combined, ask: Ask): Kleene {
  if ('rule' in condition) {
    const rule = rules[condition.rule]
    return rule ? ask(rule) : null
  }
  if ('not' in condition) return not(ask(condition.not))
  if ('all' in condition) return all(condition.all.map(ask))
  if ('any' in condition) return any(condition.any.map(ask))
  if ('count' in condition) return atLeast(condition.count.map(ask), condition.atLeast)
  return condition.indeterminate.some((each) => ask(each) === null)
}

/** A sum that lacks answers is still sure to reach a mark that the given ones reach, or sure to miss one that none could. */
function whateverIsMissing(instrument: Instrument, of: Score, answers: Keyed): (least: number) => Kleene {
  const values = valuesOf(instrument, of, answers)
  const ends = (end: (...values: number[]) => number) =>
    of.of.reduce<number>((total, id, place) => {
      const possible = instrument.items.find((item) => item.id === id)?.values ?? [0]
      return total + (values[place] ?? end(...possible))
    }, 0)
  const share = of.how === 'mean' ? of.of.length : 1
  return (least) => (ends(Math.min) / share >= least ? true : ends(Math.max) / share < least ? false : null)
}
