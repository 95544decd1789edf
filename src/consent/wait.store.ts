import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    consent_wait: {
      practice_id: Fixed<string>
      id: Fixed<string>
      hours: Fixed<number>
      reason: Fixed<string>
      document_hash: Fixed<string>
      confirmation_id: Fixed<string>
      signed_by: Fixed<string>
      signed_at: Moment
      number: Numbered
      recorded_at: StampedByDatabase
    }
  }
}

interface NewWait {
  readonly id: string
  readonly hours: number
  readonly reason: string
  readonly documentHash: string
  readonly confirmationId: string
  readonly signedBy: string
  readonly signedAt: Instant
}

export async function addWait(tx: WriteTx, wait: NewWait): Promise<void> {
  await tx
    .insertInto('consent_wait')
    .values({
      practice_id: tx.actor.practiceId,
      id: wait.id,
      hours: wait.hours,
      reason: wait.reason,
      document_hash: wait.documentHash,
      confirmation_id: wait.confirmationId,
      signed_by: wait.signedBy,
      signed_at: isoOf(wait.signedAt),
    })
    .execute()
}
