import type { Coded } from './terms.ts'
import type { When } from './when.ts'

/** What a referral may be at most. Larger ones are refused whole (C64 bounds; 5 MB as the largest export we have met, times thirty). */
export const referralLimits = {
  characters: 5 * 1024 * 1024,
  entries: 20_000,
  depth: 32,
  words: 2_000,
} as const

/** Where in the file a record stood, so that a clinician can ask the sender about it. */
export interface Source {
  readonly type: string
  readonly id: string | null
  readonly entry: number
}

interface Kept {
  readonly source: Source
  readonly coded: Coded
  readonly notes: readonly string[]
}

export interface ProblemItem extends Kept {
  readonly kind: 'problem'
  readonly clinical: 'active' | 'recurrence' | 'relapse' | 'inactive' | 'remission' | 'resolved' | 'unknown'
  readonly verification: Verification
  readonly onset: When | null
  readonly ended: When | null
}
export type Verification =
  | 'confirmed'
  | 'provisional'
  | 'differential'
  | 'unconfirmed'
  | 'refuted'
  | 'unknown'

/** How it is taken, in the sender's words or figures. It is shown and never computed with. */
export interface Dosage {
  readonly text: string
  readonly amount: string
  readonly times: number | null
  readonly every: number | null
  readonly everyUnit: string
  readonly asNeeded: boolean
}
export interface MedicineItem extends Kept {
  readonly kind: 'medicine'
  readonly status: string
  readonly intent: string
  readonly from: When | null
  readonly dosages: readonly Dosage[]
  readonly reasons: readonly Coded[]
}
export interface AllergyItem extends Kept {
  readonly kind: 'allergy'
  readonly clinical: 'active' | 'inactive' | 'resolved' | 'unknown'
  readonly verification: Verification
  readonly criticality: 'low' | 'high' | 'unable-to-assess' | 'unknown'
  readonly reactions: readonly Coded[]
}

export type Value =
  | { readonly is: 'quantity'; readonly amount: number; readonly comparator: string; readonly unit: string }
  | { readonly is: 'coded'; readonly coded: Coded }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'yes-no'; readonly yes: boolean }
export interface Part {
  readonly coded: Coded
  readonly value: Value
}
export interface MeasurementItem extends Kept {
  readonly kind: 'measurement'
  readonly category: string
  readonly status: string
  readonly at: When | null
  readonly value: Value | null
  readonly parts: readonly Part[]
}
export interface ProcedureItem extends Kept {
  readonly kind: 'procedure'
  readonly status: string
  readonly at: When | null
}
export interface VisitItem extends Kept {
  readonly kind: 'visit'
  readonly setting: 'emergency' | 'inpatient' | 'other'
  readonly at: When | null
  readonly reasons: readonly Coded[]
}

export type HistoryItem =
  | ProblemItem
  | MedicineItem
  | AllergyItem
  | MeasurementItem
  | ProcedureItem
  | VisitItem
export type ItemKind = HistoryItem['kind']
export const itemKinds = ['problem', 'medicine', 'allergy', 'measurement', 'procedure', 'visit'] as const

export interface Identifier {
  readonly system: string
  readonly value: string
  readonly type: string
}
export interface Demographics {
  readonly source: Source
  readonly given: string
  readonly family: string
  readonly otherNames: readonly string[]
  readonly birthDate: When | null
  readonly gender: 'female' | 'male' | 'other' | 'unknown'
  readonly language: 'en' | 'es' | null
  readonly phone: string
  readonly email: string
  readonly addressLine: string
  readonly city: string
  readonly state: string
  readonly postalCode: string
  readonly identifiers: readonly Identifier[]
}

/** Why an entry was not taken over. Each has words in en and es. */
export const unreadReasons = [
  'not-kept',
  'kind-not-read',
  'empty',
  'deletes',
  'nested',
  'duplicate',
  'conflicting-copy',
  'other-person',
  'whose-unknown',
  'entered-in-error',
  'not-done',
  'do-not-give',
  'modifier',
  'no-code',
  'no-value',
  'value-not-read',
  'unit-unknown',
  'impossible-value',
  'in-the-future',
  'points-elsewhere',
  'not-pointed-at',
] as const
export type UnreadReason = (typeof unreadReasons)[number]

/** Why a part of an entry that was taken over is missing from it. */
export const partlyReasons = [
  'date-not-readable',
  'date-in-the-future',
  'not-a-known-code',
  'code-without-system',
  'identifier-without-system',
  'identifier-placeholder',
  'points-elsewhere',
  'cut-short',
  'no-unit',
  'unit-unknown',
  'impossible-value',
  'value-not-read',
  'narrative-not-read',
  'more-pages',
] as const
export type PartlyReason = (typeof partlyReasons)[number]

export interface Unread {
  readonly what: string
  readonly id: string | null
  readonly entry: number
  readonly why: UnreadReason
}
export interface Partly {
  readonly what: string
  readonly entry: number
  readonly where: string
  readonly why: PartlyReason
}

/** A referral as it was read. Every entry of the file is the person, one item, a medicine named by an item, or unread. */
export interface ReferralReading {
  readonly entries: number
  readonly person: Demographics
  readonly items: readonly HistoryItem[]
  /** Entries that are part of another item: a Medication that a request points at. */
  readonly folded: number
  readonly unread: readonly Unread[]
  readonly partly: readonly Partly[]
}

/** Why a file was refused whole. Nothing is stored then. */
export type ReferralFault =
  | 'referral-damaged'
  | 'referral-too-large'
  | 'referral-not-a-bundle'
  | 'referral-other-version'
  | 'referral-no-person'
  | 'referral-two-persons'
  | 'referral-person-died'

export type Counts = Readonly<Record<ItemKind, number>>

export const countsOf = (items: readonly { readonly kind: ItemKind }[]): Counts =>
  Object.fromEntries(
    itemKinds.map((kind) => [kind, items.filter((item) => item.kind === kind).length]),
  ) as Counts
