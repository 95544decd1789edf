import { instant, isoOf, type Instant } from '../kernel/instant.ts'

/** The first moment of a calendar day, YYYY-MM-DD, in UTC: a day is a day, wherever it is read. */
export const dayOfBirth = (day: string): Instant => instant(`${day}T00:00:00Z`)

/** Whole years, by the calendar: a birthday counts from its own day on. */
export function yearsBetween(born: Instant, now: Instant): number {
  const [from, to] = [isoOf(born), isoOf(now)]
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5, 10) < from.slice(5, 10) ? years - 1 : years
}
