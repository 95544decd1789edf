import type { Ask } from './condition.ts'
import { halfUp, sumOf } from './exact.ts'
import { reachOf, type Keyed } from './given.ts'
import type { Condition, Counting, Instrument, Item, ItemId, Score } from './instrument.ts'

export type Scores = Readonly<Record<string, number | null>>

type OfItems = Extract<Counting, { readonly of: unknown }>

export interface Counted {
  readonly answers: Keyed
  readonly ask: Ask
  readonly scores: Map<string, number | null>
}

/** One score; those that it stands on come before it. */
export function valueOf(
  instrument: Instrument,
  score: Score,
  { answers, ask, scores }: Counted,
): number | null {
  if ('needs' in score && score.needs?.some((id) => isOpen(instrument, answers, id))) return null
  if ('of' in score) return ofItems(instrument, score, answers)
  if ('parts' in score) return ofParts(score.parts.map((id) => scores.get(id) ?? null))
  if (score.how === 'answered') return score.among.filter((id) => isGiven(answers, id)).length
  if (score.how === 'choice') return score.cases.find(({ when }) => ask(when) === true)?.is ?? score.otherwise
  return met(
    score.rules.map((rule): Condition => ({ rule })),
    score.end,
    ask,
  )
}

/** Neither this nor what may be answered instead of it. */
export function isOpen({ items }: Instrument, answers: Keyed, id: ItemId): boolean {
  const instead = items.find((item) => item.id === id)?.insteadOf
  return !isGiven(answers, id) && (instead === undefined || !isGiven(answers, instead))
}

const isGiven = (answers: Keyed, id: ItemId): boolean => (answers.get(id) ?? null) !== null

function ofItems(instrument: Instrument, score: OfItems, answers: Keyed): number | null {
  const known = score.of.flatMap((id) => answers.get(id) ?? [])
  if (score.of.length - known.length > score.mayMiss) return null
  if (score.how === 'highest') return Math.max(...known)
  const { numerator, denominator } = sumOf(known)
  if (score.how === 'mean') return halfUp(numerator, denominator * known.length, 2)
  if (score.how === 'percent')
    return halfUp(numerator * 100, denominator * mostOf(instrument, score, answers), 2)
  if (known.length === score.of.length) return halfUp(numerator, denominator, 2)
  return halfUp(numerator * score.of.length, denominator * known.length, 0)
}

const mostOf = ({ items }: Instrument, { of }: OfItems, answers: Keyed): number =>
  items
    .filter(({ id }) => of.includes(id) && isGiven(answers, id))
    .reduce((sum, item) => sum + reachOf(item).max, 0)

function ofParts(parts: readonly (number | null)[]): number | null {
  const known = parts.filter((part) => part !== null)
  return known.length < parts.length ? null : known.reduce((sum, part) => sum + part, 0)
}

type End = Extract<Counting, { readonly how: 'met' }>['end']

function met(rules: readonly Condition[], end: End, ask: Ask): number | null {
  const answers = rules.map(ask)
  const [sure, open] = [true, null].map((each) => answers.filter((answer) => answer === each).length)
  if (end === 'at-least') return sure!
  if (end === 'at-most') return sure! + open!
  return open === 0 ? sure! : null
}

/** The least and the most that a score can be; of a sum that lacks some, given the answers there are. */
export function rangeOf(
  instrument: Instrument,
  score: Score,
  given: Keyed = new Map(),
): { readonly min: number; readonly max: number } {
  if ('parts' in score)
    return together(partsOf(instrument, score.parts).map((part) => rangeOf(instrument, part, given)))
  if ('among' in score) return { min: 1, max: score.among.length }
  if ('rules' in score) return { min: 0, max: score.rules.length }
  if (score.how === 'choice') return within([score.otherwise, ...score.cases.map(({ is }) => is)])
  if (score.how === 'percent') return { min: 0, max: 100 }
  const ends = score.of.map((id) => endsOf(instrument, id, given))
  if (score.how === 'highest')
    return { min: Math.max(...ends.map(({ min }) => min)), max: Math.max(...ends.map(({ max }) => max)) }
  const share = score.how === 'mean' ? ends.length : 1
  const { min, max } = together(ends)
  return { min: min / share, max: max / share }
}

const partsOf = ({ scores }: Instrument, parts: readonly string[]): Score[] =>
  scores.filter(({ id }) => parts.includes(id))

const together = (ends: readonly { readonly min: number; readonly max: number }[]) => ({
  min: ends.reduce((sum, { min }) => sum + min, 0),
  max: ends.reduce((sum, { max }) => sum + max, 0),
})

const within = (values: readonly number[]) => ({ min: Math.min(...values), max: Math.max(...values) })

function endsOf({ items }: Instrument, id: ItemId, given: Keyed) {
  const value = given.get(id) ?? null
  if (value !== null) return { min: value, max: value }
  const item = items.find((each) => each.id === id)
  return item ? reachOfCounted(item) : { min: 0, max: 1 }
}

/** What is rightly left out may count as something that is no answer. */
function reachOfCounted(item: Item) {
  const { min, max } = reachOf(item)
  return { min: Math.min(min, item.otherwise ?? min), max: Math.max(max, item.otherwise ?? max) }
}
