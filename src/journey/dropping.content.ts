import { medicinesTaken } from '../intake/taken.ts'
import type { History } from '../intake/history.ts'
import { drugsIn } from '../rule/drug.ts'
import { table } from '../rule/rule.content.ts'

/**
 * Medicines taken, or perhaps taken, that may let the blood pressure drop on standing: alpha-blockers, by the reviewed table
 * of drugs. One that is only named, or not confirmed yet, is measured for all the same.
 */
export const droppingIn = (history: History): string[] => [
  ...new Set(
    medicinesTaken(history).flatMap(({ codings, text }) =>
      drugsIn(table.drugs, codings, text)
        .filter(({ drug }) => drug.classes.includes('alpha-blocker'))
        .map(({ drug }) => drug.ingredient),
    ),
  ),
]
