import type { History } from '../intake/history.ts'
import { medicinesTaken } from '../intake/taken.ts'
import { drugsIn } from '../rule/drug.ts'
import { table } from '../rule/rule.content.ts'
import type { Taken } from '../rule/rule.ts'
import type { DayRules } from './dayRules.ts'
import { dayRulesOf } from './dayRules.ts'

export const dayRules: DayRules = dayRulesOf(table)

/** Classes of which a dose on the same day weighs more than one of another day (IX-02, IX-03, IX-20). */
const classes = new Set(
  table.rules
    .flatMap(({ clauses }) => clauses as readonly { readonly kind: string }[])
    .flatMap((clause) => (isOfToday(clause) ? clause.classes : [])),
)

function isOfToday(clause: { readonly kind: string }): clause is Taken {
  return clause.kind === 'medicine' && (clause as Taken).takenToday === true
}

/** Medicines taken, or perhaps taken, of which is asked when the last dose was. One that is not confirmed yet is asked about all the same. */
export const takenTodayIn = (history: History): string[] => [
  ...new Set(
    medicinesTaken(history).flatMap(({ codings, text }) =>
      drugsIn(table.drugs, codings, text)
        .filter(({ drug }) => drug.classes.some((one) => classes.has(one)))
        .map(({ drug }) => drug.ingredient),
    ),
  ),
]
