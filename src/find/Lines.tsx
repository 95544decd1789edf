import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import type { Place } from './gazetteer.ts'
import { isConfirmed, type Day, type Openings } from './listing.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export const townOf = ({ name, state }: Pick<Place, 'name' | 'state'>): string => `${name}, ${state}`

export const dollars = (usd: number, language: 'en' | 'es'): string =>
  new Intl.NumberFormat(language === 'es' ? 'es-US' : 'en-US', {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: 0,
  }).format(usd)

/** A calendar day has no time zone; it is told as it stands. */
export const dayWords = (day: Day, language: 'en' | 'es'): string =>
  formatDate(Date.parse(day), { language, timeZone: 'UTC' })

/** What was said about openings, and when; after a month it is no longer given as true. */
export function OpeningsLine({ openings, today }: { openings: Openings; today: Day }) {
  const said = useWords(words)
  const language = useLanguage()
  const day = dayWords(openings.asOf, language)
  if (!isConfirmed(openings, today)) return <p className="tl-openings-stale">{said.stale(day)}</p>
  return (
    <p>
      <strong>{said.openings[openings.state]}</strong>, {said.asOf(day)}
    </p>
  )
}
