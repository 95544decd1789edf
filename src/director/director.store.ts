import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    medical_director: {
      practice_id: Fixed<string>
      id: Fixed<string>
      /** Null: nobody, from then on. */
      member_id: FixedOrNone<string>
      named_by: Fixed<string>
      named_at: Moment
      number: Numbered
      recorded_at: StampedByDatabase
    }
  }
}

interface Naming {
  readonly id: string
  readonly memberId: string | null
  readonly by: string
  readonly at: Instant
}

/** Whether it was written down: not where the id is taken. */
export async function addDirector(tx: WriteTx, { id, memberId, by, at }: Naming): Promise<boolean> {
  const added = await tx
    .insertInto('medical_director')
    .values({
      practice_id: tx.actor.practiceId,
      id,
      member_id: memberId,
      named_by: by,
      named_at: isoOf(at),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}
