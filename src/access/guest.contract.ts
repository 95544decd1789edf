import * as z from 'zod/mini'
import { DocumentHash } from './confirmation.contract.ts'
import { defineEndpoint } from './endpoint.contract.ts'
import { lastings, licenseFindings } from './guest.ts'
import { ByHand } from './invite.contract.ts'
import { Email } from './signin.contract.ts'
import { line, lines } from '../platform/http/text.contract.ts'

const moment = z.nullable(z.number())

/** Whom the client let in, and how it stands with each. Read by the client and by the practice's own team. */
export const readGuests = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/guests',
  action: 'guest.read',
  subject: ({ personId }) => ({ personId }),
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    /** The course someone could be let into; null where none is open. */
    courseId: z.nullable(z.uuid()),
    personName: z.string(),
    window: z.object({ open: z.boolean(), until: moment }),
    guests: z.array(
      z.object({
        id: z.uuid(),
        courseId: z.uuid(),
        /** As the guest states it; until they join, as the client knows them. */
        name: z.string(),
        email: z.string(),
        state: z.enum(['invited', 'link-old', 'here', 'over', 'taken-back', 'left', 'ended-here']),
        grantedAt: z.number(),
        until: moment,
        joinedAt: moment,
        endedAt: moment,
        practiceName: z.nullable(z.string()),
        license: z.nullable(z.object({ state: z.string(), number: z.string() })),
        /** The last look at the board's list; null where nobody has looked. */
        licenseCheck: z.nullable(
          z.object({
            found: z.enum(licenseFindings),
            lookedIn: z.string(),
            at: z.number(),
            byName: z.string(),
          }),
        ),
        /** Why the practice ended it, in its own words, which the client reads too. */
        reason: z.nullable(z.string()),
      }),
    ),
    can: z.object({ invite: z.boolean(), end: z.boolean(), dismiss: z.boolean(), checkLicense: z.boolean() }),
  }),
})

export type Guests = z.output<typeof readGuests.reply>

export const inviteGuest = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/guests',
  action: 'guest.invite',
  subject: ({ courseId }) => ({ courseId }),
  input: z.strictObject({
    courseId: z.uuid(),
    id: z.uuid(),
    name: line(200),
    email: Email,
    language: z.enum(['en', 'es']),
    lasts: z.enum(lastings),
    documentHash: DocumentHash,
    confirmationId: z.uuid(),
  }),
  reply: z.object({ id: z.uuid(), expiresAt: z.number(), link: ByHand }),
})

/** At once, at any time, for no reason. */
export const endGuest = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/guests/:grantId/end',
  action: 'guest.end',
  subject: ({ personId }) => ({ personId }),
  input: z.strictObject({ personId: z.uuid(), grantId: z.uuid(), id: z.uuid() }),
  reply: z.object({ id: z.uuid() }),
})

/** By the practice, with a reason that the client can read. */
export const dismissGuest = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/guests/:grantId/dismissal',
  action: 'guest.dismiss',
  subject: ({ personId }) => ({ personId }),
  input: z.strictObject({
    personId: z.uuid(),
    grantId: z.uuid(),
    id: z.uuid(),
    reason: lines(2000),
  }),
  reply: z.object({ id: z.uuid() }),
})

/** What the list of the licensing board said when a member looked. */
export const checkLicense = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/guests/:grantId/license',
  action: 'guest.check-license',
  subject: ({ personId }) => ({ personId }),
  input: z.strictObject({
    personId: z.uuid(),
    grantId: z.uuid(),
    id: z.uuid(),
    found: z.enum(licenseFindings),
    lookedIn: line(200),
  }),
  reply: z.object({ id: z.uuid() }),
})

/** Where a guest is: with whom, on which course, until when. */
export const readGuestPlace = defineEndpoint({
  method: 'GET',
  path: '/api/guest',
  action: 'guest.place',
  subject: () => ({ practice: true }),
  input: z.object({}),
  reply: z.object({
    person: z.object({
      id: z.uuid(),
      givenName: z.string(),
      calledBy: z.nullable(z.string()),
      familyName: z.string(),
    }),
    courseId: z.uuid(),
    joinedAt: z.number(),
    until: moment,
  }),
})

export const leaveAsGuest = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/guest/leave',
  action: 'guest.leave',
  subject: ({ courseId }) => ({ courseId }),
  input: z.strictObject({ courseId: z.uuid(), id: z.uuid() }),
  reply: z.object({ id: z.uuid() }),
})
