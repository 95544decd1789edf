import type { Instant } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'

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
