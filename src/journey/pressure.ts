import { minute, type Instant } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'
import type { GateFigure, GateFigures } from '../protocol/protocol.ts'
import { proceeds } from './decided.ts'
import type { GateFacts, Pressure } from './gateFacts.ts'
import { met, stop, waiting, type Because, type BecauseCode, type Found } from './gate.ts'

export interface PressureLimit {
  readonly systolicMmHg: number
  readonly diastolicMmHg: number
}

/** MO-BP1 below 65 years and MO-BP2 from 65 on. Where no date of birth is known the stricter one holds. */
export function limitFor(gates: GateFigures, birthDate: string | null, today: string): PressureLimit {
  const of = (name: GateFigure) => gates[name].value
  return isOlder(birthDate, today, of('olderFromYears'))
    ? { systolicMmHg: of('olderSystolicMmHg'), diastolicMmHg: of('olderDiastolicMmHg') }
    : { systolicMmHg: of('systolicMmHg'), diastolicMmHg: of('diastolicMmHg') }
}

function isOlder(birthDate: string | null, today: string, years: number): boolean {
  if (birthDate === null) return false
  const birthday = String(Number(birthDate.slice(0, 4)) + years).padStart(4, '0') + birthDate.slice(4)
  return today >= birthday
}

type Reading = Pick<Pressure, 'systolicMmHg' | 'diastolicMmHg'>

/** Over the limit, or so low that it is measured again (MO-BP4). */
export const isOutside = (reading: Reading, limit: PressureLimit, gates: GateFigures): boolean =>
  reading.systolicMmHg > limit.systolicMmHg ||
  reading.diastolicMmHg > limit.diastolicMmHg ||
  reading.systolicMmHg < gates.lowSystolicMmHg.value

/** So high that there is no dose today, whatever is measured afterwards. */
export const isTooHigh = (reading: Reading, gates: GateFigures): boolean =>
  reading.systolicMmHg >= gates.noDoseSystolicMmHg.value ||
  reading.diastolicMmHg >= gates.noDoseDiastolicMmHg.value

/**
 * Gate 8 of clinical.md 3.5 by MO-BP1: within the limit, today, in this session, no longer ago than the practice says.
 * Over it: rest and repeat; after the last repeat a prescriber decides in writing. `pressure_gate` says the same in SQL.
 */
export function pressureGate(facts: GateFacts, at: Instant): Found {
  const { gates } = facts.protocol
  const today = dayIn(at, facts.timeZone)
  const limit = limitFor(gates, facts.birthDate, today)
  const readings = facts.pressures
    .filter(({ takenAt, doubtful }) => !doubtful && takenAt <= at && dayIn(takenAt, facts.timeZone) === today)
    .toSorted((one, other) => one.takenAt - other.takenAt || (one.id < other.id ? -1 : 1))
  const newest = readings.at(-1)
  const said = saying(limit)
  if (!newest) return waiting(said('pressure-none', undefined), 'monitor', 'prescriber', 'therapist')
  const high = readings.find((reading) => isTooHigh(reading, gates))
  if (high) return stop(said('pressure-not-today', high), 'nobody')
  const outside = readings.filter((reading) => isOutside(reading, limit, gates))
  const fresh = newest.takenAt > at - gates.readingMinutes.value * minute
  const standing = { facts, at, gates, said, newest, fresh }
  return outside.length >= gates.readings.value
    ? afterRepeats(standing, outside.at(-1)!)
    : beforeRepeats(standing, outside.at(-1))
}

interface Standing {
  readonly facts: GateFacts
  readonly at: Instant
  readonly gates: GateFigures
  readonly said: (code: BecauseCode, reading: Pressure | undefined, until?: Instant) => Because
  readonly newest: Pressure
  readonly fresh: boolean
}

function afterRepeats({ facts, at, said, newest, fresh }: Standing, last: Pressure): Found {
  const decision = proceeds(facts, { gate: 'pressure', since: last.takenAt }, at)
  if (decision === 'against') return stop(said('pressure-decided-against', last), 'prescriber')
  if (decision === 'none') return stop(said('pressure-needs-decision', last), 'prescriber')
  if (!fresh) return waiting(said('pressure-old', newest), 'monitor', 'prescriber', 'therapist')
  return met(said('pressure-decided', newest), 'prescriber')
}

function beforeRepeats({ at, gates, said, newest, fresh }: Standing, last: Pressure | undefined): Found {
  const rest = gates.restMinutes.value * minute
  if (last === newest)
    return stop(said('pressure-over', last, last.takenAt + rest), 'monitor', 'prescriber', 'therapist')
  if (!fresh) return waiting(said('pressure-old', newest), 'monitor', 'prescriber', 'therapist')
  if (last && last.takenAt > newest.takenAt - rest)
    return waiting(said('pressure-rest', newest, last.takenAt + rest), 'monitor', 'prescriber', 'therapist')
  const until = newest.takenAt + gates.readingMinutes.value * minute
  return met(said('pressure-within', newest, Math.max(until, at)), 'monitor', 'prescriber', 'therapist')
}

const saying =
  (limit: PressureLimit) =>
  (code: BecauseCode, reading: Pressure | undefined, until?: Instant): Because => ({
    code,
    at: reading?.takenAt,
    until,
    systolicMmHg: reading?.systolicMmHg,
    diastolicMmHg: reading?.diastolicMmHg,
    limitSystolicMmHg: limit.systolicMmHg,
    limitDiastolicMmHg: limit.diastolicMmHg,
  })
