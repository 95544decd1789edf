import { can } from '../access/policy.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Asked, type Shell } from '../platform/http/serve.ts'
import { confirmDetails, confirmHistory, recordPressure } from './history.commands.ts'
import { areDetailsConfirmed, detailsQuestion } from './history.ts'
import { foldedHistory, identifiersOf, referralsOf } from './intake.queries.ts'
import * as contract from './intake.contract.ts'
import { importReferral, recognise } from './referral.commands.ts'

export function intakeRoutes(shell: Shell): void {
  serve(shell, contract.importReferral, importReferral)
  serve(shell, contract.recognise, recognise)
  serve(shell, contract.readHistory, readHistory)
  serve(shell, contract.confirmHistory, confirmHistory)
  serve(shell, contract.confirmDetails, confirmDetails)
  serve(shell, contract.recordPressure, recordPressure)
}

async function readHistory(tx: PracticeTx, { personId }: { personId: string }, { relation }: Asked) {
  const history = await foldedHistory(tx, personId)
  const referrals = await referralsOf(tx, personId)
  const identifiers = await identifiersOf(tx, personId)
  const checked = history.answers.get(detailsQuestion)
  const may = (action: string) => can(tx.actor.roles, action, relation)
  return {
    items: history.items,
    referrals,
    // By its end: enough to compare, not enough to misuse.
    identifiers: identifiers.map(({ system, type, value }) => ({ system, type, ending: value.slice(-4) })),
    details: {
      confirmed: areDetailsConfirmed(history, referrals[0]?.receivedAt ?? null),
      by: checked?.saidBy ?? '',
      at: checked?.saidAt ?? null,
    },
    can: {
      confirm: may('history.confirm'),
      confirmDetails: may('details.confirm'),
      invite: may('person.invite'),
    },
  }
}
