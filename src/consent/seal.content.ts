import { sealedText, type Sealable } from '../access/signed.ts'
import { keyFor, markOf } from '../platform/crypto/derive.ts'

export const consentSeal = 'consent signature'

export type SealOf = (signature: Sealable) => string

/** With a key from the vault, which is never in the database: whoever owns that alone cannot make a seal. */
export function sealing(vaultKey: Buffer): SealOf {
  const key = keyFor(vaultKey, consentSeal)
  return (signature) => markOf(key, sealedText(signature))
}
