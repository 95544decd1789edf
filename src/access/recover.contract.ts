import * as z from 'zod/mini'
import { house } from '../kernel/actor.ts'
import { defineEndpoint } from './endpoint.contract.ts'
import { Authenticator, NewPassword } from './factor.contract.ts'
import { Chosen, Settled, Token } from './join.contract.ts'
import { PasskeyOffer } from './passkey.contract.ts'
import { Code, Email } from './signin.contract.ts'

const anyone = () => ({ open: house }) as const

/** The same answer, and after the same work, whether anyone has this address or not. */
export const forgot = defineEndpoint({
  method: 'POST',
  path: '/api/recover',
  action: 'recover.ask',
  subject: anyone,
  input: z.strictObject({ email: Email }),
  /** Where no mail leaves, no link comes: then one must call. */
  reply: z.object({ asked: z.literal(true), mailLeaves: z.boolean() }),
})

export const lookAtLink = defineEndpoint({
  method: 'POST',
  path: '/api/recover/look',
  action: 'recover.ask',
  subject: anyone,
  input: z.strictObject({ token: Token }),
  reply: z.object({
    kind: z.enum(['new-password', 'renewal']),
    email: z.string(),
    language: z.enum(['en', 'es']),
    staff: z.boolean(),
    /** A new password alone asks for the second step, where there is one. */
    needs: z.object({ code: z.boolean(), recoveryCode: z.boolean(), passkey: z.boolean() }),
    authenticator: Authenticator,
    passkey: PasskeyOffer,
  }),
})

const Changed = z.object({ complete: z.boolean() })

/** With the second step, where the account has one: a mailbox alone opens nothing that two factors closed. */
export const newPassword = defineEndpoint({
  method: 'POST',
  path: '/api/recover/password',
  action: 'recover.take',
  subject: anyone,
  input: z.strictObject({
    token: Token,
    password: NewPassword,
    code: z.nullable(Code),
    recoveryCode: z.nullable(z.string().check(z.maxLength(64))),
  }),
  reply: Changed,
})

/** Everything anew, after a second person has allowed it. */
export const renew = defineEndpoint({
  method: 'POST',
  path: '/api/recover/renew',
  action: 'recover.take',
  subject: anyone,
  input: z.strictObject({ token: Token, ...Chosen }),
  reply: Settled,
})

/** The mailbox is theirs, the second step is lost: asks their practice. */
export const lostToo = defineEndpoint({
  method: 'POST',
  path: '/api/recover/lost',
  action: 'recover.ask',
  subject: anyone,
  input: z.strictObject({ token: Token }),
  reply: z.object({ asked: z.number() }),
})

/** "I have lost my second step", from the step that asks for it. */
export const sayLost = defineEndpoint({
  method: 'POST',
  path: '/api/account/lost',
  action: 'account.lost',
  subject: () => ({ account: true }),
  input: z.strictObject({}),
  reply: z.object({ asked: z.number() }),
})
