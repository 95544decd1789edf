/** One row of the clinical reference as content/rules/ holds it. Ids are those of the reference. */
export const severities = ['block', 'override', 'caution', 'info'] as const
export type Severity = (typeof severities)[number]
export const protocolIds = ['sublingual', 'im', 'iv-therapy', 'iv-infusion', 'esketamine'] as const
export type ProtocolId = (typeof protocolIds)[number]
/** `screening`: before a course. `day`: between now and a dose. `session`: after it. `release`: going home. */
export const stages = ['screening', 'day', 'session', 'release'] as const
export type Stage = (typeof stages)[number]
export const scopes = ['screen', 'day', 'session', 'release', 'course'] as const
export type Scope = (typeof scopes)[number]

export interface InBoth {
  readonly en: string
  readonly es: string
}

/** A number never stands alone. `same-day` means: on the same calendar day in the practice’s zone. */
export interface Figure {
  readonly value: number
  readonly unit: string
  readonly source: string
  readonly tag: 'source' | 'GK' | 'PD'
}

/** All that is set must hold. */
export interface Condition {
  readonly ageFrom?: Figure | undefined
  readonly lists?: readonly string[] | undefined
  readonly classes?: readonly string[] | undefined
  readonly answered?: Answered | undefined
  readonly answeredNot?: Answered | undefined
  readonly protocols?: readonly ProtocolId[] | undefined
  readonly courseBegun?: boolean | undefined
  readonly doseGapOver?: Figure | undefined
  readonly dosesPerWeek?: Figure | undefined
  readonly courseLongerThan?: Figure | undefined
}
export interface Answered {
  readonly question: string
  readonly answers: readonly string[]
}
export interface Softened extends Answered {
  readonly severity: Severity
  readonly protocols?: readonly ProtocolId[] | undefined
}

interface Narrow {
  readonly protocols?: readonly ProtocolId[] | undefined
  readonly stages?: readonly Stage[] | undefined
  /** Any of these must hold; without any, it always counts. */
  readonly needs?: readonly Condition[] | null | undefined
}

export type Weight = Severity | 'settled'

export interface Ask extends Narrow {
  readonly kind: 'ask'
  readonly question: string
  readonly answers: Readonly<Record<string, Weight>>
  readonly softened?: Softened | undefined
}
/** A record on the list says so; with `asks`, it only raises a question. */
export interface OnRecord extends Narrow {
  readonly kind: 'record'
  readonly list: string
  readonly severity: Severity
  readonly asks?: string | undefined
  readonly answers?: Readonly<Record<string, Weight>> | undefined
  readonly softened?: Softened | undefined
  /** Anything that has ended, or is older, no longer counts. */
  readonly currentDays?: Figure | undefined
}
export interface Since extends Narrow {
  readonly kind: 'since'
  readonly question: string
  readonly from: Figure | null
  readonly until: Figure | null
  readonly severity: Severity
  readonly evidence: readonly string[]
}
export interface Band {
  readonly test: 'above' | 'atLeast' | 'below' | 'atMost'
  /** One for each measure; any of them is enough. */
  readonly limits: readonly Figure[]
  readonly severity: Severity
}
export interface Age {
  readonly from?: Figure | null | undefined
  readonly under?: Figure | null | undefined
}
export interface Counted extends Narrow {
  readonly kind: 'number'
  readonly measures: readonly string[]
  /** Gravest first. */
  readonly bands: readonly Band[]
  /** How grave it is that there is no reading; null where another row asks for it. */
  readonly missing: Severity | null
  readonly within?: Figure | null | undefined
  readonly today?: boolean | undefined
  readonly mean?: Figure | undefined
  readonly age?: Age | undefined
  readonly unless?: Answered | undefined
}
export interface AgeClause extends Narrow, Age {
  readonly kind: 'age'
  readonly severity: Severity
}
export interface Taken extends Narrow {
  readonly kind: 'medicine'
  readonly classes: readonly string[]
  readonly severity: Severity
  readonly takenToday?: boolean | undefined
  readonly lastWithin?: Figure | undefined
  readonly many?: Figure | undefined
  readonly together?:
    | {
        readonly classes?: readonly string[] | undefined
        readonly answered?: Answered | undefined
        readonly rules?: readonly string[] | undefined
      }
    | undefined
  /** That nobody went through the medicines is itself an unknown. */
  readonly unasked?: boolean | undefined
}
export interface Evidenced extends Narrow {
  readonly kind: 'evidence'
  readonly evidence: string
  readonly severity: Severity
  /** The first that applies. */
  readonly windows: readonly { readonly when: Condition | null; readonly within: Figure }[]
  readonly early: readonly string[]
  /** An answer that is this evidence by itself, from when it was given. */
  readonly told?: Answered | undefined
}
export interface Consented extends Narrow {
  readonly kind: 'consent'
  readonly element: string
  readonly severity: Severity
  /** Saying no is a choice too. */
  readonly choice: boolean
  readonly within: Figure
  /** How long before the first dose. */
  readonly before: Figure
  /** A pause in the course after which it is signed anew. */
  readonly gap: Figure
  readonly early: readonly string[]
  /** The question that tells whether it is needed at all. */
  readonly asks?: string | undefined
}
export interface SuicideClause extends Narrow {
  readonly kind: 'suicide'
  readonly screen: string
  readonly assessment: string | null
  readonly plan: string
  readonly level: 'moderate' | 'high'
  readonly severity: Severity
  readonly evidence: readonly string[]
  readonly softened?: Softened | undefined
}
export interface Gap extends Narrow {
  readonly kind: 'gap'
  readonly question: string
  readonly least: Figure
  readonly severity: Severity
}
export interface People extends Narrow {
  readonly kind: 'people'
  readonly severity: Severity
  readonly required: readonly { readonly roles: readonly string[]; readonly states: readonly string[] }[]
}
/** Law that begins on a day. Before it nothing is asked. */
export interface Dated extends Narrow {
  readonly kind: 'dated'
  readonly question: string
  readonly from: string
  readonly answers: Readonly<Record<string, Weight>>
}
/** Medicines that are on no list of ours, until a clinician confirms each. */
export interface Unmatched extends Narrow {
  readonly kind: 'unmatched'
  readonly severity: Severity
}
/** Medicines that a clinician confirmed and no list of ours knows: what they do with ketamine is for somebody to look up. */
export interface Unlisted extends Narrow {
  readonly kind: 'unlisted'
  readonly severity: Severity
}
/** What other rows say, under this id too. */
export interface PartOf extends Narrow {
  readonly kind: 'part-of'
  readonly rules: readonly string[]
}

export type Clause =
  | Ask
  | OnRecord
  | Since
  | Counted
  | AgeClause
  | Taken
  | Evidenced
  | Consented
  | SuicideClause
  | Gap
  | People
  | Dated
  | Unmatched
  | Unlisted
  | PartOf

export interface Rule {
  readonly id: string
  readonly version: number
  readonly effectiveFrom: string
  /** As the reference gives it; a clause may weigh less, and more only where the row says when. */
  readonly severity: Severity
  readonly scope: readonly Scope[]
  readonly protocols: 'all' | readonly ProtocolId[]
  readonly title: InBoth
  readonly clears: InBoth
  readonly who: string
  readonly basis: InBoth
  readonly sources: readonly string[]
  readonly tags: readonly ('source' | 'GK' | 'PD')[]
  readonly certainty: 'A' | 'B' | 'C' | 'general-knowledge' | 'proposed-default'
  /** Nobody yet. */
  readonly ratifiedBy: string | null
  /** Numbers that the row names and that no clause compares. */
  readonly figures?: Readonly<Record<string, Figure>> | undefined
  readonly clauses: readonly Clause[]
}

export interface AskedQuestion {
  readonly id: string
  readonly kind: 'choice' | 'date'
  readonly ask: InBoth
  readonly valid: (Figure & { readonly rule: string }) | null
  readonly options?:
    | readonly {
        readonly value: string
        readonly label: InBoth
        readonly valid?: (Figure & { readonly rule: string }) | undefined
      }[]
    | undefined
  readonly never?: InBoth | undefined
}
export interface Measure {
  readonly id: string
  readonly unit: string
  readonly loinc: string | null
  readonly title: InBoth
}
