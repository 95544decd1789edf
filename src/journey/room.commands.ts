import { command } from '../audit/audit.commands.ts'
import { correcting, reasonIn } from '../audit/why.ts'
import type { Call } from '../kernel/call.ts'
import { instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { writing, type WriteTx } from '../platform/db/write.ts'
import { doubtOf, type Doubt, type EventCode, type Wrong } from './facts.ts'
import type { Vitals } from './limits.ts'
import { isRecorded, type RoomTable } from './room.queries.ts'
import {
  addDistress,
  addJourneyEvent,
  addNotTaken,
  addReading,
  keepRoom,
  type NewFact,
} from './room.store.ts'

interface Noted {
  readonly id: string
  readonly sessionId: string
  readonly corrects: string | null
  readonly struck: boolean
  readonly wrong: Wrong | null
}

/**
 * What happened is always taken down, in any phase of the session and whatever the device's clock said. Refused are only
 * an id that is in use, and a correction of something that is not there.
 */
export const recordReading = command(
  async (tx, asked: Noted & Vitals & { takenAt: string }, call) => {
    const { fact, doubt } = await factOf(tx, { asked, at: asked.takenAt, table: 'vital_reading' }, call)
    demandNew(await addReading(tx, { ...asked, ...fact, takenAt: instant(asked.takenAt) }))
    return { id: fact.id, doubt }
  },
  ({ corrects }) => correcting('vital_reading', corrects),
)

export const recordEvent = command(
  async (tx, asked: Noted & { code: EventCode; occurredAt: string }, call) => {
    const { fact, doubt } = await factOf(tx, { asked, at: asked.occurredAt, table: 'journey_event' }, call)
    demandNew(await addJourneyEvent(tx, { ...fact, code: asked.code, occurredAt: instant(asked.occurredAt) }))
    return { id: fact.id, doubt }
  },
  ({ corrects }) => correcting('journey_event', corrects),
)

export const recordDistress = command(
  async (tx, asked: Noted & { rating: number; ratedAt: string }, call) => {
    const { fact, doubt } = await factOf(tx, { asked, at: asked.ratedAt, table: 'distress_rating' }, call)
    demandNew(await addDistress(tx, { ...fact, rating: asked.rating, ratedAt: instant(asked.ratedAt) }))
    return { id: fact.id, doubt }
  },
  ({ corrects }) => correcting('distress_rating', corrects),
)

interface NotTaken {
  readonly id: string
  readonly sessionId: string
  readonly dueKey: string
  readonly reason: string
}

export const recordNotTaken = command(
  async (tx, asked: NotTaken, { personId }) => {
    if (!personId || !tx.actor.seatId) throw new Problem('not-found')
    demandNew(await addNotTaken(tx, { ...asked, personId, recordedBy: tx.actor.seatId }))
    return { id: asked.id }
  },
  ({ id }) => reasonIn('reading_not_taken', id),
)

/**
 * Said for as long as the room's own page is open: it stays signed in for itself. Of the same kind as being seen at the door,
 * so it has no intent and no audit row; that the room was opened is on the trail.
 */
export async function holdRoom(tx: PracticeTx, { subject, machineNow }: Call): Promise<void> {
  if ('sessionId' in subject) await keepRoom(writing(tx), subject.sessionId, machineNow)
}

async function factOf(
  tx: WriteTx,
  { asked, at, table }: { asked: Noted; at: string; table: RoomTable },
  { personId, careNow }: Call,
): Promise<{ fact: NewFact; doubt: Doubt | null }> {
  if (!personId || !tx.actor.seatId) throw new Problem('not-found')
  const { id, sessionId, corrects, struck, wrong } = asked
  if ((struck || wrong) && !corrects) throw new Problem('malformed', [{ path: 'corrects', fault: 'missing' }])
  if (corrects && !(await isRecorded(tx, { table, personId, sessionId, id: corrects })))
    throw new Problem('nothing-to-correct')
  const doubt = doubtOf(instant(at), careNow)
  return {
    doubt,
    fact: { id, sessionId, corrects, struck, wrong, personId, recordedBy: tx.actor.seatId, doubt },
  }
}

function demandNew(added: boolean): void {
  if (!added) throw new Problem('id-taken')
}
