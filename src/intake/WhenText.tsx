import { instant } from '../kernel/instant.ts'
import { formatDate, type Place } from '../platform/i18n/format.ts'
import { usePlace } from '../platform/i18n/LanguageProvider.tsx'
import { localeOf } from '../platform/i18n/language.ts'
import type { When } from './when.ts'

/** A date as exact as it was said: a year stays a year. */
export const WhenText = ({ when }: { when: When }) => (
  <time dateTime={when}>{whenWords(when, usePlace())}</time>
)

export function whenWords(when: When, place: Place): string {
  if (when.length === 4) return when
  // The day is the one the sender wrote, in the sender's own zone; read in ours it could become the day before.
  const utc = { ...place, timeZone: 'UTC' }
  if (when.length >= 10) return formatDate(instant(`${when.slice(0, 10)}T12:00:00Z`), utc, 'date')
  const month = new Intl.DateTimeFormat(localeOf(place.language), {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return month.format(instant(`${when}-15T12:00:00Z`))
}
