import { command } from '../audit/audit.commands.ts'
import { Problem } from '../kernel/problem.ts'
import { heldRules } from '../rule/own.queries.ts'
import { prescribersHere } from './director.queries.ts'
import { addDirector } from './director.store.ts'

interface Naming {
  readonly id: string
  readonly memberId: string | null
}

/** From then on: what was signed before stays signed. Whoever is just signing a change of the rules is waited for. */
export const nameDirector = command(async (tx, { id, memberId }: Naming) => {
  const { seatId } = tx.actor
  if (!seatId) throw new Problem('not-allowed')
  const at = await heldRules(tx, true)
  if (memberId !== null && !(await prescribersHere(tx)).some((one) => one.id === memberId))
    throw new Problem('malformed', [{ path: 'memberId', fault: 'prescriber' }])
  if (!(await addDirector(tx, { id, memberId, by: seatId, at }))) throw new Problem('id-taken')
  return { id }
})
