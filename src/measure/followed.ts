import { day, type Instant } from '../kernel/instant.ts'
import { changeBetween, type Change, type Reliable } from './change.ts'
import { baselineFor } from './outcome.ts'
import type { ChangeRule } from './rule.ts'

export interface Scored {
  readonly id: string
  readonly at: Instant
  readonly total: number | null
  /** It told what it asks about, in a total or in other ways; too little answered tells nothing. */
  readonly told: boolean
}
export interface Total extends Scored {
  readonly total: number
}

/** What happened in someone's care, as far as the reader may see it. */
export interface Moment {
  readonly id: string
  readonly at: Instant
  readonly kind: MomentKind
  readonly courseId: string | null
  /** A medicine by its name; everything else is named by the screen. */
  readonly words: string | null
}
export const momentKinds = [
  'dose',
  'brought',
  'session',
  'course-begun',
  'course-ended',
  'review-continue',
  'review-change',
  'review-complete',
  'ordered',
  'order-changed',
  'order-stopped',
  'medicine',
] as const
export type MomentKind = (typeof momentKinds)[number]

/** The course a change is told for: the newest. */
export interface CourseFrame {
  readonly begunAt: Instant | null
  readonly firstDoseAt: Instant | null
}

export function frameOf(moments: readonly Moment[]): CourseFrame {
  const course = moments
    .filter(({ kind }) => kind === 'course-begun')
    .toSorted((one, other) => other.at - one.at)[0]
  const doses = moments.filter(
    ({ kind, courseId }) => (kind === 'dose' || kind === 'brought') && courseId === course?.id,
  )
  return {
    begunAt: course?.at ?? null,
    firstDoseAt: doses.length === 0 ? null : Math.min(...doses.map(({ at }) => at)),
  }
}

/** Answered up to a fortnight before a course begins, it belongs to its beginning, as on the thread. */
const before = 14 * day

/**
 * Where it began, on every page: the last total before the first dose, as the practice's outcomes have it; before there
 * is a dose, the first total of the course.
 */
export function baselineOf<One extends Totalled>(
  scored: readonly One[],
  frame: CourseFrame,
): (One & { readonly total: number }) | null {
  const totals = scored.filter(hasTotal).toSorted((one, other) => one.at - other.at)
  const { begunAt, firstDoseAt } = frame
  if (firstDoseAt !== null)
    return totals.findLast(({ at }) => at <= firstDoseAt && at > firstDoseAt - baselineFor) ?? null
  return totals.find(({ at }) => begunAt === null || at > begunAt - before) ?? null
}

type Totalled = Pick<Scored, 'at' | 'total'>

const hasTotal = <One extends Totalled>(one: One): one is One & { readonly total: number } =>
  one.total !== null

/** How one instrument stands for one person. A result is worth nothing without the rule it was reached by. */
export interface Followed {
  readonly baseline: Total | null
  /** The newest total after the baseline; without a baseline, the newest of all. */
  readonly latest: Total | null
  /** From the baseline to the newest total. */
  readonly change: Change
  /** Since when it is not known how it is: asked, or answered in part, and no total since. */
  readonly unknownSince: Instant | null
  /** As it is now: unknown where something is missing, whatever was known before. */
  readonly now: Reliable
}

interface Asked {
  readonly scored: readonly Scored[]
  /** When something was asked, and not answered. */
  readonly unanswered: readonly Instant[]
  readonly frame: CourseFrame
}

export function followedBy(rule: ChangeRule, { scored, unanswered, frame }: Asked): Followed {
  const baseline = baselineOf(scored, frame)
  const latest = newestAfter(baseline, scored)
  const unknownSince = unknownAfter(scored, unanswered)
  const change = changeBetween(rule.basis, baseline?.total ?? null, latest?.total ?? null)
  const now = unknownSince === null ? change.reliable : 'unknown'
  return { baseline, latest, change, unknownSince, now }
}

const newestAfter = (baseline: Total | null, scored: readonly Scored[]): Total | null =>
  scored
    .filter(hasTotal)
    .filter(({ at }) => baseline === null || at > baseline.at)
    .toSorted((one, other) => one.at - other.at)
    .at(-1) ?? null

/** The first time since anything was told at which it was asked, or answered in part, in vain. */
function unknownAfter(scored: readonly Scored[], unanswered: readonly Instant[]): Instant | null {
  const at = (told: boolean) => scored.filter((one) => one.told === told).map((one) => one.at)
  const known = Math.max(-Infinity, ...at(true))
  const vain = [...unanswered, ...at(false)].filter((moment) => moment > known)
  return vain.length === 0 ? null : Math.min(...vain)
}
