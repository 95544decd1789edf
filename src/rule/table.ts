import type { Coded, Coding } from '../intake/terms.ts'
import type { DrugIndex } from './drug.ts'
import type { OwnRules } from './own.ts'
import type { AskedQuestion, Measure, Rule } from './rule.ts'

/** Codes that a reviewer has read and accepted. `starts` are ICD-10-CM categories. */
export interface ConditionList {
  readonly codes: readonly Coding[]
  readonly starts: readonly Coding[]
}

/** Everything under content/rules/, ready to be asked. */
export interface Table {
  readonly version: string
  readonly rules: readonly Rule[]
  readonly byId: ReadonlyMap<string, Rule>
  readonly questions: ReadonlyMap<string, AskedQuestion>
  readonly measures: ReadonlyMap<string, Measure>
  readonly lists: Readonly<Record<string, ConditionList>>
  readonly drugs: DrugIndex
  /** What a practice itself has made of them at the moment that is asked about; outside of any practice, nothing. */
  readonly own?: OwnRules | undefined
}

export const isOnList = (list: ConditionList | undefined, codings: Coded['codings']): boolean =>
  list !== undefined && codings.some((coding) => matches(list, coding))

const matches = (list: ConditionList, { system, code }: Coding): boolean =>
  list.codes.some((listed) => listed.system === system && listed.code === code) ||
  list.starts.some((listed) => listed.system === system && isWithin(code, listed.code))

/** `I71` covers I71 and I71.01, `I67.1` covers I67.1 and I67.10. */
const isWithin = (code: string, category: string): boolean =>
  code === category || code.startsWith(category.includes('.') ? category : `${category}.`)
