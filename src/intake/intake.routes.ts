import { can } from '../access/policy.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { confirmHistory, recordPressure } from './history.commands.ts'
import { foldedItems, identifiersOf, referralsOf } from './intake.queries.ts'
import * as contract from './intake.contract.ts'
import { importReferral, recognise } from './referral.commands.ts'

export function intakeRoutes(shell: Shell): void {
  serve(shell, contract.importReferral, importReferral)
  serve(shell, contract.recognise, recognise)
  serve(shell, contract.readHistory, async (tx, { personId }, { relation }) => ({
    items: await foldedItems(tx, personId),
    referrals: await referralsOf(tx, personId),
    identifiers: (await identifiersOf(tx, personId)).map(({ system, type, value }) => ({
      system,
      type,
      ending: value.slice(-4),
    })),
    can: { confirm: can(tx.actor.roles, 'history.confirm', relation) },
  }))
  serve(shell, contract.confirmHistory, confirmHistory)
  serve(shell, contract.recordPressure, recordPressure)
}
