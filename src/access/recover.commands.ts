import { randomBytes } from 'node:crypto'
import { eachTime } from '../audit/audit.commands.ts'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import { Problem } from '../kernel/problem.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { Vault } from '../platform/crypto/vault.ts'
import { become } from '../platform/db/become.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { writing, type WriteTx } from '../platform/db/write.ts'
import { enqueue } from '../platform/jobs/jobs.ts'
import { factorsOf } from './account.queries.ts'
import { accountByEmail, isStaff } from './credential.queries.ts'
import { endTotp } from './credential.store.ts'
import { keepPassword } from './factor.commands.ts'
import { linkLasts, recoverLink } from './link.ts'
import { signInLinkBy, type OwnLink } from './link.queries.ts'
import { addSignInLink, spendSignInLink } from './link.store.ts'
import { endLogins, forgetDevices } from './login.store.ts'
import { settle, type Chosen } from './newcomer.commands.ts'
import { noticeTo, sendLink } from './notice.commands.ts'
import { endPasskey } from './passkey.store.ts'
import { provesCode, provesRecoveryCode } from './proof.commands.ts'
import { aboutInvitation } from './question.ts'
import { askEverywhere } from './recovery.commands.ts'
import { arrive, type Arriving } from './signin.commands.ts'
import { mayAsk, tried } from './tries.commands.ts'

export const newPasswordTask = 'new-password'

export interface NewPasswordJob {
  readonly email: string
}

/** Whether anyone has this address is found out later, by a job: the answer takes no longer for one than for none. */
export const forgot = eachTime(
  async (
    tx,
    { email }: { email: string },
    {
      address,
      machineNow: now,
      mailLeaves,
    }: Call & { readonly address: string; readonly mailLeaves: boolean },
  ) => {
    if (!mailLeaves) return { asked: true as const, mailLeaves }
    if (await mayAsk(tx, { account: `recover ${email}`, address, now }))
      await enqueue(tx, newPasswordTask, { payload: { email } satisfies NewPasswordJob })
    return { asked: true as const, mailLeaves }
  },
)

/** The job: a link for whoever has this address, and nothing for nobody. */
export async function mailNewPassword(
  reading: PracticeTx,
  { email }: NewPasswordJob,
  { origin, now, vault }: { origin: string; now: number; vault: Vault },
): Promise<void> {
  const tx = writing(reading)
  const account = await accountByEmail(tx, email)
  if (!account) return
  const token = randomBytes(24).toString('base64url')
  await addSignInLink(tx, {
    id: idFrom(now, randomBytes(16)),
    accountId: account.id,
    kind: 'new-password',
    tokenHash: digest(token),
    madeAt: now,
    expiresAt: now + linkLasts.newPassword,
  })
  await sendLink(tx, { ...account, kind: 'newPassword', link: recoverLink(origin, token) }, { vault })
}

interface WithToken {
  readonly token: string
}

/** A link of one's own, still good. From here on the transaction acts for its holder. */
async function opened(tx: WriteTx, { token }: WithToken, { machineNow }: Call): Promise<OwnLink> {
  const link = await signInLinkBy(tx, token, machineNow)
  if (!link) throw new Problem('link-gone')
  await become(tx, { accountId: link.accountId, roles: ['account'] })
  return link
}

async function spend(tx: WriteTx, link: OwnLink, { machineNow: at }: Call): Promise<void> {
  if (!(await spendSignInLink(tx, { id: link.id, accountId: link.accountId, at })))
    throw new Problem('link-gone')
}

interface NewPassword extends WithToken {
  readonly password: string
  readonly code: string | null
  readonly recoveryCode: string | null
}

export const newPassword = eachTime(async (tx, input: NewPassword, asked: Arriving) => {
  const link = await opened(tx, input, asked)
  const { accountId, email } = link
  if (link.kind !== 'new-password') throw new Problem('link-gone')
  const { code, passkeys, recoveryCodes } = await factorsOf(tx, accountId)
  const has = code || passkeys > 0 || recoveryCodes > 0
  if (has) {
    const shown = await secondShown(tx, { accountId, ...input }, asked)
    if (shown instanceof Problem) return shown
  }
  await spend(tx, link, asked)
  const staff = await isStaff(tx, accountId)
  await keepPassword(tx, { accountId, email, password: input.password, staff }, asked.machineNow)
  await endLogins(tx, { accountId, at: asked.machineNow, why: 'sign-in changed' })
  await noticeTo(tx, accountId, 'changed')
  const { complete } = await arrive(tx, { accountId, factors: has ? 2 : 1 }, asked)
  return { complete }
})

const secondShown = (
  tx: WriteTx,
  claim: { accountId: string; code: string | null; recoveryCode: string | null },
  { address, machineNow: now, means }: Arriving,
): Promise<true | Problem> =>
  tried(tx, { account: `code ${claim.accountId}`, address, now }, async () => {
    const { accountId, code, recoveryCode } = claim
    if (code && (await provesCode(tx, { accountId, code, vault: means.vault }, now))) return true
    if (recoveryCode && (await provesRecoveryCode(tx, { accountId, recoveryCode }, now))) return true
    return undefined
  })

/** Everything that let this person in ends; what they chose now takes its place. */
export const renew = eachTime(async (tx, { token, ...chosen }: WithToken & Chosen, asked: Arriving) => {
  const link = await opened(tx, { token }, asked)
  if (link.kind !== 'renewal') throw new Problem('link-gone')
  await spend(tx, link, asked)
  const { accountId, email } = link
  const { machineNow: now, means } = asked
  await endTotp(tx, accountId, now)
  await endPasskey(tx, { accountId, until: now })
  await forgetDevices(tx, accountId, now)
  await endLogins(tx, { accountId, at: now, why: 'sign-in changed' })
  const staff = await isStaff(tx, accountId)
  const newcomer = { ...chosen, accountId, email, staff, about: aboutInvitation(link.id) }
  const codes = await settle(tx, newcomer, { means, now })
  await noticeTo(tx, accountId, 'changed')
  await arrive(tx, { accountId, factors: chosen.second ? 2 : 1 }, asked)
  return { codes }
})

/** Asked with a link to one's own mailbox in hand. The link stays good: it opens nothing by itself. */
export const lostToo = eachTime(async (tx, input: WithToken, asked: Call) => {
  const { accountId } = await opened(tx, input, asked)
  return { asked: await askEverywhere(tx, accountId, asked.machineNow) }
})
