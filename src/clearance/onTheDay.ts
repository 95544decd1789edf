import type { Clause } from '../rule/rule.ts'
import type { Table } from '../rule/table.ts'
import type { Weighed } from './eligibility.ts'

/**
 * What of the findings of screening holds a dose, under a clearance that has its own last day. What was once known and has grown
 * old does, with two exceptions, which are asked for at screening alone: a score or a weight of a rule that is not of the day (its
 * row gives an age for the screening), and an answer that counts only on the day it was given, which the gates of the day ask anew:
 * a negative pregnancy test is one of these.
 * What was never known, or speaks against it, holds always; so do pressures, of which a mean is taken.
 */
export const onTheDay = (table: Table, found: readonly Weighed[]): Weighed[] =>
  found.map((one) => (isOfScreeningAlone(table, one) ? { ...one, state: 'settled' } : one))

function isOfScreeningAlone(
  table: Table,
  { rule, state, because, questions, measures, evidence, confirm }: Weighed,
) {
  if (state !== 'expired' || evidence.length + confirm.length > 0) return false
  const isTested = (id: string) =>
    because.some(({ question, text }) => question === id && testedOnTheDay(table, id).includes(text))
  return (
    questions.every((id) => table.questions.get(id)?.valid?.unit === 'same-day' || isTested(id)) &&
    (measures.length === 0 || isTakenOnce(table, rule))
  )
}

/** Answers that stand for evidence which is asked for on the day alone. */
const testedOnTheDay = (table: Table, question: string): readonly string[] =>
  table.rules
    .filter(({ scope }) => scope.every((one) => one === 'day'))
    .flatMap(({ clauses }) => clauses as readonly Clause[])
    .flatMap((clause) =>
      clause.kind === 'evidence' && clause.told?.question === question ? clause.told.answers : [],
    )

function isTakenOnce(table: Table, id: string): boolean {
  const rule = table.byId.get(id)
  return (
    rule !== undefined &&
    !rule.scope.includes('day') &&
    rule.clauses.every((clause) => clause.kind !== 'number' || clause.mean === undefined)
  )
}
