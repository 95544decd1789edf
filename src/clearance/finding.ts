import type { KnownItem, Statement, Standing } from '../intake/history.ts'
import type { ItemKind, HistoryItem } from '../intake/referral.ts'
import type { When } from '../intake/when.ts'
import type { Severity } from './rules.ts'

/** `unknown` weighs as much as `present` until someone knows; `expired` was known once; `settled` holds now. */
export type State = 'present' | 'unknown' | 'expired' | 'settled'

/** One fact a finding rests on: a record of the referral, or what a clinician stated. */
export interface Because {
  readonly kind: ItemKind | 'statement' | 'birth-date'
  readonly id: string
  readonly text: string
  readonly when: When | null
  readonly standing: Standing
  readonly saidBy: string
  /** For a statement: the question it answers. */
  readonly question: string | null
}

export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly state: State
  readonly because: readonly Because[]
  /** The questions whose answers would settle it. */
  readonly questions: readonly string[]
}

export const timeOfItem = (item: HistoryItem): When | null => {
  if (item.kind === 'problem') return item.onset
  if (item.kind === 'medicine') return item.from
  return item.kind === 'allergy' ? null : item.at
}

export const becauseItem = ({ id, item, standing, statement }: KnownItem): Because => ({
  kind: item.kind,
  id,
  text: textOf(item),
  when: timeOfItem(item),
  standing,
  saidBy: statement?.saidBy ?? '',
  question: null,
})

/** A visit counts by its reason, so its reason is what is shown. */
const textOf = (item: HistoryItem): string =>
  item.kind === 'visit' && item.reasons.length > 0
    ? `${item.coded.text}: ${item.reasons.map(({ text }) => text).join(', ')}`
    : item.coded.text

export const becauseSaid = (statement: Statement): Because => ({
  kind: 'statement',
  id: statement.id,
  text: statement.answer,
  when: statement.on,
  standing: 'confirmed',
  saidBy: statement.saidBy,
  question: statement.question,
})
