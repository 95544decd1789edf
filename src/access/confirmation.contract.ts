import * as z from 'zod/mini'
import { defineEndpoint } from './endpoint.contract.ts'
import { PasskeyAnswer, PasskeyQuestion } from './passkey.contract.ts'

/** SHA-256 over the canonical document with its version, its language and what the signature means; in hex. */
export const DocumentHash = z.string().check(z.regex(/^[0-9a-f]{64}$/))

export const PasswordProof = z.strictObject({
  password: z.string().check(z.minLength(1), z.maxLength(256)),
  code: z.optional(z.string().check(z.regex(/^\d{6}$/))),
})

export const Proof = z.union([PasswordProof, z.strictObject({ passkey: PasskeyAnswer })])

/** A question for the passkeys of this account, about this document alone. */
export const askToConfirm = defineEndpoint({
  method: 'POST',
  path: '/api/account/confirm/ask',
  action: 'account.confirm',
  subject: () => ({ account: true }),
  input: z.strictObject({ documentHash: DocumentHash }),
  reply: PasskeyQuestion,
})

/** Confirms that it is you, for one signature on this document, within two minutes. */
export const confirm = defineEndpoint({
  method: 'POST',
  path: '/api/account/confirm',
  action: 'account.confirm',
  subject: () => ({ account: true }),
  input: z.strictObject({ documentHash: DocumentHash, proof: Proof }),
  reply: z.object({ confirmationId: z.uuid(), until: z.number() }),
})
