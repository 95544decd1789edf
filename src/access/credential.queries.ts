import type { PracticeTx } from '../platform/db/tx.ts'

export const passwordOf = (tx: PracticeTx, accountId: string) =>
  tx.selectFrom('password').select('hash').where('account_id', '=', accountId).executeTakeFirst()

export const totpOf = (tx: PracticeTx, accountId: string) =>
  tx
    .selectFrom('totp')
    .select(['id', 'sealed_secret as sealedSecret'])
    .where('account_id', '=', accountId)
    .where('until', 'is', null)
    .executeTakeFirst()
