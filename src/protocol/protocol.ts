/**
 * One edition of a protocol, as `content/protocols` publishes it. A course stands on one edition for as long as it lasts.
 * Every figure names its rule and source; `PD` marks a practice's own setting, for which no authority was found.
 */
export interface Protocol {
  readonly id: string
  readonly version: string
  readonly title: InBoth
  readonly route: Route
  readonly products: readonly Product[]
  readonly forms: readonly Form[]
  readonly ratifiedBy: string | null
  readonly steps: readonly { readonly id: string; readonly title: InBoth; readonly rule: string }[]
  readonly order: OrderRange
  readonly gates: GateFigures
  readonly people: People
  readonly vitals: VitalsPlan
  readonly limits: Limits
  readonly timing: Timing
  readonly discharge: DischargePlan
}

export interface InBoth {
  readonly en: string
  readonly es: string
}

export type Route = 'sublingual' | 'im'
export type Product = 'racemic' | 'esketamine'
export type Form = 'lozenge' | 'troche' | 'dissolving-tablet' | 'injection'

interface Sourced {
  readonly rule: string
  readonly source: string
  readonly tag: 'source' | 'GK' | 'PD'
}
export interface Figure extends Sourced {
  readonly value: number
}

/** What was published, in mg of base. It checks a typed order; it proposes none. */
export interface OrderRange {
  readonly lowMg: Figure | null
  readonly lowMgPerKg: Figure | null
  readonly reasonAboveMg: Figure | null
  readonly reasonAboveMgPerKg: Figure | null
  readonly secondAboveMg: Figure | null
  readonly secondAboveMgPerKg: Figure | null
  readonly hydrochloridePerBase: Figure
}

export type GateFigure =
  | 'gapHours'
  | 'consentAgeHours'
  | 'releaseMinutes'
  | 'readingMinutes'
  | 'restMinutes'
  | 'readings'
  | 'olderFromYears'
  | 'systolicMmHg'
  | 'diastolicMmHg'
  | 'olderSystolicMmHg'
  | 'olderDiastolicMmHg'
  | 'noDoseSystolicMmHg'
  | 'noDoseDiastolicMmHg'
  | 'lowSystolicMmHg'
export type GateFigures = Readonly<Record<GateFigure, Figure>>

/** Who must be in the room, each place filled by another person; and who must at least be reachable. */
export interface People {
  readonly guide: readonly string[]
  readonly medical: readonly string[]
  readonly reachable: readonly string[]
}

export interface VitalsPlan extends Sourced {
  /** Minutes since the dose; 0 is the reading before it. */
  readonly atMinutes: readonly number[]
  readonly lateMinutes: Figure
  readonly missedMinutes: Figure
}

/** Reached, or for the `low` ones gone below: watch and repeat; call the prescriber; emergency care. */
export interface Limit extends Sourced {
  readonly watch: number
  readonly call: number | null
  readonly urgent: number | null
}
export type LimitName =
  | 'highSystolic'
  | 'highDiastolic'
  | 'risenSystolic'
  | 'lowSystolic'
  | 'highHeartRate'
  | 'lowHeartRate'
  | 'lowSpo2'
  | 'lowRespirations'
  | 'highRespirations'
  | 'lowSedation'
  | 'highDistress'
export type Limits = Readonly<Record<LimitName, Limit>>

/** What is usual on this route, as windows and never as a forecast. */
export interface Timing extends Sourced {
  readonly arrivingMinutes: readonly [number, number]
  readonly peakMinutes: readonly [number, number]
  readonly returningMinutes: readonly [number, number]
  readonly confidence: 'fair' | 'good' | 'low'
}

export interface DischargePlan {
  readonly stayMinutes: Figure
  readonly examMinutes: Figure
  readonly pressureWithinPercent: Figure
  readonly belowSystolicMmHg: Figure
  readonly belowDiastolicMmHg: Figure
  readonly spo2Percent: Figure
  readonly closedHours: Figure
  /** What a person ticks; DC-01 and DC-04 are worked out from what was recorded. */
  readonly criteria: readonly string[]
}
