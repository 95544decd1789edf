import { isoOf } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Json, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Criterion } from './discharge.ts'
import type { Told } from './ready.store.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    discharge_check: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      session_id: Fixed<string>
      criterion: Fixed<string>
      met: Fixed<boolean>
      checked_by: Fixed<string>
      checked_at: Moment
      number: Numbered
      recorded_at: StampedByDatabase
    }
    danger_cleared: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      session_id: Fixed<string>
      reason: Fixed<string>
      cleared_by: Fixed<string>
      cleared_at: Moment
      recorded_at: StampedByDatabase
    }
    discharge: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      course_id: Fixed<string>
      session_id: Fixed<string>
      criteria: Json<readonly Criterion[]>
      override_reason: FixedOrNone<string>
      document_hash: FixedOrNone<string>
      confirmation_id: FixedOrNone<string>
      discharged_by: Fixed<string>
      discharged_at: Moment
      recorded_at: StampedByDatabase
    }
  }
}

export async function addCheck(
  tx: WriteTx,
  told: Told & { readonly criterion: string; readonly met: boolean },
): Promise<void> {
  await tx
    .insertInto('discharge_check')
    .values({
      practice_id: tx.actor.practiceId,
      id: told.id,
      person_id: told.personId,
      session_id: told.sessionId,
      criterion: told.criterion,
      met: told.met,
      checked_by: told.by,
      checked_at: isoOf(told.at),
    })
    .execute()
}

export async function addCleared(tx: WriteTx, told: Told & { readonly reason: string }): Promise<void> {
  await tx
    .insertInto('danger_cleared')
    .values({
      practice_id: tx.actor.practiceId,
      id: told.id,
      person_id: told.personId,
      session_id: told.sessionId,
      reason: told.reason,
      cleared_by: told.by,
      cleared_at: isoOf(told.at),
    })
    .execute()
}

export interface NewDischarge extends Told {
  readonly courseId: string
  readonly criteria: readonly Criterion[]
  readonly override: {
    readonly reason: string
    readonly documentHash: string
    readonly confirmationId: string
  } | null
}

/** The session is closed with it, in the same transaction. */
export async function addDischarge(tx: WriteTx, told: NewDischarge): Promise<void> {
  await tx
    .insertInto('discharge')
    .values({
      practice_id: tx.actor.practiceId,
      id: told.id,
      person_id: told.personId,
      course_id: told.courseId,
      session_id: told.sessionId,
      criteria: JSON.stringify(told.criteria),
      override_reason: told.override?.reason ?? null,
      document_hash: told.override?.documentHash ?? null,
      confirmation_id: told.override?.confirmationId ?? null,
      discharged_by: told.by,
      discharged_at: isoOf(told.at),
    })
    .execute()
  await tx.updateTable('journey_session').set({ phase: 'closed' }).where('id', '=', told.sessionId).execute()
}
