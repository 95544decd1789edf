import { randomBytes } from 'node:crypto'
import { command, noteHere } from '../audit/audit.commands.ts'
import type { MemberRole } from '../kernel/actor.ts'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import { Problem } from '../kernel/problem.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { personById } from '../person/person.queries.ts'
import {
  addMember,
  changeMember as change,
  endMember,
  letMemberBack as letBack,
} from '../practice/member.commands.ts'
import { endLoginsOfLeaver } from './login.store.ts'
import { joinLink, linkLasts } from './link.ts'
import { standingOf } from './link.queries.ts'
import { addInvitation, withdrawInvitations } from './link.store.ts'
import { addressesBeside, memberById, otherAdministrators } from './member.queries.ts'
import { type LinkWay, noticeAt, sendLink } from './notice.commands.ts'
import { spendConfirmation } from './confirmation.commands.ts'
import { widens, widenText } from './widen.ts'

interface Asked extends Call {
  readonly origin: string
  readonly way: LinkWay
}

interface Place {
  readonly kind: 'client' | 'member'
  readonly placeId: string
  readonly email: string
  readonly language: 'en' | 'es'
}

/** Makes the link, sends it its way, and keeps only its hash. */
async function invite(tx: WriteTx, place: Place, { machineNow, origin, way }: Asked): Promise<number> {
  const { seatId } = tx.actor
  if (!seatId) throw new Problem('not-allowed')
  const { state } = await standingOf(tx, place.placeId, machineNow)
  if (state === 'joined') throw new Problem('already-joined')
  const token = randomBytes(24).toString('base64url')
  const expiresAt = machineNow + linkLasts.invitation
  const { email, language } = place
  await addInvitation(tx, {
    ...place,
    id: idFrom(machineNow, randomBytes(16)),
    tokenHash: digest(token),
    madeBy: seatId,
    madeAt: machineNow,
    expiresAt,
  })
  await sendLink(tx, { email, language, kind: 'invitation', link: joinLink(origin, token) }, way)
  return expiresAt
}

interface ClientToInvite {
  readonly personId: string
  readonly id: string
  readonly email?: string | undefined
}

export const inviteClient = command(async (tx, { personId, id, email }: ClientToInvite, asked: Asked) => {
  const person = await personById(tx, personId)
  if (!person) throw new Problem('not-found')
  const to = email ?? person.email?.trim().toLowerCase()
  if (!to) throw new Problem('malformed', [{ path: 'email', fault: 'missing' }])
  const place = { kind: 'client' as const, placeId: personId, email: to, language: person.language }
  return { id, expiresAt: await invite(tx, place, asked) }
})

interface MemberToInvite {
  readonly id: string
  readonly name: string
  readonly roles: readonly MemberRole[]
  readonly email: string
  readonly language: 'en' | 'es'
}

export const inviteMember = command(async (tx, member: MemberToInvite, asked: Asked) => {
  const { id, name, roles, email, language } = member
  if (await memberById(tx, id)) throw new Problem('id-taken')
  await addMember.within(tx, { id, name, roles }, asked)
  return { id, expiresAt: await invite(tx, { kind: 'member', placeId: id, email, language }, asked) }
})

interface Again {
  readonly memberId: string
  readonly email: string
  readonly language: 'en' | 'es'
}

export const inviteMemberAgain = command(async (tx, { memberId, ...again }: Again, asked: Asked) => {
  const member = await memberById(tx, memberId)
  if (!member || member.disabled) throw new Problem('not-found')
  return { id: memberId, expiresAt: await invite(tx, { kind: 'member', placeId: memberId, ...again }, asked) }
})

interface MemberChange {
  readonly memberId: string
  readonly name: string
  readonly roles: readonly MemberRole[]
  readonly confirmationId: string | null
}

export const changeMember = command(async (tx, wanted: MemberChange, asked: Call) => {
  const { memberId: id, name, roles } = wanted
  await demandMember(tx, id)
  if (!roles.includes('administrator')) await demandAnotherAdministrator(tx, id)
  if (await takesMoreForOneself(tx, wanted)) await takeOpenly(tx, wanted, asked)
  return change.within(tx, { id, name, roles }, asked)
})

/** Their seat is gone with the next request; sign-ins that lead nowhere else end; open screens are told to go. */
export const disableMember = command(async (tx, { memberId: id }: { memberId: string }, asked: Call) => {
  await demandMember(tx, id)
  if (id === tx.actor.seatId) throw new Problem('not-for-oneself')
  await demandAnotherAdministrator(tx, id)
  await endMember.within(tx, { id }, asked)
  await withdrawInvitations(tx, { placeId: id, at: asked.machineNow })
  await endLoginsOfLeaver(tx, id, asked.machineNow)
  return { id }
})

export const letMemberBack = command(async (tx, { memberId: id }: { memberId: string }, asked: Call) => {
  await demandMember(tx, id)
  return letBack.within(tx, { id }, asked)
})

async function demandMember(tx: WriteTx, id: string): Promise<void> {
  if (!(await memberById(tx, id))) throw new Problem('not-found')
}

/** Nobody opens records to themself: a part more is given by another administrator, where there is one. */
async function takesMoreForOneself(tx: WriteTx, { memberId, roles }: MemberChange): Promise<boolean> {
  if (memberId !== tx.actor.seatId) return false
  if (!widens((await memberById(tx, memberId))?.roles ?? [], roles)) return false
  if ((await otherAdministrators(tx, memberId)) > 0) throw new Problem('not-for-oneself')
  return true
}

/** Alone, with proof a moment old; and never silently: on the trail by its own name, and told to everyone else who works here. */
async function takeOpenly(
  tx: WriteTx,
  { memberId, roles, confirmationId }: MemberChange,
  asked: Call,
): Promise<void> {
  if (!confirmationId) throw new Problem('confirmation-needed')
  const documentHash = digest(widenText(memberId, roles)).toString('hex')
  await spendConfirmation.within(tx, { confirmationId, documentHash }, asked)
  await noteHere(tx, { ...asked, action: 'own-part.take' })
  for (const address of await addressesBeside(tx, memberId)) await noticeAt(tx, address, 'partTaken')
}

/** A practice keeps at least one administrator who can sign in. */
async function demandAnotherAdministrator(tx: WriteTx, id: string): Promise<void> {
  const member = await memberById(tx, id)
  if (!member?.roles.includes('administrator')) return
  if ((await otherAdministrators(tx, id)) === 0) throw new Problem('last-administrator')
}
