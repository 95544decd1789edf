import { localeOf, type Language } from '../platform/i18n/language.ts'

/** Monday is 1; 2024 began on a Monday. */
export const dayWord = (weekday: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, weekday, 12),
  )

export const clockWord = (minuteOfDay: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1, 0, minuteOfDay),
  )
