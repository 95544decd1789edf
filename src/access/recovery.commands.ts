import { randomBytes } from 'node:crypto'
import { command } from '../audit/audit.commands.ts'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { Entry } from '../platform/db/entry.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { spendConfirmation } from './confirmation.commands.ts'
import { contactOf } from './credential.queries.ts'
import { linkLasts, recoverLink } from './link.ts'
import { addSignInLink } from './link.store.ts'
import { type LinkWay, noticeTo, sendLink } from './notice.commands.ts'
import { isOwn, mayDecide, recoveryText } from './recovery.ts'
import { holderOfPlace, openRecovery, placesOf } from './recovery.queries.ts'
import { addRecovery, decide } from './recovery.store.ts'
import { holderOf } from './signin.commands.ts'

/** Asks every practice where this account has a place. The holder is told, so that nobody asks behind their back. */
export async function askEverywhere(tx: WriteTx, accountId: string, now: Instant): Promise<number> {
  const places = await placesOf(tx, accountId)
  for (const place of places)
    await addRecovery(tx, {
      ...place,
      accountId,
      id: idFrom(now, randomBytes(16)),
      askedBy: null,
      askedAt: now,
    })
  if (places.length > 0) await noticeTo(tx, accountId, 'recoveryAsked')
  return places.length
}

interface Asked extends Call {
  readonly entry: Entry | undefined
}

/** "I have lost my second step", said by someone whose password was right. */
export const sayLost = command(async (tx, _: object, asked: Asked) => ({
  asked: await askEverywhere(tx, holderOf(asked).accountId, asked.machineNow),
}))

/** Asked by staff, for a member or a client of theirs, after a word with them. Someone else must allow it. */
export const askFor = command(async (tx, input: { placeId: string; id: string }, { machineNow }: Call) => {
  const { practiceId, seatId } = tx.actor
  const accountId = await holderOfPlace(tx, input.placeId)
  if (!accountId || !seatId) throw new Problem('not-found')
  if (seatId === input.placeId) throw new Problem('not-for-oneself')
  await addRecovery(tx, {
    practiceId,
    id: input.id,
    accountId,
    seatId: input.placeId,
    askedBy: seatId,
    askedAt: machineNow,
  })
  await noticeTo(tx, accountId, 'recoveryAsked')
  return { id: input.id }
})

interface Renewing extends Call {
  readonly origin: string
  readonly way: LinkWay
}

interface Decision {
  readonly recoveryId: string
  readonly allow: boolean
  readonly confirmationId: string | null
}

/**
 * Decided by someone who is neither the person nor the one who asked, with proof a moment old. Allowed, a link goes to the
 * address the person has always signed in with: never to one that was given now.
 */
export const decideRecovery = command(
  async (tx, { recoveryId, allow, confirmationId }: Decision, asked: Renewing) => {
    const recovery = await openRecovery(tx, recoveryId)
    const { seatId } = tx.actor
    if (!recovery || !seatId) throw new Problem('not-found')
    if (!mayDecide(recovery, tx.actor))
      throw new Problem(isOwn(recovery, tx.actor) ? 'not-for-oneself' : 'not-allowed')
    if (allow) {
      // Handed to one who decides, the link would let one person take over another's sign-in.
      if (asked.way.byHand) throw new Problem('no-mail')
      const documentHash = digest(recoveryText(recoveryId)).toString('hex')
      if (!confirmationId) throw new Problem('confirmation-needed')
      await spendConfirmation.within(tx, { confirmationId, documentHash }, asked)
    }
    const decision = { id: recoveryId, by: seatId, at: asked.machineNow, allowed: allow }
    if (!(await decide(tx, decision))) throw new Problem('changed-meanwhile')
    if (allow) await sendRenewal(tx, recovery.accountId, asked)
    return { allowed: allow }
  },
)

async function sendRenewal(
  tx: WriteTx,
  accountId: string,
  { machineNow, origin, way }: Renewing,
): Promise<void> {
  const token = randomBytes(24).toString('base64url')
  await addSignInLink(tx, {
    id: idFrom(machineNow, randomBytes(16)),
    accountId,
    kind: 'renewal',
    tokenHash: digest(token),
    madeAt: machineNow,
    expiresAt: machineNow + linkLasts.renewal,
  })
  const account = await contactOf(tx, accountId)
  if (!account) throw new Problem('not-found')
  await sendLink(tx, { ...account, kind: 'newFactors', link: recoverLink(origin, token) }, way)
}
