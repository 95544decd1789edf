import { can } from '../access/policy.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { setWait } from './wait.commands.ts'
import * as contract from './wait.contract.ts'
import { waitOf } from './wait.queries.ts'
import { usualWaitHours } from './wait.ts'

export function waitRoutes(shell: Shell): void {
  serve(shell, contract.readWait, async (tx, _, { relation }) => {
    const own = await waitOf(tx)
    return {
      hours: own?.hours ?? usualWaitHours,
      own: own && { reason: own.reason, byName: own.byName, signedAt: own.signedAt },
      can: { set: can(tx.actor.roles, 'consent.set-wait', relation) },
    }
  })
  serve(shell, contract.setWait, setWait)
}
