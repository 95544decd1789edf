import { useMemo } from 'react'
import { formatDate, formatNumber } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { MeasureNow } from './measure.contract.ts'
import type { Speech } from './meaning.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'
import { en as namesEn } from './words.names.en.ts'
import { es as namesEs } from './words.names.es.ts'

const words = { en, es }
const names = { en: namesEn, es: namesEs }

export function useSpeech(): Speech {
  const said = useWords(words)
  const named = useWords(names)
  const place = usePlace()
  return useMemo(
    () => ({
      said,
      names: named,
      number: (value) => formatNumber(value, place.language),
      exact: (value) => formatNumber(value, place.language, 2),
      date: (at) => formatDate(at, place, 'date'),
    }),
    [said, named, place],
  )
}

/** A band by its owner's words, where there are any in this language. */
export function useBandNames({ instrument }: MeasureNow): (id: string) => string {
  const { bands, answers } = useWords(names)
  const { language } = usePlace()
  const theirs = instrument.languages[language]?.bands
  return (id) => theirs?.[id] ?? bands[id] ?? answers[id] ?? id
}
