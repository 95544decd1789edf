import { earliest, isWhen } from '../intake/when.ts'
import type { Instant } from '../kernel/instant.ts'
import { partialDateOf, typedOf, type DatePart, type PartialDateTyped } from '../platform/ui/PartialDate.tsx'
import type { Said } from './telling.ts'

/** What may be added to an answer, as it is typed. */
export interface More {
  readonly when: PartialDateTyped
  readonly words: string
}

export const moreOf = ({ on, words }: Said): More => ({ when: typedOf(on), words })

/** Under which name it waits: another once it is kept, so that a form that begins anew finds nothing of the old one. */
export const moreDraft = ({ question, answer, on, words }: Said): string =>
  `history ${question} ${answer} ${on ?? ''} ${words}`

/** Says something else than what is kept. */
export const isOther = ({ when, words }: More, kept: Said): boolean =>
  partialDateOf(when) !== (kept.on ?? '') || words.trim() !== kept.words

const fourDigits = /^\d{4}$/

/** The first part of a date that cannot be, from the left. None at all is right. */
export function wrongPart(typed: PartialDateTyped, now: Instant): DatePart | undefined {
  const on = partialDateOf(typed)
  if (on === '') return undefined
  const [year = '', month] = on.split('-')
  const cannotBe = (when: string) => !isWhen(when) || earliest(when) > now
  if (!fourDigits.test(year) || cannotBe(year)) return 'year'
  if (month !== undefined && cannotBe(`${year}-${month}`)) return 'month'
  return cannotBe(on) ? 'day' : undefined
}

export const withMore = (kept: Said, { when, words }: More): Said => {
  const on = partialDateOf(when)
  return { question: kept.question, answer: kept.answer, on: on === '' ? null : on, words: words.trim() }
}
