import { isoOf, type Instant } from '../kernel/instant.ts'
import type { ChangeableMoment, Fixed, FixedOrNone, Moment } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Factor } from './confirmation.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    confirmation: {
      id: Fixed<string>
      account_id: Fixed<string>
      login_id: Fixed<string>
      seat_id: FixedOrNone<string>
      document_hash: Fixed<Buffer>
      factor: Fixed<Factor>
      made_at: Moment
      used_at: ChangeableMoment
    }
  }
  interface Changeable {
    confirmation: true
  }
}

export interface NewConfirmation {
  readonly id: string
  readonly accountId: string
  readonly loginId: string
  readonly seatId: string | null
  readonly documentHash: string
  readonly factor: Factor
  readonly madeAt: Instant
}

export async function addConfirmation(tx: WriteTx, made: NewConfirmation): Promise<void> {
  await tx
    .insertInto('confirmation')
    .values({
      id: made.id,
      account_id: made.accountId,
      login_id: made.loginId,
      seat_id: made.seatId,
      document_hash: Buffer.from(made.documentHash, 'hex'),
      factor: made.factor,
      made_at: isoOf(made.madeAt),
    })
    .execute()
}

/** Only this login, in this seat, sees it at all: row-level security. Of two at once, one gets it. */
export async function takeConfirmation(
  tx: WriteTx,
  wanted: { id: string; documentHash: string; now: Instant },
): Promise<{ factor: Factor; madeAt: Date } | undefined> {
  return tx
    .updateTable('confirmation')
    .set({ used_at: isoOf(wanted.now) })
    .where('id', '=', wanted.id)
    .where('used_at', 'is', null)
    .where('document_hash', '=', Buffer.from(wanted.documentHash, 'hex'))
    .returning(['factor', 'made_at as madeAt'])
    .executeTakeFirst()
}
