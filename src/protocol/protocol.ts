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
  readonly psychotherapy: Said & { readonly present: boolean }
  readonly steps: readonly { readonly id: string; readonly title: InBoth; readonly rule: string }[]
  readonly administration: readonly Said[]
  readonly onSite: readonly Said[]
  readonly order: OrderRange
  readonly series: Series
  readonly gates: GateFigures
  readonly fasting: Readonly<Record<'solidHours' | 'clearHours', Figure>>
  readonly closing: { readonly marginMinutes: Figure }
  readonly standing: Readonly<Record<StandingFigure, Figure>>
  readonly people: People
  readonly equipment: Sourced & { readonly items: readonly string[] }
  /** Only where the medicine may be given under a programme of its own. */
  readonly rems?: { readonly attest: readonly (Said & { readonly id: string })[] }
  readonly vitals: VitalsPlan
  readonly limits: Limits
  readonly timing: Timing
  readonly discharge: DischargePlan
  readonly reviews: Reviews
  readonly measures: MeasuresPlan
}

export interface InBoth {
  readonly en: string
  readonly es: string
}

export const routes = ['sublingual', 'im', 'iv', 'intranasal'] as const
export type Route = (typeof routes)[number]
export const products = ['racemic', 'esketamine'] as const
export type Product = (typeof products)[number]
export const forms = [
  'lozenge',
  'troche',
  'dissolving-tablet',
  'injection',
  'infusion',
  'nasal-spray',
] as const
export type Form = (typeof forms)[number]

export interface Sourced {
  readonly rule: string
  readonly source: string
  readonly tag: 'source' | 'GK' | 'PD'
}
export interface Figure extends Sourced {
  readonly value: number
}
export interface Said extends Sourced {
  readonly words: InBoth
}
export type StandingFigure = 'lowSystolicMmHg' | 'dropSystolicMmHg' | 'dropDiastolicMmHg'

/** How many doses in how many weeks were published, from and to. */
export interface Series extends Sourced {
  readonly doses: readonly [number, number]
  readonly weeks: readonly [number, number]
}

/** When benefit and harm are weighed together: after so many doses, then every so many months; or on a day of the course. */
export interface Reviews extends Sourced {
  readonly afterDoses: readonly number[]
  readonly thenMonths: number | null
  readonly afterDays: number | null
}

export interface MeasuresPlan extends Sourced {
  readonly instruments: readonly string[]
  readonly at: readonly string[]
}

/** What was published, in mg of base. It checks a typed order; it proposes none. */
export interface OrderRange {
  readonly lowMg: Figure | null
  readonly lowMgPerKg: Figure | null
  readonly reasonAboveMg: Figure | null
  readonly reasonAboveMgPerKg: Figure | null
  readonly secondAboveMg: Figure | null
  readonly secondAboveMgPerKg: Figure | null
  /** The amounts a label names: any other takes a reason. */
  readonly listedMg?: readonly Figure[] | undefined
  readonly refusedAboveMg?: Figure | undefined
  /** An infusion that is faster takes a reason; one that is slower is not of this protocol, whose stay counts on it. */
  readonly leastMinutes?: Figure | undefined
  readonly mostMinutes?: Figure | undefined
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

/**
 * Who must be in the room, each place filled by another person; who must at least be reachable; and who has to be on site,
 * in whatever place. A place without roles is not asked for.
 */
export interface People {
  readonly rule: string
  readonly tag: Sourced['tag']
  readonly guide: readonly string[]
  readonly medical: readonly string[]
  readonly reachable: readonly string[]
  readonly onSite?: readonly string[] | undefined
}

export interface VitalsPlan extends Sourced {
  /** Minutes since the dose; 0 is the reading before it. */
  readonly atMinutes: readonly number[]
  readonly lateMinutes: Figure
  readonly missedMinutes: Figure
  /** When nothing asks for the full plan (`watching.ts` in the journey). Absent, the full one always holds. */
  readonly sparser?: (Omit<Sourced, 'source'> & { readonly atMinutes: readonly number[] }) | undefined
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
