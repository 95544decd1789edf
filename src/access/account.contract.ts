import * as z from 'zod/mini'
import { defineEndpoint } from './endpoint.contract.ts'

export const SeatShape = z.object({
  id: z.uuid(),
  kind: z.enum(['member', 'client', 'guest']),
  practiceId: z.uuid(),
  practiceName: z.string(),
  timeZone: z.string(),
  demo: z.boolean(),
  name: z.string(),
  roles: z.array(z.string()),
  /** By whose permission, where one is a guest. */
  about: z.nullable(z.string()),
  /** Holds who one is, for a therapist whose own practice is not here; nobody is in care there. */
  sole: z.boolean(),
})

/** Who is signed in, how far, and where they may sit. `seatId` is the seat this tab sits in. */
export const readAccount = defineEndpoint({
  method: 'GET',
  path: '/api/account',
  action: 'account.read',
  subject: () => ({ account: true }),
  input: z.object({}),
  reply: z.object({
    email: z.string(),
    language: z.enum(['en', 'es']),
    complete: z.boolean(),
    factors: z.object({
      password: z.boolean(),
      code: z.boolean(),
      passkeys: z.number(),
      recoveryCodes: z.number(),
    }),
    /** What is confirmed before one's own sign-in is changed. */
    changeHash: z.string(),
    /** Works in a practice: longer passwords, always two factors. */
    staff: z.boolean(),
    seatId: z.nullable(z.uuid()),
    seats: z.array(SeatShape),
    /** What the one in this seat may do, about no person in particular. */
    can: z.array(z.string()),
  }),
})

const oneself = () => ({ account: true }) as const

export const readLogins = defineEndpoint({
  method: 'GET',
  path: '/api/account/logins',
  action: 'account.logins',
  subject: oneself,
  input: z.object({}),
  reply: z.object({
    logins: z.array(
      z.object({
        id: z.uuid(),
        device: z.string(),
        startedAt: z.number(),
        seenAt: z.number(),
        here: z.boolean(),
      }),
    ),
  }),
})

const Ended = z.object({ ended: z.number() })

export const endLogin = defineEndpoint({
  method: 'POST',
  path: '/api/account/logins/:loginId/end',
  action: 'login.end',
  subject: oneself,
  input: z.strictObject({ loginId: z.uuid() }),
  reply: Ended,
})

export const endOtherLogins = defineEndpoint({
  method: 'POST',
  path: '/api/account/logins/end-others',
  action: 'login.end',
  subject: oneself,
  input: z.strictObject({}),
  reply: Ended,
})

export const chooseLanguage = defineEndpoint({
  method: 'POST',
  path: '/api/account/language',
  action: 'account.language',
  subject: oneself,
  input: z.strictObject({ language: z.enum(['en', 'es']) }),
  reply: z.object({ language: z.enum(['en', 'es']) }),
})
