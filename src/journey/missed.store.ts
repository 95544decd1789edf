import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, Moment, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    reading_missed: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      session_id: Fixed<string>
      due_key: Fixed<string>
      due_at: Moment
      noted_at: Moment
      recorded_at: StampedByDatabase
    }
  }
}

export interface NewMissed {
  readonly id: string
  readonly personId: string
  readonly sessionId: string
  readonly dueKey: string
  readonly dueAt: Instant
  readonly notedAt: Instant
}

/** True when it is noted now; false when it had been. */
export async function addMissed(tx: WriteTx, missed: NewMissed): Promise<boolean> {
  const added = await tx
    .insertInto('reading_missed')
    .values({
      practice_id: tx.actor.practiceId,
      id: missed.id,
      person_id: missed.personId,
      session_id: missed.sessionId,
      due_key: missed.dueKey,
      due_at: isoOf(missed.dueAt),
      noted_at: isoOf(missed.notedAt),
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'session_id', 'due_key']).doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}
