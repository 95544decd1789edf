import { instant } from '../kernel/instant.ts'
import type { When } from './when.ts'

const locales = { en: 'en-US', es: 'es-US' } as const

/**
 * A date as exact as it was said: a year stays a year. The day is the one that was written, in the writer's own zone; read in another it
 * could become the day before.
 */
export function whenSaid(when: When, language: keyof typeof locales): string {
  if (when.length === 4) return when
  const asIn = (how: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { ...how, timeZone: 'UTC' })
  return when.length >= 10
    ? asIn({ year: 'numeric', month: 'long', day: 'numeric' }).format(
        instant(`${when.slice(0, 10)}T12:00:00Z`),
      )
    : asIn({ year: 'numeric', month: 'long' }).format(instant(`${when}-15T12:00:00Z`))
}
