import * as z from 'zod/mini'
import { memberRoles } from '../kernel/actor.ts'
import { defineEndpoint } from './endpoint.contract.ts'
import { DocumentHash } from './confirmation.contract.ts'
import { Email } from './signin.contract.ts'
import { line } from '../platform/http/text.contract.ts'

const name = line(200)
const practice = () => ({ practice: true }) as const

/** The link itself, where no mail leaves this server: told once, to whoever made it. */
export const ByHand = z.nullable(z.string())

const Standing = {
  state: z.enum(['none', 'invited', 'expired', 'joined']),
  email: z.nullable(z.string()),
  expiresAt: z.nullable(z.number()),
}

/** Whether this client can sign in yet. */
export const clientStanding = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/invitation',
  action: 'person.invite',
  subject: ({ personId }) => ({ personId }),
  input: z.object({ personId: z.uuid() }),
  reply: z.object(Standing),
})

/** Invites the client, by the address in their record unless another is given. A second one puts the first out. */
export const inviteClient = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/invitation',
  action: 'person.invite',
  subject: ({ personId }) => ({ personId }),
  input: z.strictObject({ personId: z.uuid(), id: z.uuid(), email: z.optional(Email) }),
  reply: z.object({ id: z.uuid(), expiresAt: z.number(), link: ByHand }),
})

const Roles = z.array(z.enum(memberRoles)).check(z.minLength(1), z.maxLength(memberRoles.length))

export const readMembers = defineEndpoint({
  method: 'GET',
  path: '/api/staff',
  action: 'member.read',
  subject: practice,
  input: z.object({}),
  reply: z.object({
    members: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        roles: z.array(z.enum(memberRoles)),
        email: z.nullable(z.string()),
        state: z.enum(['none', 'invited', 'expired', 'joined', 'disabled']),
        expiresAt: z.nullable(z.number()),
        me: z.boolean(),
      }),
    ),
  }),
})

export const inviteMember = defineEndpoint({
  method: 'POST',
  path: '/api/staff',
  action: 'member.invite',
  subject: practice,
  input: z.strictObject({
    id: z.uuid(),
    name,
    roles: Roles,
    email: Email,
    language: z.enum(['en', 'es']),
  }),
  reply: z.object({ id: z.uuid(), expiresAt: z.number(), link: ByHand }),
})

export const inviteMemberAgain = defineEndpoint({
  method: 'POST',
  path: '/api/staff/:memberId/invitation',
  action: 'member.invite',
  subject: practice,
  input: z.strictObject({ memberId: z.uuid(), email: Email, language: z.enum(['en', 'es']) }),
  reply: z.object({ id: z.uuid(), expiresAt: z.number(), link: ByHand }),
})

const MemberId = z.object({ id: z.uuid() })

/** The proof is asked of whoever takes a part more for themself, where nobody else could give it. */
export const changeMember = defineEndpoint({
  method: 'POST',
  path: '/api/staff/:memberId',
  action: 'member.change',
  subject: practice,
  input: z.strictObject({
    memberId: z.uuid(),
    name,
    roles: Roles,
    confirmationId: z.nullable(z.uuid()),
  }),
  reply: MemberId,
})

/** Out, everywhere in this practice, within the second. */
export const disableMember = defineEndpoint({
  method: 'POST',
  path: '/api/staff/:memberId/disable',
  action: 'member.change',
  subject: practice,
  input: z.strictObject({ memberId: z.uuid() }),
  reply: MemberId,
})

export const letMemberBack = defineEndpoint({
  method: 'POST',
  path: '/api/staff/:memberId/back',
  action: 'member.change',
  subject: practice,
  input: z.strictObject({ memberId: z.uuid() }),
  reply: MemberId,
})

/** Asked for someone who has lost what lets them in; another must allow it. */
export const askForMember = defineEndpoint({
  method: 'POST',
  path: '/api/staff/:memberId/recovery',
  action: 'account.recover-member',
  subject: practice,
  input: z.strictObject({ memberId: z.uuid(), id: z.uuid() }),
  reply: MemberId,
})

export const askForClient = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/recovery',
  action: 'account.recover-client',
  subject: ({ personId }) => ({ personId }),
  input: z.strictObject({ personId: z.uuid(), id: z.uuid() }),
  reply: MemberId,
})

export const readRecoveries = defineEndpoint({
  method: 'GET',
  path: '/api/recoveries',
  action: 'account.recoveries',
  subject: practice,
  input: z.object({}),
  reply: z.object({
    recoveries: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        kind: z.enum(['member', 'client']),
        askedAt: z.number(),
        /** Who asked for them; null when they asked themselves. */
        askedBy: z.nullable(z.string()),
        mayDecide: z.boolean(),
        /** What is confirmed to allow it. */
        documentHash: DocumentHash,
      }),
    ),
  }),
})

export const decideRecovery = defineEndpoint({
  method: 'POST',
  path: '/api/recoveries/:recoveryId/decide',
  action: 'account.recoveries',
  subject: practice,
  input: z.strictObject({ recoveryId: z.uuid(), allow: z.boolean(), confirmationId: z.nullable(z.uuid()) }),
  reply: z.object({ allowed: z.boolean() }),
})

/** Mail that has not left: to whom, about what by its neutral title (neither for mail about someone's own sign-in), since when. */
export const readUnsent = defineEndpoint({
  method: 'GET',
  path: '/api/mails/unsent',
  action: 'member.read',
  subject: practice,
  input: z.object({}),
  reply: z.object({
    mails: z.array(
      z.object({
        to: z.nullable(z.string()),
        subject: z.nullable(z.string()),
        since: z.number(),
        tries: z.number(),
        gaveUp: z.boolean(),
      }),
    ),
  }),
})
