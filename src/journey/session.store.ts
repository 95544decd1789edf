import { isoOf, type Instant } from '../kernel/instant.ts'
import type { ColumnType } from 'kysely'
import type { Fixed } from '../platform/db/schema.ts'
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
  }
  interface Changeable {
    journey_session: true
  }
}

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
