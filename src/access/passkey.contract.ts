import * as z from 'zod/mini'

/** What `navigator.credentials.get` is asked. */
export const PasskeyQuestion = z.object({
  challenge: z.string(),
  timeout: z.number(),
  rpId: z.string(),
  userVerification: z.literal('required'),
  allowCredentials: z.array(z.object({ id: z.string(), type: z.literal('public-key') })),
})

/** What `navigator.credentials.create` is asked. */
export const PasskeyOffer = z.object({
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  challenge: z.string(),
  timeout: z.number(),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.number() })),
  excludeCredentials: z.array(z.object({ id: z.string(), type: z.literal('public-key') })),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    userVerification: z.literal('required'),
  }),
  attestation: z.literal('none'),
})

const text = z.string().check(z.minLength(1), z.maxLength(8192))
const none = z.pipe(
  z.unknown(),
  z.transform(() => ({})),
)

export const PasskeyAnswer = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: none,
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text }),
})

export const PasskeyMade = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: none,
  response: z.object({ clientDataJSON: text, attestationObject: text }),
})
