import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import type { Reading } from './cover.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** When someone reads, in one true sentence; it never promises that anyone watches. */
export function useReadingSentence(): (reading: Reading) => string {
  const { reading: said } = useWords(words)
  const place = usePlace()
  return ({ declared, openNow, readFrom }) => {
    if (!declared) return said.undeclared
    if (openNow) return said.openNow
    return said.closed(`${formatDate(readFrom, place, 'weekday')} (${formatDate(readFrom, place, 'time')})`)
  }
}
