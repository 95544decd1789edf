import { isoOf, type Instant } from '../kernel/instant.ts'
import type { ColumnType } from 'kysely'
import type {
  Fixed,
  FixedOrNone,
  Moment,
  MomentOrNone,
  Numbered,
  StampedByDatabase,
} from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Phase } from './session.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    journey_session: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      course_id: Fixed<string>
      number: Fixed<number>
      planned_at: ColumnType<Date, Date | string, Date | string>
      phase: ColumnType<Phase, Phase | undefined, Phase>
      room: string | null
    }
    session_plan: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      course_id: Fixed<string>
      session_id: Fixed<string>
      kind: Fixed<PlanKind>
      from_at: MomentOrNone
      planned_at: MomentOrNone
      room: FixedOrNone<string>
      reason: FixedOrNone<string>
      despite: FixedOrNone<string>
      told_by: Fixed<string>
      told_at: Moment
      number: Numbered
      recorded_at: StampedByDatabase
    }
  }
  interface Changeable {
    journey_session: true
  }
}

type PlanKind = 'planned' | 'moved' | 'cancelled'

export interface NewSession {
  readonly id: string
  readonly personId: string
  readonly courseId: string
  readonly number: number
  readonly plannedAt: Instant
  readonly room: string | null
}

export async function addSession(tx: WriteTx, session: NewSession): Promise<void> {
  await tx
    .insertInto('journey_session')
    .values({
      practice_id: tx.actor.practiceId,
      id: session.id,
      person_id: session.personId,
      course_id: session.courseId,
      number: session.number,
      planned_at: isoOf(session.plannedAt),
      room: session.room,
    })
    .execute()
}

export async function replanSession(
  tx: WriteTx,
  plan: { readonly sessionId: string; readonly plannedAt: Instant; readonly room: string | null },
): Promise<void> {
  await tx
    .updateTable('journey_session')
    .set({ planned_at: isoOf(plan.plannedAt), room: plan.room })
    .where('id', '=', plan.sessionId)
    .where('phase', '=', 'planned')
    .execute()
}

export async function cancelPlanned(tx: WriteTx, sessionId: string): Promise<void> {
  await tx
    .updateTable('journey_session')
    .set({ phase: 'cancelled' })
    .where('id', '=', sessionId)
    .where('phase', '=', 'planned')
    .execute()
}

export interface PlanTold {
  readonly id: string
  readonly personId: string
  readonly courseId: string
  readonly sessionId: string
  readonly kind: PlanKind
  readonly fromAt: Instant | null
  readonly plannedAt: Instant | null
  readonly room: string | null
  readonly reason: string | null
  readonly despite: string | null
  readonly by: string
  readonly at: Instant
}

export async function addPlanTold(tx: WriteTx, told: PlanTold): Promise<void> {
  await tx
    .insertInto('session_plan')
    .values({
      practice_id: tx.actor.practiceId,
      id: told.id,
      person_id: told.personId,
      course_id: told.courseId,
      session_id: told.sessionId,
      kind: told.kind,
      from_at: told.fromAt === null ? null : isoOf(told.fromAt),
      planned_at: told.plannedAt === null ? null : isoOf(told.plannedAt),
      room: told.room,
      reason: told.reason,
      despite: told.despite,
      told_by: told.by,
      told_at: isoOf(told.at),
    })
    .execute()
}
