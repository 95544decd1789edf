import { isoOf, type Instant } from '../kernel/instant.ts'
import type { ChangeableMoment, Fixed, FixedOrNone, Moment } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    recovery_request: {
      practice_id: Fixed<string>
      id: Fixed<string>
      account_id: Fixed<string>
      seat_id: Fixed<string>
      asked_by: FixedOrNone<string>
      asked_at: Moment
      decided_by: string | null
      decided_at: ChangeableMoment
      allowed: boolean | null
    }
  }
  interface Changeable {
    recovery_request: true
  }
}

export interface NewRecovery {
  readonly practiceId: string
  readonly id: string
  readonly accountId: string
  readonly seatId: string
  readonly askedBy: string | null
  readonly askedAt: Instant
}

/** One waits at a time; asking again changes nothing. */
export async function addRecovery(tx: WriteTx, recovery: NewRecovery): Promise<void> {
  await tx
    .insertInto('recovery_request')
    .values({
      practice_id: recovery.practiceId,
      id: recovery.id,
      account_id: recovery.accountId,
      seat_id: recovery.seatId,
      asked_by: recovery.askedBy,
      asked_at: isoOf(recovery.askedAt),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** True for the first decision. */
export async function decide(
  tx: WriteTx,
  decision: { id: string; by: string; at: Instant; allowed: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_request')
    .set({ decided_by: decision.by, decided_at: isoOf(decision.at), allowed: decision.allowed })
    .where('id', '=', decision.id)
    .where('practice_id', '=', tx.actor.practiceId)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
