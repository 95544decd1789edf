import { sql } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Cover } from './cover.ts'
import type { Urgency } from './ladder.ts'
import type { HandedBy, TaskEventKind, TaskKind } from './task.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    cover: {
      practice_id: Fixed<string>
      id: Fixed<string>
      weekdays: Fixed<readonly number[]>
      opens_minute: Fixed<number>
      closes_minute: Fixed<number>
      respond_within_minutes: Fixed<number>
      number: Numbered
      set_by: Fixed<string>
      set_at: Moment
      recorded_at: StampedByDatabase
    }
    task: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      course_id: FixedOrNone<string>
      kind: Fixed<string>
      about_id: Fixed<string>
      owner_seat_id: Fixed<string>
      urgency: Fixed<Urgency>
      joins: FixedOrNone<string>
      due_at: Moment
      raised_at: Moment
      recorded_at: StampedByDatabase
    }
    task_event: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      task_id: Fixed<string>
      kind: Fixed<TaskEventKind>
      note: FixedOrNone<string>
      to_seat_id: FixedOrNone<string>
      because: FixedOrNone<HandedBy>
      by_seat_id: Fixed<string>
      at: Moment
      number: Numbered
      recorded_at: StampedByDatabase
    }
  }
}

export interface NewTask {
  readonly id: string
  readonly personId: string
  readonly kind: TaskKind
  /** What raised it. The same thing raises it once. */
  readonly aboutId: string
  readonly raisedAt: Instant
  readonly dueAt: Instant
  readonly urgency: Urgency
  /** Where one person alone can answer for it; otherwise whoever looks after this person. */
  readonly ownerSeatId?: string | undefined
  /** The one that leads, where this came up beside it. */
  readonly joins: string | null
}

/** The owner is found in the same statement. True when it was raised now; false when it had been. */
export async function addTask(tx: WriteTx, task: NewTask): Promise<boolean> {
  const added = await tx
    .insertInto('task')
    .values((of) => ({
      practice_id: tx.actor.practiceId,
      id: task.id,
      person_id: task.personId,
      kind: task.kind,
      about_id: task.aboutId,
      owner_seat_id: task.ownerSeatId ?? of.fn<string>('owner_for', [of.val(task.personId)]),
      raised_at: isoOf(task.raisedAt),
      due_at: isoOf(task.dueAt),
      urgency: task.urgency,
      joins: task.joins,
    }))
    .onConflict((conflict) => conflict.columns(['practice_id', 'kind', 'about_id']).doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** What the same sitting raised for the same owner, no less urgent and touched by no one yet; held until this is done. */
export async function taskToJoin(
  tx: WriteTx,
  { personId, urgency, careNow }: { personId: string; urgency: Urgency; careNow: Instant },
): Promise<string | null> {
  const row = await tx
    .selectNoFrom(
      sql<
        string | null
      >`task_to_join(${personId}::uuid, ${urgency}::text, ${isoOf(careNow)}::timestamptz)`.as('lead'),
    )
    .executeTakeFirstOrThrow()
  return row.lead
}

export interface NewTaskEvent {
  readonly id: string
  readonly personId: string
  readonly taskId: string
  readonly kind: TaskEventKind
  readonly note: string | null
  readonly toSeatId: string | null
  /** Where the team's change handed it on, and nobody's choice. */
  readonly because?: HandedBy
  readonly bySeatId: string
  readonly at: Instant
}

/** False when someone else closed it at the same moment. */
export async function addTaskEvent(tx: WriteTx, event: NewTaskEvent): Promise<boolean> {
  const added = await tx
    .insertInto('task_event')
    .values({
      practice_id: tx.actor.practiceId,
      id: event.id,
      person_id: event.personId,
      task_id: event.taskId,
      kind: event.kind,
      note: event.note,
      to_seat_id: event.toSeatId,
      because: event.because ?? null,
      by_seat_id: event.bySeatId,
      at: isoOf(event.at),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export async function addCover(
  tx: WriteTx,
  cover: Cover & { readonly id: string; readonly setBy: string; readonly setAt: Instant },
): Promise<void> {
  await tx
    .insertInto('cover')
    .values({
      practice_id: tx.actor.practiceId,
      id: cover.id,
      weekdays: [...cover.weekdays],
      opens_minute: cover.opensMinute,
      closes_minute: cover.closesMinute,
      respond_within_minutes: cover.respondWithinMinutes,
      set_by: cover.setBy,
      set_at: isoOf(cover.setAt),
    })
    .execute()
}
