import { day, instant, isoOf, type Instant } from '../kernel/instant.ts'
import type { Reviews } from '../protocol/protocol.ts'

/** Of one course: when each of its journeys had its first dose, in order, and when it was looked back on. */
export interface LookedBack {
  readonly journeys: readonly Instant[]
  readonly reviewedAt: readonly Instant[]
}

/** Since when a review is owed, and because of what its protocol says. */
export interface Owed {
  readonly at: Instant
  readonly because: 'journeys' | 'days' | 'months'
  readonly count: number
}

type Plan = Pick<Reviews, 'afterDoses' | 'thenMonths' | 'afterDays'>

/**
 * Whether benefit and harm are to be weighed by now (clinical.md 3.2): after so many journeys, on a day counted from the first
 * dose, then every so many months. A review from then on settles it; of several that are owed, the one that is owed longest.
 */
export function reviewOwed(plan: Plan, looked: LookedBack, careNow: Instant): Owed | null {
  const settled = ({ at }: Owed) =>
    looked.reviewedAt.some((reviewed) => reviewed >= at && reviewed <= careNow)
  const owed = [...afterJourneys(plan, looked), ...afterDays(plan, looked), ...afterMonths(plan, looked)]
    .filter((one) => one.at <= careNow && !settled(one))
    .toSorted((one, other) => one.at - other.at)
  return owed[0] ?? null
}

/** When a course is to be looked back on; null owed: because a review named that day. */
export interface DueReview {
  readonly dueAt: Instant
  readonly owed: Pick<Owed, 'because' | 'count'> | null
}

/** How long before the day that a review named it is told of. */
export const toldBefore = 7 * day

/** What the last review named as the day of the next one, and what the protocol asks for besides; the earlier of the two. */
export function reviewDue(
  plan: Plan,
  looked: LookedBack & { readonly nextReviewAt: Instant | null },
  careNow: Instant,
): DueReview | null {
  const owed = reviewOwed(plan, looked, careNow)
  const { nextReviewAt } = looked
  if (nextReviewAt !== null && nextReviewAt < careNow + toldBefore && !(owed && owed.at < nextReviewAt))
    return { dueAt: nextReviewAt, owed: null }
  return owed && { dueAt: owed.at, owed: { because: owed.because, count: owed.count } }
}

const afterJourneys = ({ afterDoses }: Plan, { journeys }: LookedBack): Owed[] =>
  afterDoses.flatMap((count) => {
    const at = journeys[count - 1]
    return at === undefined ? [] : [{ at, because: 'journeys' as const, count }]
  })

function afterDays({ afterDays: count }: Plan, { journeys: [first] }: LookedBack): Owed[] {
  return count === null || first === undefined ? [] : [{ at: first + count * day, because: 'days', count }]
}

/** Counted from the last review once the last of the counted journeys is over. */
function afterMonths(plan: Plan, looked: LookedBack): Owed[] {
  const { thenMonths: count, afterDoses } = plan
  const last = afterDoses.length > 0 ? looked.journeys[Math.max(...afterDoses) - 1] : looked.journeys[0]
  if (count === null || last === undefined) return []
  const since = Math.max(last, ...looked.reviewedAt.filter((reviewed) => reviewed > last))
  return [{ at: monthsAfter(since, count), because: 'months', count }]
}

/** The same day of a later month, or that month’s last. */
function monthsAfter(at: Instant, months: number): Instant {
  const [year, month] = isoOf(at).split('-').map(Number) as [number, number]
  const first = (later: number): Instant => {
    const counted = year * 12 + month - 1 + later
    return instant(`${Math.floor(counted / 12)}-${String((counted % 12) + 1).padStart(2, '0')}-01T00:00:00Z`)
  }
  const since = at - first(0)
  const longest = (first(months + 1) - first(months)) / day - 1
  return first(months) + Math.min(Math.floor(since / day), longest) * day + (since % day)
}
