import { randomBytes } from 'node:crypto'
import { command, noteAbout } from '../audit/audit.commands.ts'
import { reasonIn } from '../audit/why.ts'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { raiseTask } from '../safety/safety.commands.ts'
import { holdTeam } from '../safety/team.queries.ts'
import { isCleared, clearanceState, openedBetween, turnedAgainst } from './clearance.ts'
import { clearancesOf, weighedFor } from './clearance.queries.ts'
import { addRecall } from './clearance.store.ts'
import type { Weighed } from './eligibility.ts'
import { answersFor, dueBeforeJourney } from './ended.queries.ts'

interface Turning {
  readonly personId: string
  /** How the rules stood before it was set right who the person is: an age is no fact with an id. */
  readonly before?: readonly Weighed[]
}

/**
 * After facts came in: a clearance that had not seen what now stands against it holds no longer, and the trail says so by itself.
 * A named person is told of it, once, before the next journey.
 */
export const recallIfTurned = command(async (tx, { personId, before }: Turning, asked) => {
  const clearances = await clearancesOf(tx, personId)
  const newest = clearances.at(-1)
  if (!newest || !isCleared(clearanceState(clearances, asked.careNow))) return { recalled: false }
  const now = await weighedFor(tx, personId, asked.careNow)
  const rules = before ? openedBetween(before, now) : turnedAgainst(newest, now)
  if (rules.length === 0) return { recalled: false }
  const id = idFrom(asked.machineNow, randomBytes(16))
  await addRecall(tx, { id, personId, clearanceId: newest.id, rules, at: asked.careNow })
  const why = reasonIn('clearance_recall', id)
  await noteAbout(tx, { ...asked, action: 'clearance.recall', why }, personId)
  await tellOfEnd(tx, { personId, clearanceId: newest.id }, asked)
  return { recalled: true }
})

async function tellOfEnd(
  tx: WriteTx,
  { personId, clearanceId }: { readonly personId: string; readonly clearanceId: string },
  asked: Call,
): Promise<void> {
  await holdTeam(tx, personId, false)
  await raiseTask.within(
    tx,
    {
      personId,
      kind: 'clearance-ended',
      aboutId: clearanceId,
      ownerSeatId: await answersFor(tx, clearanceId),
      noLaterThan: await dueBeforeJourney(tx, personId, asked.careNow),
    },
    asked,
  )
}
