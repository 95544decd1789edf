import { randomBytes } from 'node:crypto'
import { command } from '../audit/audit.commands.ts'
import { reasonIn } from '../audit/why.ts'
import { lastMedicineOf } from '../consent/medicine.queries.ts'
import { consentWindow } from '../consent/window.ts'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import { Problem } from '../kernel/problem.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { spendConfirmation } from './confirmation.commands.ts'
import { endOf, permissionShown, type GuestEnd, type Lasting, type LicenseFinding } from './guest.ts'
import { courseEndOf, grantById, ownGrant, type GrantRow } from './guest.queries.ts'
import { addEnd, addGrant, addLicenseCheck, endSeat } from './guest.store.ts'
import { joinLink, linkLasts } from './link.ts'
import { addInvitation, withdrawInvitations } from './link.store.ts'
import { type LinkWay, sendLink } from './notice.commands.ts'

interface Permission {
  readonly courseId: string
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: 'en' | 'es'
  readonly lasts: Lasting
  readonly documentHash: string
  readonly confirmationId: string
}

interface Asked extends Call {
  readonly origin: string
  readonly way: LinkWay
}

/** The client's own decision, signed as any other, and never between a dose and a day after discharge. */
export const inviteGuest = command(async (tx, permission: Permission, asked: Asked) => {
  const { careNow, personId } = asked
  const { seatId } = tx.actor
  if (!personId || !seatId) throw new Problem('not-allowed')
  await demandOpen(tx, { personId, courseId: permission.courseId }, asked)
  const shown = permissionShown({ ...permission, personId })
  const documentHash = digest(shown).toString('hex')
  if (documentHash !== permission.documentHash) throw new Problem('changed-meanwhile')
  const { confirmationId } = await spendConfirmation.within(tx, permission, asked)
  await addGrant(tx, {
    ...permission,
    personId,
    until: endOf(permission.lasts, careNow),
    shown,
    confirmationId,
    grantedAt: careNow,
    grantedBy: seatId,
  })
  return { id: permission.id, expiresAt: await sendTo(tx, permission, asked) }
})

async function demandOpen(tx: WriteTx, about: { personId: string; courseId: string }, { careNow }: Call) {
  const course = await courseEndOf(tx, about)
  if (!course) throw new Problem('not-found')
  if (course.endsAt !== null && course.endsAt <= careNow) throw new Problem('course-ended')
  if (!consentWindow(await lastMedicineOf(tx, about.personId), careNow).open)
    throw new Problem('nothing-widens-yet')
}

async function sendTo(
  tx: WriteTx,
  permission: Permission,
  { machineNow, origin, way }: Asked,
): Promise<number> {
  const token = randomBytes(24).toString('base64url')
  const expiresAt = machineNow + linkLasts.invitation
  const { email, language } = permission
  await addInvitation(tx, {
    id: idFrom(machineNow, randomBytes(16)),
    kind: 'guest',
    placeId: permission.id,
    email,
    language,
    tokenHash: digest(token),
    madeBy: tx.actor.seatId!,
    madeAt: machineNow,
    expiresAt,
  })
  await sendLink(tx, { email, language, kind: 'guestInvitation', link: joinLink(origin, token) }, way)
  return expiresAt
}

/** Works always and at once, in whatever state: before the link is opened, and as long as the guest is here. */
export const endGuest = command(
  async (tx, { id, grantId }: { id: string; personId: string; grantId: string }, asked) => {
    const grant = asked.personId ? await grantById(tx, asked.personId, grantId) : undefined
    if (!grant) throw new Problem('not-found')
    await end(tx, { id, grant, how: 'taken-back' }, asked)
    return { id: grantId }
  },
)

/** The guest goes, for reasons of their own. */
export const leaveAsGuest = command(async (tx, { id }: { id: string }, asked) => {
  const grant = await ownGrant(tx)
  if (!grant) throw new Problem('seat-ended')
  await end(tx, { id, grant, how: 'left' }, asked)
  return { id: grant.id }
})

/** The practice ends it, with a reason that the client can read. What it cannot do is let someone in. */
export const dismissGuest = command(
  async (
    tx,
    { id, grantId, reason }: { id: string; personId: string; grantId: string; reason: string },
    asked,
  ) => {
    const grant = asked.personId ? await grantById(tx, asked.personId, grantId) : undefined
    if (!grant) throw new Problem('not-found')
    await end(tx, { id, grant, how: 'ended-here', reason }, asked)
    return { id: grantId }
  },
  ({ id }) => reasonIn('guest_grant_end', id),
)

interface Look {
  readonly id: string
  readonly personId: string
  readonly grantId: string
  readonly found: LicenseFinding
  readonly lookedIn: string
}

/** What a member found on the list of the licensing board. It opens and closes nothing by itself. */
export const checkLicense = command(async (tx, look: Look, { careNow, personId }) => {
  const grant = personId ? await grantById(tx, personId, look.grantId) : undefined
  const { seatId } = tx.actor
  if (!grant || !grant.seatId || !seatId) throw new Problem('not-found')
  const { courseId } = grant
  await addLicenseCheck(tx, { ...look, courseId, checkedAt: careNow, checkedBy: seatId })
  return { id: look.id }
})

interface Ending {
  readonly id: string
  readonly grant: GrantRow
  readonly how: GuestEnd
  readonly reason?: string
}

async function end(tx: WriteTx, ending: Ending, { careNow, machineNow }: Call): Promise<void> {
  const { grant, ...told } = ending
  const { seatId: endedBy } = tx.actor
  if (!endedBy) throw new Problem('not-allowed')
  const { personId, courseId } = grant
  await addEnd(tx, { ...told, personId, courseId, grantId: grant.id, endedAt: careNow, endedBy })
  if (grant.seatId) await endSeat(tx, grant.seatId, machineNow)
  else await withdrawInvitations(tx, { placeId: grant.id, at: machineNow })
}
