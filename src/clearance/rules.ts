/** The rule table as content/rules/eligibility.json holds it. Ids are those of the clinical reference. */
export type Severity = 'block' | 'override' | 'caution' | 'info'

export interface InBoth {
  readonly en: string
  readonly es: string
}

/** Codes a reviewer has read and accepted. `starts` are ICD-10-CM categories; `names` never make a match, only a question. */
export interface CodeList {
  readonly codes: readonly ListedCode[]
  readonly starts: readonly ListedCode[]
  readonly names?: readonly string[] | undefined
}
export interface ListedCode {
  readonly system: string
  readonly code: string
  readonly display: string
}

export interface Validity {
  readonly days: number
  readonly rule: string
}
export interface Option {
  readonly value: string
  readonly label: InBoth
  readonly valid?: Validity | undefined
}
export interface ChoiceQuestion {
  readonly id: string
  readonly kind: 'choice'
  readonly ask: InBoth
  readonly options: readonly Option[]
  readonly valid: Validity | null
}
export interface DateQuestion {
  readonly id: string
  readonly kind: 'date'
  readonly ask: InBoth
  readonly never: InBoth
  readonly valid: Validity | null
}
export type Question = ChoiceQuestion | DateQuestion

/** A record that may be what is asked about, and the question that tells. */
export interface Unclear {
  readonly list: string
  readonly question: string
  readonly yes: readonly string[]
  readonly no: readonly string[]
}
export interface Asked {
  readonly kind: 'asked'
  readonly question: string
  readonly yes: readonly string[]
  readonly no: readonly string[]
  readonly present: readonly string[]
  readonly unclear: readonly Unclear[]
  /** When set, only what is active now counts: a problem by its status, any other record by being at most so old. */
  readonly currentDays: number | null
}
export interface Band {
  readonly rule: string
  readonly severity: Severity
}
export interface Since {
  readonly kind: 'since'
  readonly question: string
  readonly evidence: readonly string[]
  /** Nearest first. Within `days` of the event this band holds. */
  readonly bands: readonly (Band & { readonly days: number })[]
  readonly beyond: Band | null
}
export interface Pressure {
  readonly kind: 'pressure'
  readonly readings: number
  readonly days: number
  readonly daysRule: string
  readonly above: { readonly under65: readonly number[]; readonly from65: readonly number[] }
  readonly reaching: { readonly rule: string; readonly limits: readonly number[] }
}
export interface Age {
  readonly kind: 'age'
  readonly under: number
}
export interface Medicine {
  readonly kind: 'medicine'
  readonly list: string
  readonly ask?:
    | { readonly question: string; readonly answers: Readonly<Record<string, Severity>> }
    | undefined
  readonly together?: { readonly list: string; readonly severity: Severity } | undefined
}
/** This id is one band of another rule. */
export interface PartOf {
  readonly kind: 'part-of'
  readonly rule: string
}
export type Decide = Asked | Since | Pressure | Age | Medicine | PartOf

export interface Rule {
  readonly id: string
  readonly severity: Severity
  readonly scope: readonly string[]
  readonly title: InBoth
  readonly clears: InBoth
  readonly who: string
  readonly sources: readonly string[]
  readonly tags: readonly string[]
  readonly decide: Decide
}

export interface RuleTable {
  readonly version: string
  readonly reference: string
  readonly ratifiedBy: string | null
  readonly note: string
  readonly rules: readonly Rule[]
  readonly questions: readonly Question[]
  readonly lists: Readonly<Record<string, CodeList>>
}
