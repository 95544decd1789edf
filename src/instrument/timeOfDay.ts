import { instant } from '../kernel/instant.ts'

/** An hour of the day, "HH:MM:SS", of no day and no zone (FHIR R4 `time`). */
export type TimeOfDay = string

export const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text)

/** From what a field for an hour gives, "HH:MM" or "HH:MM:SS"; nothing where it is none. */
export function timeTyped(typed: string): TimeOfDay | undefined {
  const whole = typed.length === 5 ? `${typed}:00` : typed
  return isTimeOfDay(whole) ? whole : undefined
}

const locales = { en: 'en-US', es: 'es-US' } as const

/** As one says it; seconds only where there are some. */
export function timeSaid(time: TimeOfDay, language: keyof typeof locales): string {
  return new Intl.DateTimeFormat(locales[language], {
    hour: 'numeric',
    minute: '2-digit',
    ...(!time.endsWith(':00') && { second: '2-digit' }),
    timeZone: 'UTC',
  }).format(instant(`2024-01-01T${time}Z`))
}
