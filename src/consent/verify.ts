import type { Shown } from './document.ts'

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
}

/** `hash`: what was shown is not what was signed. `columns`: the record says something else than what was signed. */
export type SignatureFault = 'hash' | 'columns'

/** Whole, or broken and by what. `hashOf` is SHA-256 in hex; `spell` is the one spelling of a value. */
export function faultOf(
  signature: StoredSignature,
  hashOf: (text: string) => string,
  spell: (value: unknown) => string,
): SignatureFault | null {
  if (hashOf(signature.shown) !== signature.documentHash) return 'hash'
  const { document, choices, printedName, personId, meaning } = JSON.parse(signature.shown) as Shown & {
    meaning: string
  }
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
  return spell(signed) === spell(says) ? null : 'columns'
}

const partsOf = ({ id, version, language }: Shown['document']) => ({ id, version, language })
