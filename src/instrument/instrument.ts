/** An instrument as data: content/instruments/*.json. Wording is only there for what its owner lets anyone distribute. */
export interface Instrument {
  readonly id: string
  readonly version: string
  /** A: free to distribute with its wording. B: with a condition. S: structure only. O: our own, not validated. */
  readonly tier: 'A' | 'B' | 'S' | 'O'
  readonly name: string
  readonly recallDays: number | null
  readonly licence: { readonly line: string; readonly holder: string }
  readonly sources: readonly string[]
  readonly loinc: Readonly<Record<string, string>>
  readonly items: readonly Item[]
  readonly scores: readonly Score[]
  /** The score that decides whether a response is complete, and that a band is read from. */
  readonly main: string
  /** Highest first. */
  readonly bands: readonly { readonly id: string; readonly from: number }[]
  /** Named conditions, so that one can stand on another. */
  readonly rules: Readonly<Record<string, Condition>>
  /** Rules answered as met, not met or indeterminate. */
  readonly classification: readonly string[]
  readonly flags: readonly { readonly id: string; readonly when: Condition }[]
  /** Flags that lead to a person at once. */
  readonly danger: readonly string[]
  /** Items that are asked in person when they were left out. */
  readonly neverSilent: readonly ItemId[]
  readonly languages: Readonly<Partial<Record<'en' | 'es', Wording>>>
}

/** A number is the item's place in `answers`, from 1; a name is a key of the input. */
export type ItemId = number | string

export interface Item {
  readonly id: ItemId
  /** Every value an answer can have. */
  readonly values: readonly number[]
  /** Answers above and below change places, as for an item that is worded the other way round. */
  readonly reversed?: boolean
  /** Asked, but not among those counted as answered or missing. */
  readonly uncounted?: boolean
  /** Asked only when some counted answer is above nothing. */
  readonly onlyIfAny?: boolean
  readonly options: string
  readonly loinc?: string
}

export interface Score {
  readonly id: string
  readonly how: 'sum' | 'mean' | 'value'
  readonly of: readonly ItemId[]
  /** How many may be missing; then a sum is prorated, half up. */
  readonly mayMiss: number
}

/** Answered yes, no, or "cannot be known yet" (Kleene): what is missing may still decide it. */
export type Condition =
  | { readonly item: ItemId; readonly atLeast: number }
  | { readonly score: string; readonly atLeast: number }
  | { readonly missing: ItemId }
  | { readonly rule: string }
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly count: readonly Condition[]; readonly atLeast: number }
  | { readonly indeterminate: readonly Condition[] }

/** The exact words of its owner, in one language. */
export interface Wording {
  readonly title: string
  readonly stem: string
  readonly items: Readonly<Record<string, string>>
  readonly options: Readonly<Record<string, readonly string[]>>
  /** Words for staff; no client screen shows them. */
  readonly bands: Readonly<Record<string, string>>
}

/** What the vectors call `input`: numbers by place, and named extras. */
export interface Answers {
  readonly answers: readonly (number | null)[]
  readonly [name: string]: unknown
}
