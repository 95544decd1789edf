import { eachTime } from '../audit/audit.commands.ts'
import type { Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { hashOfPassword } from '../platform/crypto/password.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { changeHash, factorsOf } from './account.queries.ts'
import { keepAuthenticator, newRecoveryCodes, provenAuthenticator } from './authenticator.commands.ts'
import { spendConfirmation } from './confirmation.commands.ts'
import { accountById, isStaff } from './credential.queries.ts'
import { endTotp, setPassword } from './credential.store.ts'
import { noticeTo } from './notice.commands.ts'
import { keepPasskey, madePasskey, type Made } from './passkey.commands.ts'
import { endPasskey as endPasskeys } from './passkey.store.ts'
import { commonPasswords } from './password.content.ts'
import { ownWords, passwordFault, shortest } from './password.ts'
import { aboutAccount } from './question.ts'
import { holderOf, renewLogin, type Arriving } from './signin.commands.ts'

interface Confirmed {
  readonly confirmationId: string
}

/** Proof a moment old, then the change; every other sign-in ends, this one gets a new token, and the person is told. */
async function changing<Reply>(
  tx: WriteTx,
  { input, asked, factors }: { input: Confirmed; asked: Arriving; factors?: 1 | 2 },
  change: (holder: { accountId: string; email: string }) => Promise<Reply>,
): Promise<Reply> {
  const { accountId } = holderOf(asked)
  const wanted = { confirmationId: input.confirmationId, documentHash: changeHash }
  await spendConfirmation.within(tx, wanted, asked)
  const account = await accountById(tx, accountId)
  if (!account) throw new Problem('not-signed-in')
  const reply = await change({ accountId, email: account.email })
  await renewLogin(tx, asked, { why: 'sign-in changed', ...(factors && { factors }) })
  await noticeTo(tx, accountId, 'changed')
  return reply
}

const changed = { changed: true as const }

/** Refuses what a guesser would try first; `staff` must choose a longer one. */
export async function keepPassword(
  tx: WriteTx,
  chosen: { accountId: string; email: string; password: string; staff: boolean },
  at: Instant,
): Promise<void> {
  const known = { common: commonPasswords, own: ownWords(chosen.email) }
  const fault = passwordFault(chosen.password, known, chosen.staff ? shortest.staff : shortest.client)
  if (fault) throw new Problem('malformed', [{ path: 'password', fault }])
  await setPassword(tx, { accountId: chosen.accountId, hash: await hashOfPassword(chosen.password), at })
}

export const changePassword = eachTime(async (tx, input: Confirmed & { password: string }, asked: Arriving) =>
  changing(tx, { input, asked }, async ({ accountId, email }) => {
    const staff = await isStaff(tx, accountId)
    await keepPassword(tx, { accountId, email, password: input.password, staff }, asked.machineNow)
    return changed
  }),
)

interface NewAuthenticator extends Confirmed {
  readonly sealed: string
  readonly code: string
}

export const setAuthenticator = eachTime(async (tx, input: NewAuthenticator, asked: Arriving) =>
  changing(tx, { input, asked, factors: 2 }, async ({ accountId }) => {
    const { means, machineNow: now } = asked
    const shown = { sealed: input.sealed, code: input.code, about: aboutAccount(accountId) }
    const proven = provenAuthenticator(means, shown, now)
    if (!proven) throw new Problem('malformed', [{ path: 'code', fault: 'not-recognised' }])
    await keepAuthenticator(tx, { accountId, ...proven }, { means, now })
    return changed
  }),
)

export const endAuthenticator = eachTime(async (tx, input: Confirmed, asked: Arriving) =>
  changing(tx, { input, asked }, async ({ accountId }) => {
    await endTotp(tx, accountId, asked.machineNow)
    await demandSecondFactor(tx, accountId)
    return changed
  }),
)

interface NewPasskey extends Confirmed {
  readonly made: Made
  readonly name: string
}

export const addPasskey = eachTime(async (tx, input: NewPasskey, asked: Arriving) =>
  changing(tx, { input, asked, factors: 2 }, async ({ accountId }) => {
    const { means, machineNow: now } = asked
    const made = await madePasskey({ made: input.made, means, about: aboutAccount(accountId) }, now)
    if (!made) throw new Problem('not-recognised')
    if (!(await keepPasskey(tx, { ...made, accountId, name: input.name }, now))) throw new Problem('id-taken')
    return changed
  }),
)

export const endPasskey = eachTime(async (tx, input: Confirmed & { passkeyId: string }, asked: Arriving) =>
  changing(tx, { input, asked }, async ({ accountId }) => {
    const { passkeyId } = input
    const ended = await endPasskeys(tx, { accountId, passkeyId, until: asked.machineNow })
    if (ended === 0n) throw new Problem('not-found')
    await demandSecondFactor(tx, accountId)
    return changed
  }),
)

/** Staff never take away the last thing that lets them in; neither does anyone who has no password. */
async function demandSecondFactor(tx: WriteTx, accountId: string): Promise<void> {
  const { password, code, passkeys } = await factorsOf(tx, accountId)
  const enough = passkeys > 0 || (password && (code || !(await isStaff(tx, accountId))))
  if (!enough) throw new Problem('last-factor')
}

export const renewRecoveryCodes = eachTime(async (tx, input: Confirmed, asked: Arriving) =>
  changing(tx, { input, asked }, async ({ accountId }) => ({
    codes: await newRecoveryCodes(tx, accountId, asked.machineNow),
  })),
)
