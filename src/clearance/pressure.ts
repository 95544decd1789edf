import { diastolic, pressurePanels, systolic } from '../intake/plausible.ts'
import type { KnownItem } from '../intake/history.ts'
import { carries, loinc } from '../intake/terms.ts'
import { earliest, latest, newestFirst } from '../intake/when.ts'
import { day, isoOf, type Instant } from '../kernel/instant.ts'
import { stands, type Facts } from './evidence.ts'
import { becauseItem, type Because } from './finding.ts'
import type { BandDecided } from './since.ts'
import type { Band, Pressure } from './rules.ts'

export interface PressureReading {
  readonly known: KnownItem
  readonly systolicMmHg: number
  readonly diastolicMmHg: number
}

/** Blood pressures with both numbers and a time, newest first. */
export const pressuresIn = (items: readonly KnownItem[]): PressureReading[] =>
  items.flatMap((known) => readingOf(known) ?? []).toSorted((a, b) => newestFirst(timeOf(a), timeOf(b)))

const timeOf = ({ known: { item } }: PressureReading) => (item.kind === 'measurement' ? item.at : null)

function readingOf(known: KnownItem): PressureReading | null {
  const { item } = known
  if (item.kind !== 'measurement' || item.at === null || !stands(known)) return null
  if (!pressurePanels.some((code) => carries(item.coded, loinc, code))) return null
  const amountOf = (code: string) => {
    const value = item.parts.find(({ coded }) => carries(coded, loinc, code))?.value
    return value?.is === 'quantity' && value.comparator === '' ? value.amount : null
  }
  const [systolicMmHg, diastolicMmHg] = [amountOf(systolic), amountOf(diastolic)]
  return systolicMmHg === null || diastolicMmHg === null ? null : { known, systolicMmHg, diastolicMmHg }
}

/** The mean of the newest readings that are recent enough; older ones were known once, and none is unknown. */
export function decidePressure(facts: Facts, rule: Pressure, own: Band): BandDecided {
  const readings = pressuresIn(facts.history.items)
  const recent = readings
    .filter((reading) => earliest(timeOf(reading) ?? '') > facts.careNow - rule.days * day)
    .slice(0, rule.readings)
  if (recent.length < rule.readings) return tooFew(own, rule, readings)
  const because = recent.map(becausePressure)
  const mean = [
    meanOf(recent.map(({ systolicMmHg }) => systolicMmHg)),
    meanOf(recent.map(({ diastolicMmHg }) => diastolicMmHg)),
  ]
  const reached = rule.reaching.limits.some((limit, place) => mean[place]! >= limit)
  if (reached)
    return { band: { rule: rule.reaching.rule, severity: 'block' }, state: 'present', because, questions: [] }
  const limits = isOlder(facts.birthDate, facts.careNow) ? rule.above.from65 : rule.above.under65
  const above = limits.some((limit, place) => mean[place]! > limit)
  return { band: own, state: above ? 'present' : 'settled', because, questions: [] }
}

const tooFew = (band: Band, rule: Pressure, readings: readonly PressureReading[]): BandDecided => ({
  band,
  state: readings.length === 0 ? 'unknown' : 'expired',
  because: readings.slice(0, rule.readings).map(becausePressure),
  questions: [],
})

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const becausePressure = ({ known, systolicMmHg, diastolicMmHg }: PressureReading): Because => ({
  ...becauseItem(known),
  text: `${Math.round(systolicMmHg)}/${Math.round(diastolicMmHg)} mmHg`,
})

/** With no date of birth the stricter limit holds. */
const isOlder = (birthDate: string | null, careNow: Instant): boolean =>
  birthDate !== null && (ageAt(birthDate, careNow)?.least ?? 0) >= 65

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
