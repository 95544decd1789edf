import { isoOf, type Instant } from '../kernel/instant.ts'
import type { ChangeableMoment, Fixed, Moment } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    set_up_code: {
      id: Fixed<string>
      code_hash: Fixed<Buffer>
      made_at: Moment
      used_at: ChangeableMoment
    }
  }
  interface Changeable {
    set_up_code: true
  }
}

/** The newest code alone opens the house. */
export async function addSetUpCode(
  tx: WriteTx,
  code: { id: string; hash: Buffer; madeAt: Instant },
): Promise<void> {
  const madeAt = isoOf(code.madeAt)
  await tx.updateTable('set_up_code').set({ used_at: madeAt }).where('used_at', 'is', null).execute()
  await tx.insertInto('set_up_code').values({ id: code.id, code_hash: code.hash, made_at: madeAt }).execute()
}

/** Of two at once, one. */
export async function spendSetUpCode(tx: WriteTx, hash: Buffer, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('set_up_code')
    .set({ used_at: isoOf(at) })
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
