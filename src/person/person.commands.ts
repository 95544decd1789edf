import { command } from '../audit/audit.commands.ts'
import { addPerson, joinCareTeam, leaveCareTeam } from './person.store.ts'
import type { Person } from './person.ts'

/** A person the practice begins to care for. Their record is empty but for who they are. */
export const createPerson = command(async (tx, person: Person) => {
  await addPerson(tx, person)
  return { id: person.id }
})

interface Place {
  readonly personId: string
  readonly memberId: string
}

export const assign = command(async (tx, place: Place & { readonly id: string }, { careNow }) => {
  await joinCareTeam(tx, { ...place, since: careNow })
  return { memberId: place.memberId }
})

export const unassign = command(async (tx, place: Place, { careNow }) => {
  await leaveCareTeam(tx, { ...place, until: careNow })
  return { memberId: place.memberId }
})
