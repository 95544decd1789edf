import { house } from '../kernel/actor.ts'
import type { Instant } from '../kernel/instant.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { digest } from '../platform/crypto/digest.ts'
import { hashOfPassword, isOutdated, isPassword, nobodysHash } from '../platform/crypto/password.ts'
import { stepOfCode } from '../platform/crypto/totp.ts'
import type { Vault } from '../platform/crypto/vault.ts'
import { passwordOf, totpOf, totpPlace } from './credential.queries.ts'
import { setPassword, spendRecoveryCode, spendStep } from './credential.store.ts'
import { recoveryCodeTyped } from './recovery-code.ts'

/** Whether this is the account's password. Takes as long for nobody as for somebody; re-hashes what has grown too weak. */
export async function provesPassword(
  tx: WriteTx,
  claim: { accountId: string | undefined; password: string },
  now: Instant,
): Promise<boolean> {
  const kept = await passwordOf(tx, claim.accountId ?? house)
  const right = await isPassword(claim.password, kept?.hash ?? (await nobodysHash))
  if (!kept || !right || !claim.accountId) return false
  if (isOutdated(kept.hash))
    await setPassword(tx, { accountId: claim.accountId, hash: await hashOfPassword(claim.password), at: now })
  return true
}

/** Whether this is a one-time code of the account that nobody has used yet; from now on, somebody has. */
export async function provesCode(
  tx: WriteTx,
  claim: { accountId: string; code: string; vault: Vault },
  now: Instant,
): Promise<boolean> {
  const totp = await totpOf(tx, claim.accountId)
  if (!totp) return false
  const secret = claim.vault.open(totp.sealedSecret, totpPlace(totp.id))
  const step = stepOfCode(secret, claim.code, now)
  return step !== undefined && spendStep(tx, totp.id, step)
}

export const recoveryCodeHash = (typed: string): Buffer => digest(`recovery code ${recoveryCodeTyped(typed)}`)

/** Whether this is a recovery code of the account that nobody has used yet; from now on, somebody has. */
export const provesRecoveryCode = (
  tx: WriteTx,
  claim: { accountId: string; recoveryCode: string },
  now: Instant,
): Promise<boolean> =>
  spendRecoveryCode(tx, {
    accountId: claim.accountId,
    hash: recoveryCodeHash(claim.recoveryCode),
    at: now,
  })
