import { actions, can } from '../access/policy.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { moveCareClock, setHelp } from './practice.commands.ts'
import * as contract from './practice.contract.ts'
import { helpOf, practiceHere } from './practice.queries.ts'

export function practiceRoutes(shell: Shell): void {
  serve(shell, contract.here, async (tx, _, { careNow }) => {
    const { actor } = tx
    const { name, roles, personId, courseId } = actor
    return {
      practice: await practiceHere(tx),
      me: { name, roles: [...roles], personId, courseId },
      careNow,
      can: actions.filter((action) => can(roles, action, 'practice')),
    }
  })
  serve(shell, contract.moveCareClock, moveCareClock)
  serve(shell, contract.readHelp, async (tx) => {
    const { phone } = await practiceHere(tx)
    return { phone, help: (await helpOf(tx)) ?? null }
  })
  serve(shell, contract.setHelp, setHelp)
}
