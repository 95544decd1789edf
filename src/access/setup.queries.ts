import type { PracticeTx } from '../platform/db/tx.ts'

/** Nobody works here yet. Asked in the house. */
export async function isEmptyHouse(tx: PracticeTx): Promise<boolean> {
  const found = await tx.selectFrom('practice').select('id').limit(1).executeTakeFirst()
  return found === undefined
}

export async function isSetUpCode(tx: PracticeTx, hash: Buffer): Promise<boolean> {
  const found = await tx
    .selectFrom('set_up_code')
    .select('id')
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}
