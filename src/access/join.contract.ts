import * as z from 'zod/mini'
import { house } from '../kernel/actor.ts'
import { defineEndpoint } from './endpoint.contract.ts'
import { Authenticator, NewPassword, PasskeyName, Sealed } from './factor.contract.ts'
import { PasskeyMade, PasskeyOffer } from './passkey.contract.ts'
import { Code } from './signin.contract.ts'
import { line } from '../platform/http/text.contract.ts'

const anyone = () => ({ open: house }) as const

export const Token = z.string().check(z.minLength(16), z.maxLength(128))

export const Second = z.union([
  z.strictObject({ sealed: Sealed, code: Code }),
  z.strictObject({ made: PasskeyMade, name: PasskeyName }),
])

/** A password, a second step, or a passkey, which is both. */
export const Chosen = { password: z.nullable(NewPassword), second: z.nullable(Second) }

/** Who a guest is, as they state it: nobody here checks it. */
export const Stated = z.strictObject({
  name: line(200),
  licenseState: z.string().check(z.regex(/^[A-Z]{2}$/)),
  licenseNumber: line(60),
})

/** In, and with the recovery codes, shown this once. */
export const Settled = z.object({ codes: z.array(z.string()) })

/** What an invitation is for. Told to whoever holds the link. */
export const lookAtInvitation = defineEndpoint({
  method: 'POST',
  path: '/api/join/look',
  action: 'join.look',
  subject: anyone,
  input: z.strictObject({ token: Token }),
  reply: z.object({
    practiceName: z.string(),
    email: z.string(),
    language: z.enum(['en', 'es']),
    staff: z.boolean(),
    /** For one course, by the permission of the one in care. */
    guest: z.boolean(),
    /** This address signs in already: the place is added to that sign-in. */
    hasAccount: z.boolean(),
    authenticator: Authenticator,
    passkey: PasskeyOffer,
  }),
})

export const join = defineEndpoint({
  method: 'POST',
  path: '/api/join',
  action: 'join.take',
  subject: anyone,
  input: z.strictObject({ token: Token, stated: z.optional(Stated), ...Chosen }),
  reply: Settled,
})

/** For someone who is signed in: one more place for the same sign-in. */
export const joinToo = defineEndpoint({
  method: 'POST',
  path: '/api/join/too',
  action: 'seat.add',
  subject: () => ({ account: true }),
  input: z.strictObject({ token: Token, stated: z.optional(Stated) }),
  reply: z.object({ seatId: z.uuid() }),
})

export const setUpState = defineEndpoint({
  method: 'GET',
  path: '/api/set-up',
  action: 'set-up.look',
  subject: anyone,
  input: z.object({}),
  reply: z.object({ open: z.boolean() }),
})

const name = line(200)
const SetUpCode = z.string().check(z.minLength(1), z.maxLength(64))

/** The code from the terminal opens the second step's offer; the same code is used up by `setUp`. */
export const offerSetUp = defineEndpoint({
  method: 'POST',
  path: '/api/set-up/offer',
  action: 'set-up.look',
  subject: anyone,
  input: z.strictObject({ code: SetUpCode, email: z.string().check(z.trim(), z.toLowerCase(), z.email()) }),
  reply: z.object({ authenticator: Authenticator, passkey: PasskeyOffer }),
})

/** The first practice and its first administrator, once. */
export const setUp = defineEndpoint({
  method: 'POST',
  path: '/api/set-up',
  action: 'set-up.take',
  subject: anyone,
  input: z.strictObject({
    code: SetUpCode,
    practice: z.strictObject({
      id: z.uuid(),
      name,
      timeZone: name,
      language: z.enum(['en', 'es']),
      phone: z.nullable(name),
    }),
    administrator: z.strictObject({
      id: z.uuid(),
      name,
      email: z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254), z.email()),
    }),
    ...Chosen,
  }),
  reply: Settled,
})
