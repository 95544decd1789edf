import type { Language } from '../instrument/response.ts'
import type { Instant } from '../kernel/instant.ts'

interface Spoken {
  readonly id: string
  readonly answeredAt: Instant
  readonly language: Language
}

export interface LanguageChange {
  /** The first answers in the other language. */
  readonly id: string
  readonly at: Instant
  readonly to: Language
}

type Rater = 'self' | 'clinician'

/**
 * Where the language of answering changed, oldest first: English and Spanish are separate instruments, and a line through both says
 * what neither does. A clinician's rating has no such language: nobody was asked in it.
 */
export function languageChanges(responses: readonly Spoken[], rater: Rater): LanguageChange[] {
  if (rater === 'clinician') return []
  return responses.flatMap(({ id, answeredAt: at, language: to }, place) => {
    const before = responses[place - 1]
    return before && before.language !== to ? [{ id, at, to }] : []
  })
}

/** The languages of two answers that are compared, where they are not the same. */
export function languagesApart(
  responses: readonly Spoken[],
  rater: Rater,
  [one, other]: readonly [string | undefined, string | undefined],
): { readonly first: Language; readonly last: Language } | null {
  const of = (id: string | undefined) => responses.find((each) => each.id === id)?.language
  const [first, last] = [of(one), of(other)]
  return rater === 'self' && first && last && first !== last ? { first, last } : null
}
