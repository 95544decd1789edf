import { day, type Instant } from '../kernel/instant.ts'
import { accept, refuse, type Outcome } from '../kernel/outcome.ts'
import { holdsClient, type Weighed } from './eligibility.ts'
import type { State } from './finding.ts'
import type { OwnRule } from '../rule/own.ts'
import type { Severity } from '../rule/rule.ts'

export const decisions = ['clear', 'clear-with-conditions', 'not-now', 'no'] as const
export type Decision = (typeof decisions)[number]

/** A finding as it was when something was signed. */
export interface SeenFinding {
  readonly rule: string
  readonly severity: Severity
  readonly state: State
  readonly because: readonly string[]
  /** The practice’s own decision by which it was judged; none, where it was judged as the rule came. */
  readonly own?: OwnRule
}

export interface Clearance {
  readonly id: string
  /** What stands here is not what was signed, or not by whom, for whom and when it says. */
  readonly broken: boolean
  readonly seal?: string | null
  readonly decision: Decision
  readonly reason: string
  readonly conditions: string | null
  readonly validUntil: Instant | null
  readonly decidedAt: Instant
  readonly decidedBy: string
  readonly findings: readonly SeenFinding[]
  /** The edition of the rules it was decided by. */
  readonly rulesVersion?: string
  readonly recalledFor: readonly string[]
}

/** How the newest clearance stands; SQL `clearance_standing` says the same, but for `broken`, which needs the key. */
export type ClearanceStanding = 'none' | Decision | 'expired' | 'recalled' | 'broken'

/** `clearances` in the order in which they were signed: a later one stands in for all before it. */
export function clearanceState(clearances: readonly Clearance[], careNow: Instant): ClearanceStanding {
  const newest = clearances.at(-1)
  if (!newest) return 'none'
  if (newest.broken) return 'broken'
  if (newest.decision === 'not-now' || newest.decision === 'no') return newest.decision
  if (newest.recalledFor.length > 0) return 'recalled'
  return newest.validUntil === null || newest.validUntil <= careNow ? 'expired' : newest.decision
}

export const isCleared = (standing: ClearanceStanding): boolean =>
  standing === 'clear' || standing === 'clear-with-conditions'

/** The client sees that someone will talk with them first: when it was not cleared, or something in the records stands in the way. */
export const isHeld = (standing: ClearanceStanding, found: readonly Weighed[]): boolean =>
  !isCleared(standing) &&
  (standing === 'not-now' || standing === 'no' || standing === 'broken' || holdsClient(found))

/** A clearance is looked at anew at least once a year [EV-HP, PD]. */
export const longestClearanceDays = 365

/** The last moment of a decision is still ahead, and within a year; the form says so before anything is signed. */
export const mayLastUntil = (until: Instant | null, careNow: Instant): until is Instant =>
  until !== null && until > careNow && until <= careNow + longestClearanceDays * day

export interface Wish {
  readonly decision: Decision
  readonly reason: string
  readonly conditions: string | null
  readonly validUntil: Instant | null
  readonly acknowledged: readonly string[]
}
export type ClearanceRefusal =
  | 'finding-blocks'
  | 'finding-open'
  | 'finding-needs-override'
  | 'finding-not-acknowledged'
  | 'conditions-missing'
  | 'validity-not-possible'

export interface Refused {
  readonly kind: ClearanceRefusal
  readonly rules: readonly string[]
}

/** "Not now" and "no" may always be said. Clearing waits until nothing blocks, nothing is unknown, and each override is written. */
export function decideClearance(
  found: readonly Weighed[],
  wish: Wish,
  careNow: Instant,
): Outcome<Wish, Refused> {
  if (wish.decision === 'not-now' || wish.decision === 'no')
    return accept({ ...wish, conditions: null, validUntil: null })
  const stopped = standsAgainst(found, wish.acknowledged)
  if (stopped) return refuse(stopped)
  const conditions = wish.decision === 'clear-with-conditions' ? wish.conditions : null
  if (wish.decision === 'clear-with-conditions' && !conditions)
    return refuse({ kind: 'conditions-missing', rules: [] })
  const { validUntil } = wish
  if (!mayLastUntil(validUntil, careNow)) return refuse({ kind: 'validity-not-possible', rules: [] })
  return accept({ ...wish, conditions })
}

function standsAgainst(found: readonly Weighed[], acknowledged: readonly string[]): Refused | null {
  const open = found.filter(({ state, override }) => state !== 'settled' && override === null)
  const grave = open.filter(({ severity }) => severity === 'block' || severity === 'override')
  const named = (kind: ClearanceRefusal, those: readonly Weighed[]): Refused | null =>
    those.length === 0 ? null : { kind, rules: those.map(({ rule }) => rule) }
  return (
    named(
      'finding-blocks',
      grave.filter(({ severity, state }) => severity === 'block' && state === 'present'),
    ) ??
    named(
      'finding-open',
      grave.filter(({ state }) => state !== 'present'),
    ) ??
    named('finding-needs-override', grave) ??
    named(
      'finding-not-acknowledged',
      open.filter(({ severity, rule }) => severity === 'caution' && !acknowledged.includes(rule)),
    )
  )
}

export const seenOf = (found: readonly Weighed[]): SeenFinding[] =>
  found.map(({ rule, severity, state, because, own }) => ({
    rule,
    severity,
    state,
    because: because.map(({ id }) => id),
    ...(own && { own }),
  }))

/**
 * What stands against a clearance now and did not when it was signed: the rules for which it is recalled. Time alone
 * recalls nothing (it has its own date), nor does an answer that has merely grown old.
 */
export function turnedAgainst(signed: Clearance, now: readonly Weighed[]): string[] {
  const then = new Map(signed.findings.map((seen) => [seen.rule, seen]))
  return now
    .filter(isAgainst)
    .filter(({ rule, because }) => because.some(({ id }) => !then.get(rule)?.because.includes(id)))
    .map(({ rule }) => rule)
}

const isAgainst = ({ severity, state, override }: Weighed): boolean =>
  isGrave(severity) && (state === 'present' || state === 'unknown') && override === null

/** What stands against a clearance after something was set right, and did not before: who a person is, is no fact with an id. */
export function openedBetween(before: readonly Weighed[], after: readonly Weighed[]): string[] {
  const stood = new Set(before.filter(isAgainst).map(({ rule }) => rule))
  return after.filter((one) => isAgainst(one) && !stood.has(one.rule)).map(({ rule }) => rule)
}

const isGrave = (severity: Severity): boolean => severity === 'block' || severity === 'override'

export interface OverrideWish {
  readonly rule: string
  readonly reason: string
  readonly riskAndBenefit: string
  readonly mitigation: string
  readonly expiresAt: Instant
}

/** Only what is override-able, stands open, and is not covered already; for at most a year. */
export function acceptOverride(
  found: readonly Weighed[],
  wish: OverrideWish,
  careNow: Instant,
): Outcome<Weighed, 'override-not-offered' | 'validity-not-possible'> {
  const one = found.find(({ rule }) => rule === wish.rule)
  if (!one || !mayOverride(one)) return refuse('override-not-offered')
  if (!mayLastUntil(wish.expiresAt, careNow)) return refuse('validity-not-possible')
  return accept(one)
}

/** Evidence that has grown old may be gone without in writing, as evidence that was never had; an old answer is asked again. */
export const mayOverride = ({
  severity,
  state,
  override,
  evidence,
}: Pick<Weighed, 'severity' | 'state' | 'evidence'> & { readonly override: unknown }): boolean =>
  severity === 'override' &&
  (state === 'present' || state === 'unknown' || (state === 'expired' && evidence.length > 0)) &&
  override === null
