import { randomBytes } from 'node:crypto'
import { command, eachTime, noteHere } from '../audit/audit.commands.ts'
import { reasonIn } from '../audit/why.ts'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import { Problem } from '../kernel/problem.ts'
import { digest } from '../platform/crypto/digest.ts'
import { become } from '../platform/db/become.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { accountByEmail } from './credential.queries.ts'
import { linkLasts, recoverLink } from './link.ts'
import { addSignInLink } from './link.store.ts'
import { endLogins } from './login.store.ts'
import { noticeTo } from './notice.commands.ts'
import { administratorsHere, isOwnerRecovery, type Administrator } from './owner.queries.ts'
import { addOwnerRecovery, addSeen } from './owner.store.ts'
import { placesOf } from './recovery.queries.ts'

interface Lost {
  readonly email: string
  /** Why the owner does it although another administrator could. */
  readonly although: string | null
}

interface Asked extends Call {
  readonly origin: string
}

interface Place {
  readonly practiceId: string
  readonly seatId: string
  readonly others: readonly Administrator[]
}

/**
 * For an administrator who has lost everything, where no other can let them in: whoever owns the computer and its data makes a
 * link from the command line (in the house). Never silent: it stands on the sealed trail of every practice concerned, is
 * shown to its administrators and auditors, and is told to the person and to every other administrator by mail. Their other
 * sign-ins end at once. The link is handed to the owner alone, because the mailbox may be among what was lost.
 */
export const renewByOwner = eachTime(async (tx, { email, although }: Lost, asked: Asked) => {
  const house = tx.actor
  const account = await accountByEmail(tx, email.trim().toLowerCase())
  if (!account) throw new Problem('not-found')
  const places = await administeredBy(tx, account.id)
  if (places.length === 0) throw new Problem('not-an-administrator')
  if (although === null && places.some(({ others }) => others.length > 0))
    throw new Problem('another-administrator')
  for (const place of places) await noteIn(tx, { place, although }, asked)
  await become(tx, house)
  const { machineNow: at } = asked
  await endLogins(tx, { accountId: account.id, at, why: 'sign-in changed' })
  const { token, expiresAt } = await newLink(tx, account.id, at)
  await noticeTo(tx, account.id, 'renewedByOwner')
  const told = new Set(places.flatMap(({ others }) => others.map(({ accountId }) => accountId)))
  for (const accountId of told) await noticeTo(tx, accountId, 'otherRenewedByOwner')
  return { email: account.email, link: recoverLink(asked.origin, token), expiresAt, told: told.size }
})

/** Where this account administers, and who else does there. Afterwards the transaction acts in the last of those places. */
async function administeredBy(tx: WriteTx, accountId: string): Promise<Place[]> {
  const administered: Place[] = []
  for (const { practiceId, seatId } of await placesOf(tx, accountId)) {
    await become(tx, { practiceId })
    const here = await administratorsHere(tx)
    if (!here.some((one) => one.seatId === seatId)) continue
    administered.push({ practiceId, seatId, others: here.filter((one) => one.accountId !== accountId) })
  }
  return administered
}

async function noteIn(
  tx: WriteTx,
  { place, although }: { place: Place; although: string | null },
  asked: Asked,
): Promise<void> {
  await become(tx, { practiceId: place.practiceId })
  const { machineNow: at } = asked
  const id = idFrom(at, randomBytes(16))
  await addOwnerRecovery(tx, { id, memberId: place.seatId, although, at })
  const why = although === null ? null : reasonIn('owner_recovery', id)
  await noteHere(tx, { ...asked, subject: { practice: true }, why })
}

async function newLink(tx: WriteTx, accountId: string, now: number) {
  const token = randomBytes(24).toString('base64url')
  const expiresAt = now + linkLasts.byOwner
  await addSignInLink(tx, {
    id: idFrom(now, randomBytes(16)),
    accountId,
    kind: 'renewal',
    tokenHash: digest(token),
    madeAt: now,
    expiresAt,
  })
  return { token, expiresAt }
}

/** An administrator or auditor has read that it happened. */
export const seenByMe = command(async (tx, { recoveryId }: { recoveryId: string }, { machineNow }: Call) => {
  const { seatId } = tx.actor
  if (!seatId || !(await isOwnerRecovery(tx, recoveryId))) throw new Problem('not-found')
  await addSeen(tx, { recoveryId, seatId, at: machineNow })
  return { seen: true as const }
})
