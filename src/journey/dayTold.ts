import type { Instant } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'

export const testResults = ['negative', 'positive', 'unclear'] as const
export type TestResult = (typeof testResults)[number]
/** What a report of the state on controlled prescriptions shows. */
export const reportResults = ['as-expected', 'concern'] as const
export type ReportResult = (typeof reportResults)[number]

interface Told {
  readonly toldAt: Instant
  readonly byName: string
  /** None when the member no longer works here. */
  readonly roles: readonly string[]
}

/** What is told on the day besides what has a place of its own. A wrong one is told anew: the newest of its kind holds. */
export type DayTold = Told &
  (
    | { readonly kind: 'fasting'; readonly solidAt: Instant; readonly clearAt: Instant }
    | {
        readonly kind: 'standing'
        readonly systolicMmHg: number
        readonly diastolicMmHg: number
        readonly dizzy: boolean
      }
    | { readonly kind: 'equipment'; readonly items: readonly string[] }
    | { readonly kind: 'rems'; readonly items: readonly string[] }
    | { readonly kind: 'closing'; readonly untilAt: Instant }
    | { readonly kind: 'talked'; readonly talked: boolean; readonly wantsAnother: boolean }
    | {
        readonly kind: 'talked-instead'
        readonly capacity: 'prescriber' | 'therapist'
        readonly reason: string
      }
    | {
        readonly kind: 'count'
        readonly lot: string
        /** YYYY-MM-DD. */
        readonly useBy: string
        readonly agrees: boolean
      }
    | { readonly kind: 'answers'; readonly answers: Readonly<Record<string, string>> }
    /** What a prescriber found in going through what changed. */
    | { readonly kind: 'reviewed'; readonly review: string }
    | {
        readonly kind: 'medicines'
        /** By ingredient: the moment of the last dose, `not-today`, or `unknown`. */
        readonly answers: Readonly<Record<string, string>>
      }
    /** These two count beyond their session. */
    | { readonly kind: 'pregnancy-test'; readonly testResult: TestResult }
    | { readonly kind: 'report'; readonly reportResult: ReportResult }
  )

type OfKind<Kind extends DayTold['kind']> = Extract<DayTold, { kind: Kind }>

interface Day {
  readonly told: readonly DayTold[]
  readonly timeZone: string
}

/** The newest of a kind that was told today. `told_today` says the same in SQL. */
export const toldToday = <Kind extends DayTold['kind']>(
  { told, timeZone }: Day,
  kind: Kind,
  at: Instant,
): OfKind<Kind> | undefined =>
  told.findLast(
    (one): one is OfKind<Kind> =>
      one.kind === kind && one.toldAt <= at && dayIn(one.toldAt, timeZone) === dayIn(at, timeZone),
  )
