import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Message, Reach } from '../find/enquiry.ts'
import type { Fixed, FixedOrNone, Json, Moment, StampedByDatabase } from '../platform/db/schema.ts'
import type { ColumnType } from 'kysely'
import type { WriteTx } from '../platform/db/write.ts'
import type { Told } from './taking-in.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    taken_in: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      enquiry_id: FixedOrNone<string>
      wrote_at: ColumnType<Date | null, string | null, never>
      reach_by: FixedOrNone<Reach>
      contact: Fixed<string>
      message: FixedOrNone<Message>
      place: Fixed<string>
      words: Fixed<string>
      told: Json<Told>
      received_by: Fixed<string>
      received_at: Moment
      recorded_at: StampedByDatabase
    }
  }
}

export interface Wrote {
  readonly id: string
  readonly sentAt: Instant
  readonly reachBy: Reach
  readonly contact: string
  readonly message: Message
  readonly place: string
  readonly words: string
}

export interface TakenIn {
  readonly id: string
  readonly personId: string
  /** What they wrote, where they did. */
  readonly enquiry: Wrote | null
  readonly told: Told
  readonly by: string
  readonly at: Instant
}

export async function addTakenIn(tx: WriteTx, { enquiry, ...taken }: TakenIn): Promise<void> {
  await tx
    .insertInto('taken_in')
    .values({
      practice_id: tx.actor.practiceId,
      id: taken.id,
      person_id: taken.personId,
      ...(enquiry ? asWritten(enquiry) : unwritten),
      told: JSON.stringify(taken.told),
      received_by: taken.by,
      received_at: isoOf(taken.at),
    })
    .execute()
}

const asWritten = ({ id, sentAt, reachBy, contact, message, place, words }: Wrote) => ({
  enquiry_id: id,
  wrote_at: isoOf(sentAt),
  reach_by: reachBy,
  contact,
  message,
  place,
  words,
})

const unwritten = {
  enquiry_id: null,
  wrote_at: null,
  reach_by: null,
  contact: '',
  message: null,
  place: '',
  words: '',
}
