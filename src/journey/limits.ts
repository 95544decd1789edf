import type { LimitName, Limits } from '../protocol/protocol.ts'

/** One set of vital signs as measured; whatever was not measured is null, never 0. */
export interface Vitals {
  readonly systolicMmHg: number | null
  readonly diastolicMmHg: number | null
  readonly heartRateBpm: number | null
  readonly spo2Percent: number | null
  readonly respirationsPerMin: number | null
  /** MOAA/S, 5 (answers readily) to 0 (no answer to pain). */
  readonly sedationMoaas: number | null
}

/** What a reading may hold, by name. */
export const vitalNames = [
  'systolicMmHg',
  'diastolicMmHg',
  'heartRateBpm',
  'spo2Percent',
  'respirationsPerMin',
  'sedationMoaas',
] as const satisfies readonly (keyof Vitals)[]

/** The measurements of a reading and nothing else of it. */
export const vitalsOf = (reading: Vitals): Vitals => ({
  systolicMmHg: reading.systolicMmHg,
  diastolicMmHg: reading.diastolicMmHg,
  heartRateBpm: reading.heartRateBpm,
  spo2Percent: reading.spo2Percent,
  respirationsPerMin: reading.respirationsPerMin,
  sedationMoaas: reading.sedationMoaas,
})

/**
 * What was last measured of each, oldest reading first: a value stands until that same value was measured again, whatever
 * else was measured since.
 */
export function lastMeasured(readings: readonly Vitals[]): Vitals {
  const last = (name: keyof Vitals) => readings.findLast((reading) => reading[name] !== null)?.[name] ?? null
  return {
    systolicMmHg: last('systolicMmHg'),
    diastolicMmHg: last('diastolicMmHg'),
    heartRateBpm: last('heartRateBpm'),
    spo2Percent: last('spo2Percent'),
    respirationsPerMin: last('respirationsPerMin'),
    sedationMoaas: last('sedationMoaas'),
  }
}

/** What each limit is measured by; distress is rated, not measured. */
export const measuresOf: Readonly<Record<LimitName, keyof Vitals | undefined>> = {
  highSystolic: 'systolicMmHg',
  highDiastolic: 'diastolicMmHg',
  risenSystolic: 'systolicMmHg',
  lowSystolic: 'systolicMmHg',
  highHeartRate: 'heartRateBpm',
  lowHeartRate: 'heartRateBpm',
  lowSpo2: 'spo2Percent',
  lowRespirations: 'respirationsPerMin',
  highRespirations: 'respirationsPerMin',
  lowSedation: 'sedationMoaas',
  highDistress: undefined,
}

export const limitNames = Object.keys(measuresOf) as LimitName[]

export type Level = 'watch' | 'call' | 'urgent'

/** A limit of the course's protocol that a measurement crossed; rule ids and sources are in the protocol. */
export interface Crossing {
  readonly limit: LimitName
  readonly level: Level
  readonly value: number
}

const rank: Record<Level, number> = { watch: 0, call: 1, urgent: 2 }

/**
 * Which limits a reading crosses, the most pressing first. `beforeSystolicMmHg` is the reading before the dose, for the
 * rise. "High" limits are crossed when reached, "low" ones when gone below (clinical.md 4.2).
 */
export function crossingsIn(vitals: Vitals, limits: Limits, beforeSystolicMmHg: number | null): Crossing[] {
  const { systolicMmHg } = vitals
  const rise = systolicMmHg === null || beforeSystolicMmHg === null ? null : systolicMmHg - beforeSystolicMmHg
  const measured: Partial<Record<LimitName, number | null>> = {
    highSystolic: systolicMmHg,
    highDiastolic: vitals.diastolicMmHg,
    risenSystolic: rise,
    lowSystolic: systolicMmHg,
    highHeartRate: vitals.heartRateBpm,
    lowHeartRate: vitals.heartRateBpm,
    lowSpo2: vitals.spo2Percent,
    lowRespirations: vitals.respirationsPerMin,
    highRespirations: vitals.respirationsPerMin,
    lowSedation: vitals.sedationMoaas,
  }
  return Object.entries(measured)
    .flatMap(([limit, value]) => crossing(limits, limit as LimitName, value ?? null) ?? [])
    .toSorted((one, other) => rank[other.level] - rank[one.level])
}

export function crossing(limits: Limits, limit: LimitName, value: number | null): Crossing | undefined {
  if (value === null) return undefined
  const beyond = (at: number | null) => at !== null && (limit.startsWith('low') ? value < at : value >= at)
  const { watch, call, urgent } = limits[limit]
  if (beyond(urgent)) return { limit, level: 'urgent', value }
  if (beyond(call)) return { limit, level: 'call', value }
  return beyond(watch) ? { limit, level: 'watch', value } : undefined
}
