import { command } from '../audit/audit.commands.ts'
import { Problem } from '../kernel/problem.ts'
import { isZone } from '../kernel/zone.ts'
import { changedParts, detailsOf, reachOf, type Reach } from '../person/details.ts'
import { setDetailsRight } from '../person/person.commands.ts'
import { personById } from '../person/person.queries.ts'
import type { PracticeTx } from '../platform/db/tx.ts'

interface Reached {
  readonly personId: string
  readonly id: string
  readonly was: Reach
  readonly now: Reach
}

async function detailsFor(tx: PracticeTx, personId: string) {
  const person = await personById(tx, personId)
  if (!person) throw new Problem('not-found')
  return detailsOf(person)
}

/** How the practice calls and reaches this client. */
export async function readReach(tx: PracticeTx, { personId }: { personId: string }) {
  const details = await detailsFor(tx, personId)
  return { name: `${details.givenName} ${details.familyName}`.trim(), reach: reachOf(details) }
}

/** A client says how they are called and reached. Nothing that decides about care hangs on it. */
export const changeReach = command(async (tx, { personId, id, was, now }: Reached, asked) => {
  const by = tx.actor.seatId
  if (by !== personId) throw new Problem('not-allowed')
  if (!isZone(now.timeZone)) throw new Problem('malformed', [{ path: 'now.timeZone', fault: 'not-possible' }])
  const before = await detailsFor(tx, personId)
  if (changedParts(before, { ...before, ...was }).length > 0) throw new Problem('changed-meanwhile')
  const after = { ...before, ...now }
  if (changedParts(before, after).length === 0) throw new Problem('nothing-to-correct')
  await setDetailsRight.within(tx, { id, personId, before, after, why: null, by, at: asked.careNow }, asked)
  return { id }
})
