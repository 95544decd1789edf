import { can } from '../access/policy.ts'
import { lastMedicineOf } from '../consent/medicine.queries.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import * as commands from './preparation.commands.ts'
import * as contract from './preparation.contract.ts'
import { preparationOf } from './preparation.queries.ts'
import { ratingsDue } from './preparation.ts'

export function preparationRoutes(shell: Shell): void {
  serve(shell, contract.readPreparation, async (tx, { courseId }, { personId, relation, careNow }) => {
    const prepared = await preparationOf(tx, courseId)
    const lastDoseAt = personId === null ? null : (await lastMedicineOf(tx, personId)).lastDoseAt
    const due = ratingsDue(prepared.beliefs, lastDoseAt, careNow)
    return {
      ...prepared,
      rateAgain: due?.beliefs.map(({ id }) => id) ?? [],
      can: { write: can(tx.actor.roles, 'preparation.write', relation) },
    }
  })
  serve(shell, contract.tellIntention, commands.tellIntention)
  serve(shell, contract.tellBelief, commands.tellBelief)
  serve(shell, contract.rateBelief, commands.rateBelief)
  serve(shell, contract.tellComfort, commands.tellComfort)
  serve(shell, contract.agreeStopSignal, commands.agreeStopSignal)
  serve(shell, contract.chooseReaders, commands.chooseReaders)
}
