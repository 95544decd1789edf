import { randomBytes } from 'node:crypto'
import { noteAbout } from '../audit/audit.commands.ts'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { writing, type WriteTx } from '../platform/db/write.ts'
import { enqueue } from '../platform/jobs/jobs.ts'
import { raiseTask } from '../safety/safety.commands.ts'
import type { Due } from './due.ts'
import { duesHere } from './journeys.queries.ts'
import { lookAgainAt, missedAnew } from './missed.ts'
import { monitorOf, notedMissed, sessionsWatched } from './missed.queries.ts'
import { addMissed } from './missed.store.ts'

export const missedTask = 'missed-session'
export const missedAllTask = 'missed-all'

export interface MissedJob {
  readonly practiceId: string
  readonly sessionId: string
}

interface Clocks {
  readonly careNow: Instant
  readonly machineNow: Instant
}

const follow = (tx: PracticeTx, sessionId: string, runAt?: Instant): Promise<void> =>
  enqueue(tx, missedTask, {
    payload: { practiceId: tx.actor.practiceId, sessionId } satisfies MissedJob,
    key: `missed ${sessionId}`,
    ...(runAt !== undefined && { runAt }),
  })

export async function lookAtSessions(reading: PracticeTx): Promise<void> {
  for (const sessionId of await sessionsWatched(reading)) await follow(reading, sessionId)
}

/**
 * The job: notes each reading that was due, has not come, and that nobody gave a reason for; puts it before a named person, once
 * while that person has not closed it; and comes back when the next would be missed.
 */
export async function lookAtDues(reading: PracticeTx, sessionId: string, clocks: Clocks): Promise<void> {
  const { careNow, machineNow } = clocks
  const here = await duesHere(reading, sessionId, careNow)
  if (!here) return
  const noted = await notedMissed(reading, sessionId)
  const settled = new Set([...noted.keys, ...here.notTaken.map(({ dueKey }) => dueKey)])
  const anew = missedAnew(here.dues, { settled, careNow })
  if (anew.length > 0) await call(writing(reading), { ...here, sessionId, anew, waits: noted.waits }, clocks)
  const nextAt = lookAgainAt(here, careNow)
  if (nextAt !== null) await follow(reading, sessionId, machineNow + (nextAt - careNow))
}

interface Missed {
  readonly personId: string
  readonly sessionId: string
  readonly isOver: boolean
  readonly anew: readonly Due[]
  /** Someone has an earlier one of this session before them, and has not closed it. */
  readonly waits: boolean
}

async function call(tx: WriteTx, { personId, sessionId, isOver, anew, waits }: Missed, clocks: Clocks) {
  const { careNow } = clocks
  const about = anew.map((due) => ({ due, id: idFrom(careNow, randomBytes(16)) }))
  for (const { due, id } of about)
    await addMissed(tx, { id, personId, sessionId, dueKey: due.key, dueAt: due.at, notedAt: careNow })
  const [first] = about
  if (first && !waits)
    await raiseTask.within(
      tx,
      {
        personId,
        kind: 'reading-missed',
        aboutId: first.id,
        urgency: isOver ? 'same-day' : 'at-once',
        ownerSeatId: await monitorOf(tx, { personId, sessionId }),
      },
      clocks,
    )
  await noteAbout(tx, callAbout(personId, clocks), personId)
}

const callAbout = (personId: string, { careNow, machineNow }: Clocks): Call => ({
  action: 'reading.missed',
  subject: { personId },
  effect: true,
  intentKey: undefined,
  careNow,
  machineNow,
  personId,
  relation: 'practice',
})
