import { actions, can } from '../access/policy.ts'
import { Problem } from '../kernel/problem.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { assign, createPerson, unassign } from './person.commands.ts'
import * as contract from './person.contract.ts'
import { careTeamOf, personById } from './person.queries.ts'

export function personRoutes(shell: Shell): void {
  serve(shell, contract.readPerson, async (tx, { personId }, { relation }) => {
    const person = await personById(tx, personId)
    if (!person) throw new Problem('not-found')
    const open = actions.filter((action) => can(tx.actor.roles, action, relation))
    return { person, team: await careTeamOf(tx, personId), can: open }
  })
  serve(shell, contract.createPerson, createPerson)
  serve(shell, contract.assign, assign)
  serve(shell, contract.unassign, unassign)
}
