import { shownIn, type Shown } from './document.ts'

/** A signature as it is stored: what was shown, its hash, and what the columns say beside it. */
export interface StoredSignature {
  readonly personId: string
  readonly documentId: string
  readonly documentVersion: string
  readonly language: 'en' | 'es'
  readonly shown: string
  readonly documentHash: string
  readonly choices: unknown
  readonly printedName: string
  readonly meaning: string
  /** Null for what was signed before signatures were sealed. */
  readonly seal: string | null
}

/**
 * `hash`: what was shown is not what was signed. `columns`: the record says something else than what was signed. `seal`: it was
 * moved to another person, time or hand.
 */
export type SignatureFault = 'hash' | 'columns' | 'seal'

interface Means<Stored> {
  /** SHA-256 in hex. */
  readonly hashOf: (text: string) => string
  /** The one spelling of a value. */
  readonly spell: (value: unknown) => string
  readonly sealOf: (signature: Stored) => string
}

/** Whole, or broken and by what. */
export function faultOf<Stored extends StoredSignature>(
  signature: Stored,
  { hashOf, spell, sealOf }: Means<Stored>,
): SignatureFault | null {
  if (hashOf(signature.shown) !== signature.documentHash) return 'hash'
  const shown = shownIn(signature.shown)
  if (!shown) return 'columns'
  const { document, choices, printedName, personId, meaning } = shown
  const signed = { ...partsOf(document), choices, printedName, personId, meaning }
  const says = {
    id: signature.documentId,
    version: signature.documentVersion,
    language: signature.language,
    choices: signature.choices,
    printedName: signature.printedName,
    personId: signature.personId,
    meaning: signature.meaning,
  }
  if (spell(signed) !== spell(says)) return 'columns'
  const isUnsealed = signature.seal === null && document.version === unsealedVersion
  return isUnsealed || signature.seal === sealOf(signature) ? null : 'seal'
}

const partsOf = ({ id, version, language }: Shown['document']) => ({ id, version, language })

/** Signed before there were seals. */
const unsealedVersion = '1'
