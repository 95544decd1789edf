import { earliest, latest } from '../intake/when.ts'
import { isoOf, type Instant } from '../kernel/instant.ts'

/** Whole years lived, at least and at most, for a date of birth that may be a year alone. */
export function ageAt(
  birthDate: string,
  careNow: Instant,
): { readonly least: number; readonly most: number } | null {
  const [first, last] = [earliest(birthDate), latest(birthDate)]
  if (!Number.isFinite(first) || first > careNow) return null
  return { least: yearsBetween(last, careNow), most: yearsBetween(first, careNow) }
}

const yearsBetween = (from: Instant, to: Instant): number => {
  const [born, now] = [isoOf(from).slice(0, 10), isoOf(to).slice(0, 10)]
  const years = Number(now.slice(0, 4)) - Number(born.slice(0, 4))
  return now.slice(5) < born.slice(5) ? years - 1 : years
}
