import { house } from '../kernel/actor.ts'
import type { Instant } from '../kernel/instant.ts'
import { digest } from '../platform/crypto/digest.ts'
import { hashOfPassword, isOutdated, isPassword, nobodysHash } from '../platform/crypto/password.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { openAgainAt, perAccount, perAddress } from './backoff.ts'
import { accountByEmail, knowsDevice, passwordOf } from './credential.queries.ts'
import { triesOf } from './tries.store.ts'

export interface Asking {
  readonly email: string
  readonly address: string
  readonly deviceToken: string | undefined
  readonly now: Instant
}

/** What a password is weighed against, and from when on. */
interface Tried {
  readonly hash: string | undefined
  /** Above zero: it comes too soon, and is not weighed at all. */
  readonly waitMs: number
}

/** A password once it was weighed; what is made of it is decided in the transaction that counts the try. */
export interface Weight {
  readonly waitMs: number
  /** Whether it fitted, and what it was held against: a password that was changed meanwhile is another one. */
  readonly right: boolean
  readonly hash: string | undefined
  /** The same password hashed anew, where its hash has grown too weak. */
  readonly anew: string | undefined
}

/** A browser that has signed in before is counted apart: nobody else's guesses slow it down. */
export async function signInKey(tx: PracticeTx, { email, deviceToken }: Asking): Promise<string> {
  const account = await accountByEmail(tx, email)
  return `sign-in ${email}${await deviceMark(tx, account?.id, { deviceToken })}`
}

export async function deviceMark(
  tx: PracticeTx,
  accountId: string | undefined,
  { deviceToken }: { readonly deviceToken: string | undefined },
): Promise<string> {
  const hash = digest(deviceToken ?? '')
  return (await knowsDevice(tx, accountId ?? house, hash)) ? ` ${hash.toString('hex')}` : ''
}

/** Looked up and let go: nothing is counted here, and nothing locked. */
export async function triedOf(tx: PracticeTx, asking: Asking): Promise<Tried> {
  const { now, address } = asking
  const account = await triesOf(tx, `account ${await signInKey(tx, asking)}`, now)
  const from = await triesOf(tx, `address ${address}`, now)
  const waitMs = Math.max(openAgainAt(account, perAccount), openAgainAt(from, perAddress)) - now
  const whose = await accountByEmail(tx, asking.email)
  const kept = await passwordOf(tx, whose?.id ?? house)
  return { hash: kept?.hash, waitMs: Math.max(0, waitMs) }
}

/** Takes as long for nobody as for somebody. */
export async function weighed(password: string, { hash, waitMs }: Tried): Promise<Weight> {
  if (waitMs > 0) return { waitMs, right: false, hash, anew: undefined }
  const fits = await isPassword(password, hash ?? (await nobodysHash))
  const right = fits && hash !== undefined
  return { waitMs, right, hash, anew: right && isOutdated(hash) ? await hashOfPassword(password) : undefined }
}
