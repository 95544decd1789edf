import { randomBytes } from 'node:crypto'
import { eachTime } from '../audit/audit.commands.ts'
import { house } from '../kernel/actor.ts'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { digest } from '../platform/crypto/digest.ts'
import { become } from '../platform/db/become.ts'
import type { Entry } from '../platform/db/entry.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { factorsOf } from './account.queries.ts'
import { accountByEmail, accountById, isStaff, passwordOf } from './credential.queries.ts'
import { setPassword } from './credential.store.ts'
import { loginLasts } from './login.ts'
import { addLogin, endLogins, rememberDevice, restLogin, type EndedWhy } from './login.store.ts'
import { noticeTo } from './notice.commands.ts'
import { provesPasskey, type Answer, type Means } from './passkey.commands.ts'
import { provesCode, provesRecoveryCode } from './proof.commands.ts'
import { aboutSignIn } from './question.ts'
import { tooSoon, tried } from './tries.commands.ts'
import { deviceMark, signInKey, type Weight } from './weigh.commands.ts'

/** Someone at the door: what their browser says of itself, and how it is handed a token. */
export interface Arriving extends Call {
  readonly means: Means
  readonly address: string
  readonly device: string
  /** Kept by a browser that has signed in before. */
  readonly deviceToken: string | undefined
  readonly entry: Entry | undefined
  /** The only place a token is ever told. */
  readonly hand: (token: string, deviceToken: string | undefined) => void
}

export interface Arrived {
  readonly complete: boolean
  readonly ways: { readonly code: boolean; readonly passkey: boolean; readonly recoveryCode: boolean }
}

interface Claim {
  readonly email: string
}

/** Unknown people and wrong passwords get the same answer, after the same work, which was done before this began. */
export const signIn = eachTime(
  async (tx, { email }: Claim, asked: Arriving & { readonly weight: Weight }) => {
    const { weight, address, deviceToken, machineNow: now } = asked
    if (weight.waitMs > 0) return tooSoon(weight.waitMs)
    const account = await accountByEmail(tx, email)
    const whose = await signInKey(tx, { email, deviceToken, address, now })
    const found = await tried(tx, { account: whose, address, now }, async () =>
      (await fits(tx, account?.id ?? house, { weight, now })) ? account : undefined,
    )
    if (found instanceof Problem) return found
    await become(tx, { accountId: found.id, roles: ['account'] })
    return arrive(tx, { accountId: found.id, factors: 1 }, asked)
  },
)

/** Whether what was weighed is still the account's password; re-hashes what has grown too weak. */
async function fits(
  tx: WriteTx,
  accountId: string,
  { weight, now }: { readonly weight: Weight; readonly now: Instant },
): Promise<boolean> {
  const kept = await passwordOf(tx, accountId)
  if (!kept || !weight.right || kept.hash !== weight.hash) return false
  if (weight.anew) await setPassword(tx, { accountId, hash: weight.anew, at: now })
  return true
}

export const signInByPasskey = eachTime(async (tx, { answer }: { answer: Answer }, asked: Arriving) => {
  const guess = { account: `passkey ${answer.id}`, address: asked.address, now: asked.machineNow }
  const found = await tried(tx, guess, async () => {
    const proof = { answer, means: asked.means, about: aboutSignIn }
    const whose = await provesPasskey(tx, proof, asked.machineNow)
    return whose && accountById(tx, whose.accountId)
  })
  if (found instanceof Problem) return found
  await become(tx, { accountId: found.id, roles: ['account'] })
  return arrive(tx, { accountId: found.id, factors: 2 }, asked)
})

/** The second step: a one-time code. The half-way login ends, and a whole one begins under a new token. */
export const secondFactor = eachTime(async (tx, { code }: { code: string }, asked: Arriving) =>
  stepUp(tx, asked, (accountId) =>
    provesCode(tx, { accountId, code, vault: asked.means.vault }, asked.machineNow),
  ),
)

/** The second step without the device: one of the codes kept on paper. The person is told by mail. */
export const recoveryCode = eachTime(async (tx, typed: { recoveryCode: string }, asked: Arriving) => {
  const arrived = await stepUp(tx, asked, (accountId) =>
    provesRecoveryCode(tx, { accountId, ...typed }, asked.machineNow),
  )
  if (!(arrived instanceof Problem)) await noticeTo(tx, holderOf(asked).accountId, 'recoveryCodeUsed')
  return arrived
})

async function stepUp(
  tx: WriteTx,
  asked: Arriving,
  proves: (accountId: string) => Promise<boolean>,
): Promise<Arrived | Problem> {
  const { accountId, loginId } = holderOf(asked)
  const whose = `code ${accountId}${await deviceMark(tx, accountId, asked)}`
  const proved = await tried(
    tx,
    { account: whose, address: asked.address, now: asked.machineNow },
    async () => ((await proves(accountId)) ? true : undefined),
  )
  if (proved instanceof Problem) return proved
  await endLogins(tx, { accountId, loginId, at: asked.machineNow, why: 'stepped up' })
  return arrive(tx, { accountId, factors: 2 }, asked)
}

/** A fresh token for each step. Complete with one factor only where the account has, and needs, no second. */
export async function arrive(
  tx: WriteTx,
  { accountId, factors }: { accountId: string; factors: 1 | 2 },
  asked: Arriving,
): Promise<Arrived> {
  const has = await factorsOf(tx, accountId)
  const ways = { code: has.code, passkey: has.passkeys > 0, recoveryCode: has.recoveryCodes > 0 }
  const complete = factors === 2 || !(ways.code || ways.passkey || (await isStaff(tx, accountId)))
  const token = newToken()
  const startedAt = asked.machineNow
  await addLogin(tx, {
    id: idFrom(startedAt, randomBytes(16)),
    accountId,
    tokenHash: digest(token),
    factors,
    complete,
    device: asked.device,
    startedAt,
    endsAt: startedAt + loginLasts,
  })
  asked.hand(token, complete ? await deviceTokenFor(tx, accountId, asked) : undefined)
  return { complete, ways }
}

const newToken = (): string => randomBytes(32).toString('base64url')

async function deviceTokenFor(tx: WriteTx, accountId: string, asked: Arriving): Promise<string> {
  const token = asked.deviceToken ?? newToken()
  const id = idFrom(asked.machineNow, randomBytes(16))
  await rememberDevice(tx, { id, accountId, tokenHash: digest(token), since: asked.machineNow })
  return token
}

export const signOut = eachTime(async (tx, _: object, asked: Pick<Arriving, keyof Call | 'entry'>) => {
  const { accountId, loginId } = holderOf(asked)
  await endLogins(tx, { accountId, loginId, at: asked.machineNow, why: 'signed out' })
  return { signedOut: true as const }
})

/** The page was left alone and has covered itself. Not an end: a session room of this sign-in goes on for itself. */
export const rest = eachTime(async (tx, _: object, { machineNow }: Call) => {
  await restLogin(tx, machineNow)
  return { resting: true as const }
})

/** Whatever proved who someone is has changed: every other sign-in ends, and this one goes on under a new token. */
export async function renewLogin(
  tx: WriteTx,
  asked: Arriving,
  { why, factors }: { why: EndedWhy; factors?: 1 | 2 },
): Promise<void> {
  const holder = holderOf(asked)
  const { accountId } = holder
  await endLogins(tx, { accountId, at: asked.machineNow, why })
  await arrive(tx, { accountId, factors: factors ?? holder.factors }, asked)
}

export function holderOf({ entry }: Pick<Arriving, 'entry'>) {
  const accountId = entry?.actor.accountId
  if (!entry || !accountId) throw new Problem('not-signed-in')
  return { accountId, loginId: entry.loginId, factors: entry.factors, entry }
}
