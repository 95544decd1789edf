import { actions, can } from '../access/policy.ts'
import { day } from '../kernel/instant.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { moveCareClock, setHelp } from './practice.commands.ts'
import * as contract from './practice.contract.ts'
import { daysAheadOf, helpOf, membersHere, practiceHere, zoneOfClient } from './practice.queries.ts'

export function practiceRoutes(shell: Shell): void {
  serve(shell, contract.here, async (tx, _, { careNow }) => {
    const { actor } = tx
    const { name, roles, personId, courseId } = actor
    const practice = await practiceHere(tx)
    const timeZone = (await zoneOfClient(tx)) ?? practice.timeZone
    return {
      practice,
      me: { name, roles: [...roles], personId, courseId, timeZone },
      careNow,
      careAheadMs: (await daysAheadOf(tx)) * day,
      can: actions.filter((action) => can(roles, action, 'practice')),
    }
  })
  serve(shell, contract.moveCareClock, moveCareClock)
  serve(shell, contract.readHelp, async (tx) => {
    const { phone } = await practiceHere(tx)
    return { phone, help: (await helpOf(tx)) ?? null }
  })
  serve(shell, contract.setHelp, setHelp)
  serve(shell, contract.readMembers, async (tx) => ({ members: await membersHere(tx) }))
}
