import { sql } from 'kysely'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { DepartureField, Way } from './departure.ts'
import type { Fact } from './facts.ts'

/** As it was written down; nulls are not known. */
export interface Departure extends Fact, Readonly<Record<DepartureField, string | null>> {
  readonly way: Way
  readonly leftAt: Instant
  readonly calledAt: Instant | null
  readonly inWriting: boolean | null
  readonly callbackName: string | null
  readonly byName: string
  readonly recordedAt: Instant
}

export interface Contact {
  readonly id: string
  readonly reached: boolean
  readonly words: string | null
  readonly triedAt: Instant
  readonly byName: string
}

const careTime = sql<Date>`care_at(d.practice_id, d.recorded_at)`

/** Every departure of a session, corrections and all, in the order in which they were written. */
export async function departuresOf(tx: PracticeTx, sessionId: string): Promise<Departure[]> {
  const rows = await tx
    .selectFrom('departure as d')
    .leftJoin('member as m', 'm.id', 'd.recorded_by')
    .leftJoin('member as c', 'c.id', 'd.callback_by')
    .selectAll('d')
    .select(['m.name', 'c.name as callbackName', careTime.as('told_at')])
    .where('d.practice_id', '=', tx.actor.practiceId)
    .where('d.session_id', '=', sessionId)
    .orderBy('d.recorded_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    way: row.way,
    leftAt: row.left_at.getTime(),
    calledAt: row.called_at?.getTime() ?? null,
    calledBy: row.called_by,
    wentTo: row.went_to,
    wentWith: row.went_with,
    handedOver: row.handed_over,
    said: row.said,
    toldWhom: row.told_whom,
    advised: row.advised,
    inWriting: row.in_writing,
    callbackName: row.callbackName,
    byName: row.name ?? '',
    recordedAt: row.told_at.getTime(),
    corrects: row.corrects,
    struck: row.struck,
  }))
}

export async function contactsOf(tx: PracticeTx, sessionId: string): Promise<Contact[]> {
  const rows = await tx
    .selectFrom('departure_contact as d')
    .leftJoin('member as m', 'm.id', 'd.recorded_by')
    .select(['d.id', 'd.reached', 'd.words', 'd.tried_at', 'm.name'])
    .where('d.practice_id', '=', tx.actor.practiceId)
    .where('d.session_id', '=', sessionId)
    .orderBy('d.tried_at')
    .execute()
  return rows.map(({ id, reached, words, tried_at, name }) => ({
    id,
    reached,
    words,
    triedAt: tried_at.getTime(),
    byName: name ?? '',
  }))
}

/** Where a departure belongs, and the one it would correct. */
export async function departurePlace(
  tx: PracticeTx,
  { sessionId, corrects }: { sessionId: string; corrects: string | null },
): Promise<{ courseId: string; corrected: { way: Way } | undefined } | undefined> {
  const row = await tx
    .selectFrom('journey_session as s')
    .leftJoin('departure as d', (on) => on.onRef('d.session_id', '=', 's.id').on('d.id', '=', corrects))
    .select(['s.course_id', 'd.way'])
    .where('s.id', '=', sessionId)
    .executeTakeFirst()
  return row && { courseId: row.course_id, corrected: row.way === null ? undefined : { way: row.way } }
}
