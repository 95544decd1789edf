/** Where the answers to a practice's own form stand, each under its own name. */
export const ownAnswers = 'said'

/** What a practice's own, imported form has beside the questions that any instrument has. */
export interface OwnForm {
  /** What it calls itself, where it has an address. */
  readonly url: string | null
  readonly itsVersion: string | null
  /** How its questions stand in it: groups in groups, and what hangs on an answer under that. */
  readonly tree: readonly OwnItem[]
  readonly variables: readonly { readonly name: string; readonly path: string }[]
  readonly results: readonly Result[]
  /** The practice says that it asks what happened to someone: it is never answered alone. */
  readonly trauma?: boolean
  /** Worked out elsewhere, and not here. */
  readonly notScored: readonly NotScored[]
}

export interface OwnItem {
  readonly id: string
  readonly answers:
    | 'none'
    | 'boolean'
    | 'integer'
    | 'decimal'
    | 'string'
    | 'date'
    | 'dateTime'
    | 'time'
    | 'option'
  readonly offers?: readonly Offer[]
  readonly items?: readonly OwnItem[]
}

/** One answer: the word it is kept under, what it weighs, and what the file calls it. */
export interface Offer {
  readonly word: string
  readonly weight: number | null
  readonly is: Coded | string | number
}

export interface Coded {
  readonly system?: string | undefined
  readonly code?: string | undefined
  readonly display?: string | undefined
}

export interface Result {
  readonly id: string
  readonly words: string
  readonly path: string
  /** A number, or a word such as a band. */
  readonly kind: 'number' | 'word'
  /** Every question it stands on. */
  readonly stands: readonly string[]
  /** The questions without which it is not formed; null where the path itself says what a missing answer means. */
  readonly needs: readonly string[] | null
}

export interface NotScored {
  readonly id: string
  readonly words: string
  /** As the file has it, word for word. */
  readonly path: string
  /** What of it is beyond us. */
  readonly because: string
}
