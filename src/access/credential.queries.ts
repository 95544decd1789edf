import type { PracticeTx } from '../platform/db/tx.ts'

export const passwordOf = (tx: PracticeTx, accountId: string) =>
  tx.selectFrom('password').select('hash').where('account_id', '=', accountId).executeTakeFirst()

/** What the secret is sealed for. */
export const totpPlace = (totpId: string): string => `totp ${totpId}`

export const totpOf = (tx: PracticeTx, accountId: string) =>
  tx
    .selectFrom('totp')
    .select(['id', 'sealed_secret as sealedSecret'])
    .where('account_id', '=', accountId)
    .where('until', 'is', null)
    .executeTakeFirst()

/** A secret that was sealed here, in the house: whoever has the right key can open it. */
export async function firstSealed(tx: PracticeTx): Promise<{ secret: Buffer; place: string } | undefined> {
  const row = await tx
    .selectFrom('totp')
    .select(['id', 'sealed_secret as secret'])
    .limit(1)
    .executeTakeFirst()
  return row && { secret: row.secret, place: totpPlace(row.id) }
}

/** Only one that may still be used. */
export async function passkeyByCredential(tx: PracticeTx, credentialId: string) {
  const row = await tx
    .selectFrom('passkey')
    .select(['id', 'account_id', 'credential_id', 'public_key', 'counter'])
    .where('credential_id', '=', credentialId)
    .where('until', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      accountId: row.account_id,
      credentialId: row.credential_id,
      publicKey: row.public_key,
      counter: Number(row.counter),
    }
  )
}

export const passkeysOf = (tx: PracticeTx, accountId: string) =>
  tx
    .selectFrom('passkey')
    .select(['id', 'name', 'credential_id as credentialId', 'since', 'used_at as usedAt'])
    .where('account_id', '=', accountId)
    .where('until', 'is', null)
    .orderBy('since')
    .execute()

/** Nobody, when the account is disabled. */
export const accountByEmail = (tx: PracticeTx, email: string) =>
  tx
    .selectFrom('account')
    .select(['id', 'email', 'language'])
    .where('email', '=', email)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()

export const accountById = (tx: PracticeTx, accountId: string) =>
  tx
    .selectFrom('account')
    .select(['id', 'email', 'language'])
    .where('id', '=', accountId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()

export async function knowsDevice(tx: PracticeTx, accountId: string, tokenHash: Buffer): Promise<boolean> {
  const known = await tx
    .selectFrom('known_device')
    .select('id')
    .where('account_id', '=', accountId)
    .where('token_hash', '=', tokenHash)
    .where('until', 'is', null)
    .executeTakeFirst()
  return known !== undefined
}

/** Anyone who works in a practice, here or elsewhere: such an account always shows two factors. */
export async function isStaff(tx: PracticeTx, accountId: string): Promise<boolean> {
  const seat = await tx
    .selectFrom('seat')
    .select('id')
    .where('account_id', '=', accountId)
    .where('kind', 'in', ['member', 'guest'])
    .where('until', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return seat !== undefined
}

/** Where and in which language to write to the holder: of one's own account, or of one with a place in this practice. */
export async function contactOf(
  tx: PracticeTx,
  accountId: string,
): Promise<{ email: string; language: 'en' | 'es' } | undefined> {
  const own = await accountById(tx, accountId)
  if (own) return own
  return tx
    .selectFrom((of) =>
      of.fn<{ account_id: string; email: string; language: 'en' | 'es' }>('seat_emails', []).as('known'),
    )
    .select(['known.email', 'known.language'])
    .where('known.account_id', '=', accountId)
    .executeTakeFirst()
}
