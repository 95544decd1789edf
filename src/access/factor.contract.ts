import * as z from 'zod/mini'
import { defineEndpoint } from './endpoint.contract.ts'
import { PasskeyMade, PasskeyOffer } from './passkey.contract.ts'
import { Code } from './signin.contract.ts'
import { line } from '../platform/http/text.contract.ts'

const oneself = () => ({ account: true }) as const
/** Confirmed for `changeHash` of the account: whoever changes how they sign in has just proved again who they are. */
const confirmed = { confirmationId: z.uuid() }
const Changed = z.object({ changed: z.literal(true) })

/** What is wrong with it is told as the fault of the field: too-short, too-long, too-common. */
export const NewPassword = z.string().check(z.minLength(1), z.maxLength(1024))
export const Sealed = z.string().check(z.minLength(1), z.maxLength(512))
export const PasskeyName = line(60)

export const Authenticator = z.object({ secret: z.string(), address: z.string(), sealed: z.string() })

const change = { method: 'POST', action: 'account.change', subject: oneself } as const

export const changePassword = defineEndpoint({
  ...change,
  path: '/api/account/password',
  input: z.strictObject({ ...confirmed, password: NewPassword }),
  reply: Changed,
})

export const offerAuthenticator = defineEndpoint({
  ...change,
  path: '/api/account/authenticator/offer',
  input: z.strictObject({}),
  reply: Authenticator,
})

export const setAuthenticator = defineEndpoint({
  ...change,
  path: '/api/account/authenticator',
  input: z.strictObject({ ...confirmed, sealed: Sealed, code: Code }),
  reply: Changed,
})

export const endAuthenticator = defineEndpoint({
  ...change,
  path: '/api/account/authenticator/end',
  input: z.strictObject(confirmed),
  reply: Changed,
})

export const readPasskeys = defineEndpoint({
  method: 'GET',
  path: '/api/account/passkeys',
  action: 'account.logins',
  subject: oneself,
  input: z.object({}),
  reply: z.object({
    passkeys: z.array(
      z.object({ id: z.uuid(), name: z.string(), since: z.number(), usedAt: z.nullable(z.number()) }),
    ),
  }),
})

export const offerPasskey = defineEndpoint({
  ...change,
  path: '/api/account/passkeys/offer',
  input: z.strictObject({}),
  reply: PasskeyOffer,
})

export const addPasskey = defineEndpoint({
  ...change,
  path: '/api/account/passkeys',
  input: z.strictObject({ ...confirmed, made: PasskeyMade, name: PasskeyName }),
  reply: Changed,
})

export const endPasskey = defineEndpoint({
  ...change,
  path: '/api/account/passkeys/:passkeyId/end',
  input: z.strictObject({ ...confirmed, passkeyId: z.uuid() }),
  reply: Changed,
})

export const renewRecoveryCodes = defineEndpoint({
  ...change,
  path: '/api/account/recovery-codes',
  input: z.strictObject(confirmed),
  /** Shown this once. */
  reply: z.object({ codes: z.array(z.string()) }),
})
