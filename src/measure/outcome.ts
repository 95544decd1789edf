import { day, type Instant } from '../kernel/instant.ts'
import { changeBetween, type Reliable, type Threshold } from './change.ts'
import type { ChangeRule } from './rule.ts'

/** When a course is looked at, counted from its last dose: what published cohorts use (clinical.md 9.5, 10). */
export const outcomeTimes = ['week', 'month', 'quarter', 'half-year', 'year'] as const
export type OutcomeTime = (typeof outcomeTimes)[number]

interface Window {
  readonly opensAfter: number
  readonly closesAfter: number
  readonly targetAfter: number
}

/** Days after the last dose. They touch and never overlap, so that one answer is counted once. [PD] */
export const windows: Readonly<Record<OutcomeTime, Window>> = {
  week: { opensAfter: 3 * day, closesAfter: 14 * day, targetAfter: 7 * day },
  month: { opensAfter: 14 * day, closesAfter: 60 * day, targetAfter: 30 * day },
  quarter: { opensAfter: 60 * day, closesAfter: 121 * day, targetAfter: 91 * day },
  'half-year': { opensAfter: 121 * day, closesAfter: 240 * day, targetAfter: 182 * day },
  year: { opensAfter: 240 * day, closesAfter: 485 * day, targetAfter: 365 * day },
}

/** A form that asks about a longer time than has gone by tells of the time before the last dose, and not of how it went since. */
export const tellsAt = (time: OutcomeTime, recallDays: number | null): boolean =>
  recallDays === null || recallDays * day <= windows[time].closesAfter

/** A baseline older than this before the first dose is none. [PD] */
export const baselineFor = 60 * day

export interface Total {
  readonly total: number | null
  readonly band: string | null
  readonly at: Instant
}

export interface CourseScores {
  readonly firstDoseAt: Instant
  readonly lastDoseAt: Instant
  readonly responses: readonly Total[]
}

/** How one course stood in one instrument at one time. A missing total stays unknown; it is never "no change". */
export interface OutcomePoint {
  readonly time: OutcomeTime
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly baseline: number | null
  readonly baselineBand: string | null
  readonly total: number | null
  readonly answeredAt: Instant | null
  readonly change: number | null
  readonly reliable: Reliable
  readonly response: boolean | null
  readonly remission: boolean | null
  /** By what it was judged: without that a result cannot be judged again. */
  readonly judgedBy: JudgedBy
}

export interface JudgedBy {
  readonly ruleId: string
  readonly ruleVersion: string
  readonly kind: Threshold['kind']
  readonly threshold: number | null
  readonly source: string | null
  readonly sd: number | null
  /** Of test and retest, or alpha, as `kind` says. */
  readonly correlation: number | null
  readonly population: string | null
}

export const judgedBy = ({ id, version, threshold, spread }: ChangeRule): JudgedBy => ({
  ruleId: id,
  ruleVersion: version,
  kind: threshold.kind,
  threshold: threshold.threshold,
  source: threshold.source,
  sd: spread?.sd ?? null,
  correlation: (threshold.kind === 'retest' ? spread?.retest : spread?.alpha) ?? null,
  population: spread?.population ?? null,
})

/** The last score before the first dose is where it began; at each time the score nearest to its day counts. */
export function pointsOf(course: CourseScores, rule: ChangeRule): OutcomePoint[] {
  const { firstDoseAt, lastDoseAt } = course
  const scored = course.responses.flatMap(({ total, band, at }) =>
    total === null ? [] : [{ total, band, at }],
  )
  const before = scored.filter(({ at }) => at <= firstDoseAt && at > firstDoseAt - baselineFor)
  const began = before.toSorted((one, other) => other.at - one.at)[0]
  const baseline = began?.total ?? null
  return outcomeTimes.map((time) => {
    const { opensAfter, closesAfter, targetAfter } = windows[time]
    const [opensAt, closesAt, target] = [opensAfter, closesAfter, targetAfter].map(
      (after) => lastDoseAt + after,
    )
    const within = scored.filter(({ at }) => at >= opensAt! && at < closesAt!)
    const nearest = within.toSorted(
      (one, other) => Math.abs(one.at - target!) - Math.abs(other.at - target!),
    )[0]
    const total = nearest?.total ?? null
    const { delta, reliable, response, remission } = changeBetween(rule.basis, baseline, total)
    return {
      time,
      opensAt: opensAt!,
      closesAt: closesAt!,
      baseline,
      baselineBand: began?.band ?? null,
      total,
      answeredAt: nearest?.at ?? null,
      change: delta,
      reliable,
      response,
      remission: total === null ? null : remission,
      judgedBy: judgedBy(rule),
    }
  })
}

/** Courses that are alike in everything that is counted. The database groups them; nothing here knows a person. */
export interface OutcomeGroup {
  readonly time: OutcomeTime
  readonly protocolId: string
  readonly route: string
  /** The band of the first score; null where there was none. */
  readonly baselineBand: string | null
  readonly assessed: boolean
  /** Its time is over, so that whoever is not assessed is missing; before that they are still awaited. */
  readonly over: boolean
  readonly change: number | null
  readonly reliable: Reliable
  readonly response: boolean | null
  readonly remission: boolean | null
  readonly courses: number
}

/** A share, with what it is a share of, and how far chance alone may have moved it. */
export interface Share {
  readonly count: number
  readonly of: number
  readonly low: number
  readonly high: number
}

/** What is told of those seen again; of each it is known of how many. */
export const results = ['response', 'remission', 'reliable', 'change'] as const
export type Result = (typeof results)[number]

export interface BothShares {
  readonly ofAssessed: Share
  readonly ofStarted: Share
}

export interface Outcome {
  /** Courses whose time has come: the whole of those who began and were to be looked at. */
  readonly started: number
  readonly assessed: number
  readonly awaited: number
  readonly missing: number
  /**
   * Of those assessed, and of all who started and were to be assessed by now: both, side by side, because whoever is missing may
   * have done worse. Who is still awaited is in neither.
   */
  readonly response: BothShares | null
  readonly remission: BothShares | null
  readonly improved: BothShares | null
  readonly deteriorated: BothShares | null
  /** How many changed by how much; a change of 0 is one, an unknown change is in none. */
  readonly changes: readonly { readonly change: number; readonly courses: number }[]
  readonly medianChange: number | null
  readonly quartiles: readonly [number, number] | null
  /** Fewer than 60 in 100 were seen again: what is known may not hold for the rest (clinical.md 10). */
  readonly thin: boolean
}

export const thinBelow = 0.6

/** Whether these are among those of whom the result is known. */
export function isKnown(group: OutcomeGroup, result: Result): boolean {
  const { assessed, change, reliable } = group
  if (!assessed) return false
  if (result === 'change') return change !== null
  if (result === 'reliable') return change !== null && reliable !== 'not-defined' && reliable !== 'unknown'
  return group[result] !== null
}

export function outcomeOf(groups: readonly OutcomeGroup[]): Outcome {
  const started = countOf(groups)
  const seen = groups.filter(({ assessed }) => assessed)
  const assessed = countOf(seen)
  const awaited = countOf(groups.filter((group) => !group.assessed && !group.over))
  const knownOf = (result: Result) => groups.filter((group) => isKnown(group, result))
  const changes = tally(knownOf('change'))
  const due = started - awaited
  const among = (reliable: Reliable) =>
    bothOf(knownOf('reliable'), due, (group) => group.reliable === reliable)
  return {
    started,
    assessed,
    awaited,
    missing: started - assessed - awaited,
    response: bothOf(knownOf('response'), due, ({ response }) => response === true),
    remission: bothOf(knownOf('remission'), due, ({ remission }) => remission === true),
    improved: among('improvement'),
    deteriorated: among('deterioration'),
    changes,
    medianChange: quantile(changes, 0.5),
    quartiles: changes.length === 0 ? null : [quantile(changes, 0.25) ?? 0, quantile(changes, 0.75) ?? 0],
    thin: due > 0 && assessed / due < thinBelow,
  }
}

export const countOf = (groups: readonly { readonly courses: number }[]): number =>
  groups.reduce((sum, { courses }) => sum + courses, 0)

function bothOf(
  known: readonly OutcomeGroup[],
  due: number,
  is: (group: OutcomeGroup) => boolean,
): BothShares | null {
  if (known.length === 0) return null
  const count = countOf(known.filter(is))
  return { ofAssessed: shareOf(count, countOf(known)), ofStarted: shareOf(count, due) }
}

function tally(groups: readonly OutcomeGroup[]) {
  const by = new Map<number, number>()
  for (const { change, courses } of groups)
    if (change !== null) by.set(change, (by.get(change) ?? 0) + courses)
  return [...by].map(([change, courses]) => ({ change, courses })).toSorted((a, b) => a.change - b.change)
}

function quantile(changes: Outcome['changes'], q: number): number | null {
  const total = countOf(changes)
  let passed = 0
  for (const { change, courses } of changes) {
    passed += courses
    if (passed >= q * total) return change
  }
  return null
}

/** Wilson's interval at 95 in 100: it stays within 0 and 1 and does not collapse at either end. (Wilson 1927.) */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, low: 0, high: 1 }
  const z = 1.959964
  const p = count / of
  const centre = (p + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of)
  return { count, of, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
