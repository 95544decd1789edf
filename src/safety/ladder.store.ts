import { sql, type ColumnType } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

export type Way = 'mail' | 'screen' | 'no-one'

declare module '../platform/db/schema.ts' {
  interface Schema {
    ladder: {
      practice_id: Fixed<string>
      id: Fixed<string>
      minutes: Fixed<readonly number[]>
      number: Numbered
      set_by: Fixed<string>
      set_at: Moment
      recorded_at: StampedByDatabase
    }
    task_told: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      task_id: Fixed<string>
      round: Fixed<number>
      rung: Fixed<number>
      seat_id: FixedOrNone<string>
      way: Fixed<Way>
      told_at: Moment
      recorded_at: StampedByDatabase
    }
    job_beat: { one: Fixed<boolean>; at: ColumnType<Date, never, string> }
  }
  interface Changeable {
    job_beat: true
  }
}

export interface NewTold {
  readonly id: string
  readonly personId: string
  readonly taskId: string
  readonly round: number
  readonly rung: number
  readonly seatId: string | null
  readonly way: Way
  readonly at: Instant
}

/** True when this rung had not told them yet. */
export async function addTold(tx: WriteTx, told: NewTold): Promise<boolean> {
  const added = await tx
    .insertInto('task_told')
    .values({
      practice_id: tx.actor.practiceId,
      id: told.id,
      person_id: told.personId,
      task_id: told.taskId,
      round: told.round,
      rung: told.rung,
      seat_id: told.seatId,
      way: told.way,
      told_at: isoOf(told.at),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export interface NewLadder {
  readonly id: string
  readonly minutes: readonly number[]
  readonly setBy: string
  readonly setAt: Instant
}

export async function addLadder(tx: WriteTx, { id, minutes, setBy, setAt }: NewLadder): Promise<void> {
  await tx
    .insertInto('ladder')
    .values({
      practice_id: tx.actor.practiceId,
      id,
      minutes: [...minutes],
      set_by: setBy,
      set_at: isoOf(setAt),
    })
    .execute()
}

/** By the database's own clock, which every server shares. */
export async function moveBeat(tx: WriteTx): Promise<void> {
  await tx
    .updateTable('job_beat')
    .set({ at: sql<string>`clock_timestamp()` })
    .execute()
}
