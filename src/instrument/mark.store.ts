import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    instrument_mark: {
      practice_id: Fixed<string>
      id: Fixed<string>
      instrument_id: Fixed<string>
      value: FixedOrNone<number>
      source: Fixed<string>
      number: Numbered
      set_by: Fixed<string>
      set_at: Moment
      recorded_at: StampedByDatabase
    }
  }
}

export interface NewMark {
  readonly id: string
  readonly instrumentId: string
  /** Null: back to what is usual. */
  readonly value: number | null
  readonly source: string
  readonly setBy: string
  readonly setAt: Instant
}

export async function addMark(tx: WriteTx, mark: NewMark): Promise<void> {
  await tx
    .insertInto('instrument_mark')
    .values({
      practice_id: tx.actor.practiceId,
      id: mark.id,
      instrument_id: mark.instrumentId,
      value: mark.value,
      source: mark.source,
      set_by: mark.setBy,
      set_at: isoOf(mark.setAt),
    })
    .execute()
}
