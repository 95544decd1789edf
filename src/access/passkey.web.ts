import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import type { output } from 'zod/v4/core'
import type { PasskeyMade, PasskeyOffer, PasskeyQuestion } from './passkey.contract.ts'

/** Browsers offer passkeys on a name, never on a bare address of numbers. */
export const passkeysWork = (): boolean =>
  'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(window.location.hostname)

/** What the person's passkey answers; rejects when they close its window or have none. */
export const answerWithPasskey = (question: output<typeof PasskeyQuestion>) =>
  startAuthentication({ optionsJSON: question })

export const makePasskey = async (
  offer: output<typeof PasskeyOffer>,
): Promise<output<typeof PasskeyMade>> => {
  const { id, rawId, type, response } = await startRegistration({ optionsJSON: offer })
  const { clientDataJSON, attestationObject } = response
  return { id, rawId, type, clientExtensionResults: {}, response: { clientDataJSON, attestationObject } }
}
