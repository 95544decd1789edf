import { day, instant, type Instant } from '../kernel/instant.ts'

/**
 * A date as it was written: a year, a month, a day, or a moment with its zone (FHIR R4 `dateTime`). It is never
 * made more exact than it was, so what a rule decides from it must hold for every moment it could mean.
 */
export type When = string

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/

const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function daysIn(year: number, month: number): number {
  if (month === 2) return leap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** True for a day that is on the calendar; 30 February is not mended into March. */
export function isWhen(text: string): boolean {
  const found = shape.exec(text)
  if (!found) return false
  const [year, month, date] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)]
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return false
  return found[4] === undefined || Number.isFinite(instant(text))
}

const startOf = (year: number, month: number): Instant =>
  instant(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01T00:00:00Z`)

/** The first moment it can mean, UTC. */
export function earliest(when: When): Instant {
  return when.length > 10 ? instant(when) : instant(`${`${when}-01-01`.slice(0, 10)}T00:00:00Z`)
}

/** The last moment it can mean, UTC. */
export function latest(when: When): Instant {
  if (when.length > 10) return instant(when)
  if (when.length === 10) return earliest(when) + day - 1
  const year = Number(when.slice(0, 4))
  const month = when.length === 7 ? Number(when.slice(5)) : 12
  return (month === 12 ? startOf(year + 1, 1) : startOf(year, month + 1)) - 1
}

/** Newest first; of two that may be the same time, the one that can be later. */
export const newestFirst = (a: When | null, b: When | null): number =>
  (b === null ? -Infinity : latest(b)) - (a === null ? -Infinity : latest(a)) || 0
