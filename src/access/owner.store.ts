import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Moment } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    owner_recovery: {
      practice_id: Fixed<string>
      id: Fixed<string>
      member_id: Fixed<string>
      although: FixedOrNone<string>
      made_at: Moment
    }
    owner_recovery_seen: {
      practice_id: Fixed<string>
      recovery_id: Fixed<string>
      seat_id: Fixed<string>
      seen_at: Moment
    }
  }
}

export interface NewOwnerRecovery {
  readonly id: string
  readonly memberId: string
  readonly although: string | null
  readonly at: Instant
}

export async function addOwnerRecovery(tx: WriteTx, recovery: NewOwnerRecovery): Promise<void> {
  await tx
    .insertInto('owner_recovery')
    .values({
      practice_id: tx.actor.practiceId,
      id: recovery.id,
      member_id: recovery.memberId,
      although: recovery.although,
      made_at: isoOf(recovery.at),
    })
    .execute()
}

/** Seen once is seen. */
export async function addSeen(
  tx: WriteTx,
  seen: { recoveryId: string; seatId: string; at: Instant },
): Promise<void> {
  await tx
    .insertInto('owner_recovery_seen')
    .values({
      practice_id: tx.actor.practiceId,
      recovery_id: seen.recoveryId,
      seat_id: seen.seatId,
      seen_at: isoOf(seen.at),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
