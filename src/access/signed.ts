import { canonical } from '../kernel/canonical.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Factor } from './confirmation.ts'

/** What a seal binds together: none of it can be moved or changed without its showing. */
export interface Sealable {
  readonly id: string
  readonly practiceId: string
  readonly personId: string
  /** SHA-256 in hex, of what was shown. */
  readonly documentHash: string
  readonly signedAt: Instant
  readonly signedBy: string
  readonly confirmationId: string
  readonly factor: Factor | null
}

/** The text that is sealed; the one spelling of it. */
export const sealedText = (signature: Sealable): string => {
  const { id, practiceId, personId, documentHash, signedAt, signedBy, confirmationId, factor } = signature
  return canonical({ id, practiceId, personId, documentHash, signedAt, signedBy, confirmationId, factor })
}

/** For what clinicians sign: orders, clearances, written decisions. */
export const clinicalSeal = 'clinical signature'

export interface Stored extends Sealable {
  /** Null for what was signed before signatures were sealed. */
  readonly seal: string | null
}

/**
 * Every text of which this may be the signature, as its columns now say it: in each language it may have been shown in, and
 * as such texts were spelled before there were seals.
 */
export interface Spelled {
  readonly sealed: readonly string[]
  readonly unsealed: readonly string[]
}

interface Means {
  readonly hashOf: (text: string) => string
  readonly mark: (purpose: string, text: string) => string
}

/** Given over exactly what its columns say, by this hand, for this person, then. `faultOf` asks the same of a client's own signature. */
export function isWhole(signature: Stored, { sealed, unsealed }: Spelled, { hashOf, mark }: Means): boolean {
  const isOf = (text: string) => hashOf(text) === signature.documentHash
  if (signature.seal === null) return unsealed.some(isOf)
  return sealed.some(isOf) && signature.seal === mark(clinicalSeal, sealedText(signature))
}
