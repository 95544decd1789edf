import { type Language, localeOf } from './language.ts'

/** Moments are milliseconds since 1970; a time zone is an IANA name, because a course is lived somewhere. */
export type Place = { readonly language: Language; readonly timeZone: string }

const styles = {
  /** Wed, Oct 14 */
  day: { weekday: 'short', month: 'short', day: 'numeric' },
  /** Oct 14 */
  short: { month: 'short', day: 'numeric' },
  /** Wednesday, October 14 */
  weekday: { weekday: 'long', month: 'long', day: 'numeric' },
  /** October 14, 2026 */
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  /** 9:41 AM */
  time: { hour: 'numeric', minute: '2-digit' },
  /** Wed, Oct 14, 9:41 AM */
  moment: { weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  /** Oct 14, 2026, 9:41:07 AM */
  exact: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateStyle = keyof typeof styles

const made = new Map<string, Intl.DateTimeFormat>()

export function formatDate(moment: number, { language, timeZone }: Place, style: DateStyle = 'date'): string {
  const key = `${language} ${timeZone} ${style}`
  const format = made.get(key) ?? new Intl.DateTimeFormat(localeOf(language), { ...styles[style], timeZone })
  made.set(key, format)
  return format.format(moment)
}

export const formatNumber = (value: number, language: Language, digits = 1): string =>
  new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: digits }).format(value)

const spans = [
  ['minute', 60_000, 60],
  ['hour', 3_600_000, 24],
  ['day', 86_400_000, 14],
  ['week', 604_800_000, 9],
  ['month', 2_629_800_000, 24],
  ['year', 31_557_600_000, Infinity],
] as const

/** "5 minutes ago", "in 2 days", "now": how far `moment` lies from `now`. */
export function relativeWords(moment: number, now: number, language: Language): string {
  const format = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' })
  const away = moment - now
  if (Math.abs(away) < 60_000) return format.format(0, 'second')
  const [unit, length] = spans.find(([, span, most]) => Math.abs(away) < span * most) ?? spans[5]
  return format.format(Math.trunc(away / length), unit)
}
