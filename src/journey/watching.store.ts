import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Watch, WatchReason } from './watching.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    vitals_plan: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      course_id: Fixed<string>
      session_id: Fixed<string>
      plan: Fixed<Watch['plan']>
      because: Fixed<WatchReason[]>
      chosen_at: Moment
      number: Numbered
      recorded_at: StampedByDatabase
    }
  }
}

export interface NewWatch extends Watch {
  readonly id: string
  readonly personId: string
  readonly courseId: string
  readonly sessionId: string
  readonly chosenAt: Instant
}

export async function addWatch(tx: WriteTx, watch: NewWatch): Promise<void> {
  await tx
    .insertInto('vitals_plan')
    .values({
      practice_id: tx.actor.practiceId,
      id: watch.id,
      person_id: watch.personId,
      course_id: watch.courseId,
      session_id: watch.sessionId,
      plan: watch.plan,
      because: [...watch.because],
      chosen_at: isoOf(watch.chosenAt),
    })
    .execute()
}
