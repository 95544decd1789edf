import * as z from 'zod/mini'
import { house } from '../kernel/actor.ts'
import { defineEndpoint } from './endpoint.contract.ts'
import { PasskeyAnswer, PasskeyQuestion } from './passkey.contract.ts'

const anyone = () => ({ open: house }) as const
const oneself = () => ({ account: true }) as const

export const Email = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254), z.email())
const Password = z.string().check(z.minLength(1), z.maxLength(256))
export const Code = z.string().check(z.regex(/^\d{6}$/))

/** Signed in, or one step further: then a second factor is asked for, in one of these ways. */
const Arrived = z.object({
  complete: z.boolean(),
  ways: z.object({ code: z.boolean(), passkey: z.boolean(), recoveryCode: z.boolean() }),
})

export const signIn = defineEndpoint({
  method: 'POST',
  path: '/api/sign-in',
  action: 'login.start',
  subject: anyone,
  input: z.strictObject({ email: Email, password: Password }),
  reply: Arrived,
})

export const askPasskey = defineEndpoint({
  method: 'POST',
  path: '/api/sign-in/passkey/ask',
  action: 'login.ask',
  subject: anyone,
  input: z.strictObject({}),
  reply: PasskeyQuestion,
})

/** A passkey with its owner verified is two factors by itself. */
export const signInByPasskey = defineEndpoint({
  method: 'POST',
  path: '/api/sign-in/passkey',
  action: 'login.start',
  subject: anyone,
  input: z.strictObject({ answer: PasskeyAnswer }),
  reply: Arrived,
})

export const secondFactor = defineEndpoint({
  method: 'POST',
  path: '/api/sign-in/code',
  action: 'login.complete',
  subject: oneself,
  input: z.strictObject({ code: Code }),
  reply: Arrived,
})

export const recoveryCode = defineEndpoint({
  method: 'POST',
  path: '/api/sign-in/recovery-code',
  action: 'login.complete',
  subject: oneself,
  input: z.strictObject({ recoveryCode: z.string().check(z.minLength(1), z.maxLength(64)) }),
  reply: Arrived,
})

/** Says that someone is here: whoever types for a long time asks nothing else meanwhile. */
export const stay = defineEndpoint({
  method: 'GET',
  path: '/api/account/here',
  action: 'account.read',
  subject: oneself,
  input: z.object({}),
  reply: z.object({ here: z.literal(true) }),
})

/** Says that nobody has been here for long: the sign-in is idle at once, as it would be of itself a moment later. */
export const rest = defineEndpoint({
  method: 'POST',
  path: '/api/account/rest',
  action: 'login.leave',
  subject: oneself,
  input: z.strictObject({}),
  reply: z.object({ resting: z.literal(true) }),
})

export const signOut = defineEndpoint({
  method: 'POST',
  path: '/api/sign-out',
  action: 'login.leave',
  subject: oneself,
  input: z.strictObject({}),
  reply: z.object({ signedOut: z.literal(true) }),
})
