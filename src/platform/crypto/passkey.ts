import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

/** Hundreds of files that most starts never need: loaded for the first passkey. */
const webauthn = () => import('@simplewebauthn/server')

/** Where passkeys belong: made for one origin, they answer no other. */
export interface PasskeyHome {
  readonly origin: string
  readonly rpId: string
}

/** Ed25519, ES256, RS256. */
export const passkeyAlgorithms = [-8, -7, -257] as const

export const passkeyHome = (publicOrigin: string): PasskeyHome => ({
  origin: new URL(publicOrigin).origin,
  rpId: new URL(publicOrigin).hostname,
})

export interface KeptPasskey {
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly counter: number
}

/** The question an answer claims to answer. */
export function challengeIn(clientDataJSON: string): string | undefined {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))
    return typeof challenge === 'string' ? challenge : undefined
  } catch {
    return undefined
  }
}

/** The new counter when the passkey signed this question, here, with its owner verified (finger, face or PIN). */
export async function counterSigned(
  answer: AuthenticationResponseJSON,
  kept: KeptPasskey,
  asked: PasskeyHome & { readonly challenge: string },
): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await webauthn()
  const verified = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: asked.challenge,
    expectedOrigin: asked.origin,
    expectedRPID: asked.rpId,
    requireUserVerification: true,
    credential: {
      id: kept.credentialId,
      publicKey: new Uint8Array(kept.publicKey),
      counter: kept.counter,
    },
  }).catch(() => undefined)
  return verified?.verified ? verified.authenticationInfo.newCounter : undefined
}

export async function passkeyMade(
  made: RegistrationResponseJSON,
  asked: PasskeyHome & { readonly challenge: string },
): Promise<KeptPasskey | undefined> {
  const { verifyRegistrationResponse } = await webauthn()
  const verified = await verifyRegistrationResponse({
    response: made,
    expectedChallenge: asked.challenge,
    expectedOrigin: asked.origin,
    expectedRPID: asked.rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: [...passkeyAlgorithms],
  }).catch(() => undefined)
  if (!verified?.verified) return undefined
  const { id, publicKey, counter } = verified.registrationInfo.credential
  return { credentialId: id, publicKey: Buffer.from(publicKey), counter }
}
