import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import type { DueReview } from './reviewing.ts'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }

/** That a course is to be looked back on: since when, and because of what its protocol or its last review says. */
export function ReviewDue({ due: { dueAt, owed } }: { due: DueReview }) {
  const { board: said } = useWords(words)
  const place = usePlace()
  const sentence = owed ? plural(place.language, owed.count, said.reviewOwed[owed.because]) : said.reviewDue
  return fill(sentence, { day: formatDate(dueAt, place, 'day') })
}
