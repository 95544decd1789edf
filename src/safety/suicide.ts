import { day, type Instant } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'

export const suicideAnswers = ['no-thoughts', 'thoughts-no-intent', 'intent-or-plan'] as const
export type SuicideAnswer = (typeof suicideAnswers)[number]

export interface SuicideCheck {
  readonly id: string
  readonly answer: SuicideAnswer
  readonly askedAt: Instant
}

/** A prescriber's written decision about one check. */
export interface SuicideOverride {
  readonly checkId: string
  readonly decidedAt: Instant
  readonly expiresAt: Instant
}

export interface SuicideFacts {
  readonly checks: readonly SuicideCheck[]
  readonly overrides: readonly SuicideOverride[]
  /** When safety plans were made. */
  readonly plansMadeAt: readonly Instant[]
}

/** `not-asked`: unknown is not "no". `stop`: no dose (EL-M06). `needs-decision`: override and safety plan (6.1). */
export type SuicideGate =
  | { readonly verdict: 'met'; readonly because: 'no-thoughts' | 'decided'; readonly check: SuicideCheck }
  | { readonly verdict: 'not-asked' }
  | { readonly verdict: 'stop'; readonly check: SuicideCheck }
  | {
      readonly verdict: 'needs-decision'
      readonly because: 'thoughts' | 'recent-alarm'
      readonly check: SuicideCheck
      readonly missing: readonly ('override' | 'plan')[]
    }

/** How long after "intent or plan" a clear answer alone does not reopen the way: the screener's past month. [PD] */
export const alarmLasts = 30 * day
/** How old a safety plan may be (clinical.md 6.3). [PD] */
export const planLasts = 90 * day

/**
 * Gate 5 of clinical.md 3.5, from checks of 6.1: asked today, in the practice's time zone. The same answer as
 * `suicide_gate` in SQL, which guards a release; a test holds the two together.
 */
export function suicideGate(facts: SuicideFacts, careNow: Instant, timeZone: string): SuicideGate {
  const asked = facts.checks
    .filter(({ askedAt }) => askedAt <= careNow && askedAt > careNow - alarmLasts)
    .toSorted(later)
  const today = asked.filter(({ askedAt }) => dayIn(askedAt, timeZone) === dayIn(careNow, timeZone))
  const check = today[0]
  if (!check) return { verdict: 'not-asked' }
  const high = today.find(({ answer }) => answer === 'intent-or-plan')
  if (high) return { verdict: 'stop', check: high }
  const alarm = asked.find(({ answer }) => answer === 'intent-or-plan')
  if (check.answer === 'no-thoughts' && !alarm) return { verdict: 'met', because: 'no-thoughts', check }
  const missing = missingFor(check, facts, { careNow, since: alarm?.askedAt })
  if (missing.length === 0) return { verdict: 'met', because: 'decided', check }
  return {
    verdict: 'needs-decision',
    because: check.answer === 'no-thoughts' ? 'recent-alarm' : 'thoughts',
    check,
    missing,
  }
}

const later = (one: SuicideCheck, other: SuicideCheck): number =>
  other.askedAt - one.askedAt || (other.id > one.id ? 1 : -1)

interface Horizon {
  readonly careNow: Instant
  /** The last alarm: a plan made before it does not answer it. */
  readonly since: Instant | undefined
}

function missingFor(check: SuicideCheck, facts: SuicideFacts, { careNow, since }: Horizon) {
  const decided = facts.overrides.some(
    ({ checkId, decidedAt, expiresAt }) =>
      checkId === check.id && decidedAt <= careNow && expiresAt > careNow,
  )
  const planned = facts.plansMadeAt.some(
    (madeAt) => madeAt <= careNow && madeAt > careNow - planLasts && (since === undefined || madeAt > since),
  )
  return [...(decided ? [] : (['override'] as const)), ...(planned ? [] : (['plan'] as const))]
}
