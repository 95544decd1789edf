import { command } from '../audit/audit.commands.ts'
import { handByTeam } from '../safety/team.commands.ts'
import { holdTeam } from '../safety/team.queries.ts'
import { addPerson, joinCareTeam, leaveCareTeam, storeDetails, type Correction } from './person.store.ts'
import type { Person } from './person.ts'

/** A person the practice begins to care for. Their record is empty but for who they are. */
export const createPerson = command(async (tx, person: Person) => {
  await addPerson(tx, person)
  return { id: person.id }
})

/** Who a person is taken to be, put in the place of what stood there, which stays beside it. */
export const setDetailsRight = command(async (tx, correction: Correction) => {
  await storeDetails(tx, correction)
  return { id: correction.id }
})

interface Place {
  readonly personId: string
  readonly memberId: string
}

/** Who joins is given what waited for want of a team. */
export const assign = command(async (tx, place: Place & { readonly id: string }, asked) => {
  await holdTeam(tx, place.personId, true)
  await joinCareTeam(tx, { ...place, since: asked.careNow })
  const handed = await handByTeam.within(tx, { personId: place.personId, leftSeatId: null }, asked)
  return { memberId: place.memberId, handed }
})

/** What they alone could have seen to goes to whoever is left. */
export const unassign = command(async (tx, place: Place, asked) => {
  const { personId, memberId } = place
  await holdTeam(tx, personId, true)
  await leaveCareTeam(tx, { ...place, until: asked.careNow })
  const handed = await handByTeam.within(tx, { personId, leftSeatId: memberId }, asked)
  return { memberId, handed }
})
