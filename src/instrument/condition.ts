import type { Keyed } from './given.ts'
import type { Condition, Instrument, ItemId } from './instrument.ts'
import { all, any, atLeast, not, type Kleene } from './kleene.ts'

export type Ask = (condition: Condition) => Kleene

/** What conditions are asked about. */
export interface Known {
  readonly answers: Keyed
  /** Left out, and rightly. */
  readonly skipped: ReadonlySet<ItemId>
  /** Does this score reach the mark? */
  readonly reaches: (score: string, least: number) => Kleene
  /** What a practice's own form says by a path. */
  readonly says?: ((path: string) => Kleene) | undefined
}

type Kind = Condition extends infer Each ? (Each extends object ? keyof Each : never) : never
type Of<Name extends Kind> = Extract<Condition, Readonly<Record<Name, unknown>>>

/** Answers conditions about what was given. */
export function asker({ rules }: Pick<Instrument, 'rules'>, known: Known): Ask {
  const answer = (id: ItemId) => known.answers.get(id) ?? null
  const reached = (id: ItemId, least: number): Kleene => {
    const value = answer(id)
    return value === null ? null : value >= least
  }
  const ask: Ask = (condition) => {
    if ('items' in condition) {
      const { items, times } = condition
      return atLeast(
        items.map((id) => reached(id, condition.atLeast)),
        times,
      )
    }
    if ('item' in condition) return reached(condition.item, condition.atLeast)
    if ('score' in condition) return known.reaches(condition.score, condition.atLeast)
    if ('missing' in condition) return answer(condition.missing) === null
    if ('skipped' in condition) return known.skipped.has(condition.skipped)
    if ('path' in condition) return known.says?.(condition.path) ?? null
    return combined(rules, condition, ask)
  }
  return ask
}

type Combined =
  | Of<'rule'>
  | Of<'not'>
  | Of<'all'>
  | Of<'any'>
  | Of<'count'>
  | Of<'indeterminate'>
  | Of<'sure'>

function combined(rules: Instrument['rules'], condition: Combined, ask: Ask): Kleene {
  if ('rule' in condition) {
    const rule = rules[condition.rule]
    return rule ? ask(rule) : null
  }
  if ('not' in condition) return not(ask(condition.not))
  if ('all' in condition) return all(condition.all.map(ask))
  if ('any' in condition) return any(condition.any.map(ask))
  if ('count' in condition) return atLeast(condition.count.map(ask), condition.atLeast)
  if ('sure' in condition) return ask(condition.sure) === true
  return condition.indeterminate.some((each) => ask(each) === null)
}
