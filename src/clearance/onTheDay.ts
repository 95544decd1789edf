import type { Table } from '../rule/table.ts'
import type { Weighed } from './eligibility.ts'

/**
 * What of the findings of screening holds a dose, under a clearance that has its own last day. What was once known and has grown
 * old does, with two exceptions, which are asked for at screening alone: a score or a weight of a rule that is not of the day (its
 * row gives an age for the screening), and an answer that counts only on the day it was given, which the gates of the day ask anew.
 * What was never known, or speaks against it, holds always; so do pressures, of which a mean is taken.
 */
export const onTheDay = (table: Table, found: readonly Weighed[]): Weighed[] =>
  found.map((one) => (isOfScreeningAlone(table, one) ? { ...one, state: 'settled' } : one))

function isOfScreeningAlone(table: Table, { rule, state, questions, measures, evidence, confirm }: Weighed) {
  if (state !== 'expired' || evidence.length + confirm.length > 0) return false
  return (
    questions.every((id) => table.questions.get(id)?.valid?.unit === 'same-day') &&
    (measures.length === 0 || isTakenOnce(table, rule))
  )
}

function isTakenOnce(table: Table, id: string): boolean {
  const rule = table.byId.get(id)
  return (
    rule !== undefined &&
    !rule.scope.includes('day') &&
    rule.clauses.every((clause) => clause.kind !== 'number' || clause.mean === undefined)
  )
}
