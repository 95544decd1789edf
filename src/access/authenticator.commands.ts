import { randomBytes } from 'node:crypto'
import { idFrom } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { newTotpSecret, stepOfCode, totpAddress, totpText } from '../platform/crypto/totp.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { totpPlace } from './credential.queries.ts'
import { setRecoveryCodes, setTotp } from './credential.store.ts'
import type { Means } from './passkey.commands.ts'
import { recoveryCodeHash } from './proof.commands.ts'
import { pictureLasts } from './question.ts'
import { recoveryCodeBytes, recoveryCodeCount, recoveryCodeFrom } from './recovery-code.ts'

const place = (about: string) => `authenticator ${about}`
const untilBytes = 8

/** A new secret for an authenticator app. It is kept only once a code proves that the app has it; till then it travels sealed. */
export function newAuthenticator(
  means: Means,
  { about, email, now }: { about: string; email: string; now: Instant },
) {
  const secret = newTotpSecret()
  const until = Buffer.alloc(untilBytes)
  until.writeDoubleBE(now + pictureLasts)
  return {
    secret: totpText(secret),
    address: totpAddress(secret, 'Throughline', email),
    sealed: means.vault.seal(Buffer.concat([until, secret]), place(about)).toString('base64url'),
  }
}

interface Shown {
  readonly sealed: string
  readonly code: string
  readonly about: string
}

export interface Authenticator {
  readonly secret: Buffer
  /** Of the code that proved it: that one is used up. */
  readonly step: number
}

export function provenAuthenticator(means: Means, shown: Shown, now: Instant): Authenticator | undefined {
  const opened = openedSafely(means, shown)
  if (!opened || opened.readDoubleBE() <= now) return undefined
  const secret = opened.subarray(untilBytes)
  const step = stepOfCode(secret, shown.code, now)
  return step === undefined ? undefined : { secret, step }
}

function openedSafely({ vault }: Means, { sealed, about }: Shown): Buffer | undefined {
  try {
    return vault.open(Buffer.from(sealed, 'base64url'), place(about))
  } catch {
    return undefined
  }
}

export async function keepAuthenticator(
  tx: WriteTx,
  { accountId, secret, step }: Authenticator & { accountId: string },
  { means, now }: { means: Means; now: Instant },
): Promise<void> {
  const id = idFrom(now, randomBytes(16))
  const sealedSecret = means.vault.seal(secret, totpPlace(id))
  await setTotp(tx, { id, accountId, sealedSecret, lastUsedStep: step, since: now })
}

/** Shown once and never again; only hashes stay. */
export async function newRecoveryCodes(tx: WriteTx, accountId: string, now: Instant): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () =>
    recoveryCodeFrom(randomBytes(recoveryCodeBytes)),
  )
  const hashes = codes.map((code) => ({ id: idFrom(now, randomBytes(16)), hash: recoveryCodeHash(code) }))
  await setRecoveryCodes(tx, { accountId, hashes, madeAt: now })
  return codes
}
