import { Problem } from '../kernel/problem.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { assign, unassign } from './person.commands.ts'
import * as contract from './person.contract.ts'
import { careTeamOf, personById } from './person.queries.ts'

export function personRoutes(shell: Shell): void {
  serve(shell, contract.readPerson, async (tx, { personId }) => {
    const person = await personById(tx, personId)
    if (!person) throw new Problem('not-found')
    return { person, team: await careTeamOf(tx, personId) }
  })
  serve(shell, contract.assign, assign)
  serve(shell, contract.unassign, unassign)
}
