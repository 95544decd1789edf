import { isoOf, type Instant } from '../kernel/instant.ts'
import type { ColumnType } from 'kysely'
import type { Fixed, FixedOrNone, Moment, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { DepartureField, Way } from './departure.ts'
import type { Doubt } from './facts.ts'

interface OfSession {
  practice_id: Fixed<string>
  id: Fixed<string>
  person_id: Fixed<string>
  session_id: Fixed<string>
  doubt: FixedOrNone<Doubt>
  recorded_by: Fixed<string>
  recorded_at: StampedByDatabase
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    departure: OfSession & {
      course_id: Fixed<string>
      way: Fixed<Way>
      left_at: Moment
      called_by: FixedOrNone<string>
      called_at: ColumnType<Date | null, string | null, never>
      went_to: FixedOrNone<string>
      went_with: FixedOrNone<string>
      handed_over: FixedOrNone<string>
      said: FixedOrNone<string>
      told_whom: FixedOrNone<string>
      advised: FixedOrNone<string>
      in_writing: FixedOrNone<boolean>
      callback_by: FixedOrNone<string>
      corrects: FixedOrNone<string>
      struck: Fixed<boolean>
    }
    departure_contact: OfSession & {
      reached: Fixed<boolean>
      words: FixedOrNone<string>
      tried_at: Moment
    }
  }
}

interface Told {
  readonly id: string
  readonly personId: string
  readonly sessionId: string
  readonly doubt: Doubt | null
  readonly recordedBy: string
}

export interface NewDeparture extends Told, Readonly<Record<DepartureField, string | null>> {
  readonly courseId: string
  readonly way: Way
  readonly leftAt: Instant
  readonly calledAt: Instant | null
  readonly inWriting: boolean | null
  readonly callbackBy: string | null
  readonly corrects: string | null
  readonly struck: boolean
}

const place = (tx: WriteTx, told: Told) => ({
  practice_id: tx.actor.practiceId,
  id: told.id,
  person_id: told.personId,
  session_id: told.sessionId,
  doubt: told.doubt,
  recorded_by: told.recordedBy,
})

/** The session is over with it: the database sees to that. False when the id is taken, or this was corrected already. */
export async function addDeparture(tx: WriteTx, told: NewDeparture): Promise<boolean> {
  const added = await tx
    .insertInto('departure')
    .values({
      ...place(tx, told),
      course_id: told.courseId,
      way: told.way,
      left_at: isoOf(told.leftAt),
      called_by: told.calledBy,
      called_at: told.calledAt === null ? null : isoOf(told.calledAt),
      went_to: told.wentTo,
      went_with: told.wentWith,
      handed_over: told.handedOver,
      said: told.said,
      told_whom: told.toldWhom,
      advised: told.advised,
      in_writing: told.inWriting,
      callback_by: told.callbackBy,
      corrects: told.corrects,
      struck: told.struck,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export interface NewContact extends Told {
  readonly reached: boolean
  readonly words: string | null
  readonly triedAt: Instant
}

export async function addContact(tx: WriteTx, told: NewContact): Promise<boolean> {
  const added = await tx
    .insertInto('departure_contact')
    .values({
      ...place(tx, told),
      reached: told.reached,
      words: told.words,
      tried_at: isoOf(told.triedAt),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}
