import type { ColumnType } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { ChangeableMoment, Fixed, Moment } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    password: {
      account_id: Fixed<string>
      hash: string
      set_at: ColumnType<Date, string, string>
    }
    totp: {
      id: Fixed<string>
      account_id: Fixed<string>
      sealed_secret: Fixed<Buffer>
      /** A bigint: text on the way out. */
      last_used_step: ColumnType<string, number, number>
      since: Moment
      until: ChangeableMoment
    }
    recovery_code: {
      id: Fixed<string>
      account_id: Fixed<string>
      code_hash: Fixed<Buffer>
      made_at: Moment
      used_at: ChangeableMoment
      replaced_at: ChangeableMoment
    }
  }
  interface Changeable {
    password: true
    totp: true
    recovery_code: true
  }
}

export async function setPassword(
  tx: WriteTx,
  password: { accountId: string; hash: string; at: Instant },
): Promise<void> {
  const set = { hash: password.hash, set_at: isoOf(password.at) }
  await tx
    .insertInto('password')
    .values({ account_id: password.accountId, ...set })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(set))
    .execute()
}

export interface NewTotp {
  readonly id: string
  readonly accountId: string
  readonly sealedSecret: Buffer
  readonly lastUsedStep: number
  readonly since: Instant
}

/** Takes the place of the one before. */
export async function setTotp(tx: WriteTx, totp: NewTotp): Promise<void> {
  await endTotp(tx, totp.accountId, totp.since)
  await tx
    .insertInto('totp')
    .values({
      id: totp.id,
      account_id: totp.accountId,
      sealed_secret: totp.sealedSecret,
      last_used_step: totp.lastUsedStep,
      since: isoOf(totp.since),
    })
    .execute()
}

export async function endTotp(tx: WriteTx, accountId: string, until: Instant): Promise<void> {
  await tx
    .updateTable('totp')
    .set({ until: isoOf(until) })
    .where('account_id', '=', accountId)
    .where('until', 'is', null)
    .execute()
}

/** True for the first to use this step or a later one; of two at once, one. */
export async function spendStep(tx: WriteTx, totpId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('totp')
    .set({ last_used_step: step })
    .where('id', '=', totpId)
    .where('until', 'is', null)
    .where('last_used_step', '<', String(step))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** New ones take the place of all before. */
export async function setRecoveryCodes(
  tx: WriteTx,
  codes: { accountId: string; hashes: readonly { id: string; hash: Buffer }[]; madeAt: Instant },
): Promise<void> {
  const now = isoOf(codes.madeAt)
  await tx
    .updateTable('recovery_code')
    .set({ replaced_at: now })
    .where('account_id', '=', codes.accountId)
    .where('replaced_at', 'is', null)
    .execute()
  if (codes.hashes.length === 0) return
  const rows = codes.hashes.map(({ id, hash }) => ({
    id,
    account_id: codes.accountId,
    code_hash: hash,
    made_at: now,
  }))
  await tx.insertInto('recovery_code').values(rows).execute()
}

/** True for the first use of a code that is still good. */
export async function spendRecoveryCode(
  tx: WriteTx,
  code: { accountId: string; hash: Buffer; at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_code')
    .set({ used_at: isoOf(code.at) })
    .where('account_id', '=', code.accountId)
    .where('code_hash', '=', code.hash)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
