import { randomBytes } from 'node:crypto'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import { Problem } from '../kernel/problem.ts'
import { noteAbout } from '../audit/audit.commands.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { startClimbing } from './ladder.commands.ts'
import { addTaskEvent } from './safety.store.ts'
import { goesToTeam, goesWithoutThem, type HandedBy } from './task.ts'
import { nextOwner, ownedTasks, type OwnedTask } from './team.queries.ts'

interface Changed {
  readonly personId: string
  /** Who was taken off the team; null where someone joined it. */
  readonly leftSeatId: string | null
}

/** How many things went to whom; null where none did. */
export interface Handed {
  readonly count: number
  readonly to: string
}

/**
 * After the team changed, in the same transaction: each open thing that nobody on the team can see to goes to the one the ladder
 * would have called first. It is told to them and climbs anew; nothing is closed, and nothing becomes less late.
 */
export const handByTeam = {
  within: async (tx: WriteTx, { personId, leftSeatId }: Changed, asked: Call): Promise<Handed | null> => {
    const next = await nextOwner(tx, personId)
    if (!next) return null
    const goes = (task: OwnedTask) =>
      leftSeatId === null ? goesToTeam(task, next) : goesWithoutThem(task, leftSeatId, next)
    const going = (await ownedTasks(tx, personId)).filter(goes)
    for (const task of going)
      await hand(
        tx,
        { task, personId, to: next.seatId, because: leftSeatId === null ? 'team-formed' : 'team-left' },
        asked,
      )
    if (going.length === 0) return null
    await noteAbout(tx, { ...asked, action: 'task.act' }, personId)
    return { count: going.length, to: next.name }
  },
}

type Handing = { task: OwnedTask; personId: string; to: string; because: HandedBy }

async function hand(tx: WriteTx, { task, personId, to, because }: Handing, asked: Call): Promise<void> {
  const bySeatId = tx.actor.seatId
  if (bySeatId === null) throw new Problem('not-allowed')
  const id = idFrom(asked.machineNow, randomBytes(16))
  const step = {
    id,
    personId,
    taskId: task.id,
    kind: 'escalated',
    note: null,
    toSeatId: to,
    because,
  } as const
  if (!(await addTaskEvent(tx, { ...step, bySeatId, at: asked.careNow })))
    throw new Problem('changed-meanwhile')
  if (task.urgency !== 'listed') await startClimbing(tx, task.id)
}
