import { day, type Instant } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'

export const suicideAnswers = ['no-thoughts', 'thoughts-no-intent', 'intent-or-plan'] as const
export type SuicideAnswer = (typeof suicideAnswers)[number]

export interface SuicideCheck {
  readonly id: string
  readonly answer: SuicideAnswer
  /**
   * The moment by which it counts. Where it waited on a device that is the safer of two: when it was answered for a clear
   * answer, when it arrived for any other. A clear answer whose clock is in doubt is not among the checks.
   */
  readonly askedAt: Instant
}

/** A prescriber's written decision about one check. */
export interface SuicideOverride {
  readonly checkId: string
  readonly decidedAt: Instant
  readonly expiresAt: Instant
}

/** How grave a clinician judges it (clinical.md 6.1). */
export const riskLevels = ['low', 'moderate', 'high'] as const
export type RiskLevel = (typeof riskLevels)[number]

/** What a licensed clinician made of it; the newest holds until there is a newer one. */
export interface Formulated {
  readonly level: RiskLevel
  readonly madeAt: Instant
}

/** What the suicide screen called for, when it came here: something new or worse, or "right now". */
export interface ScreenRaised {
  readonly at: Instant
  readonly now: boolean
}

export interface SuicideFacts {
  readonly checks: readonly SuicideCheck[]
  readonly overrides: readonly SuicideOverride[]
  /** When safety plans were made. */
  readonly plansMadeAt: readonly Instant[]
  readonly screens: readonly ScreenRaised[]
  readonly formulations: readonly Formulated[]
}

/**
 * `stop`: no dose (EL-M06). `not-asked`: unknown is not "no". `needs-formulation`: a clinician judges it first, in writing.
 * `needs-decision`: override and safety plan (6.1).
 */
export type SuicideGate =
  | { readonly verdict: 'met'; readonly because: 'no-thoughts' | 'decided'; readonly check: SuicideCheck }
  | { readonly verdict: 'not-asked' }
  | {
      readonly verdict: 'stop'
      readonly because: 'said' | 'right-now' | 'high'
      readonly at: Instant
      readonly check?: SuicideCheck
    }
  | { readonly verdict: 'needs-formulation'; readonly because: 'screen' | 'alarm'; readonly at: Instant }
  | {
      readonly verdict: 'needs-decision'
      readonly because: 'thoughts' | 'recent-alarm' | 'earlier-alarm' | 'moderate'
      readonly check: SuicideCheck
      readonly missing: readonly ('override' | 'plan')[]
    }

/** How long after "intent or plan" each dose takes a prescriber’s decision, though a clinician found it not high since. [PD] */
export const alarmLasts = 30 * day
/** How old a safety plan may be (clinical.md 6.3). [PD] */
export const planLasts = 90 * day

/**
 * Gate 5 of clinical.md 3.5, from checks of 6.1: asked today, in the practice's time zone, and what was told before judged by a
 * clinician since, never cleared by waiting alone. The same answer as `suicide_gate` in SQL, which guards a release; a test holds
 * the two together.
 */
export function suicideGate(facts: SuicideFacts, careNow: Instant, timeZone: string): SuicideGate {
  const asked = facts.checks.filter(({ askedAt }) => askedAt <= careNow).toSorted(later)
  const today = asked.filter(({ askedAt }) => dayIn(askedAt, timeZone) === dayIn(careNow, timeZone))
  const told = toldBy(facts, asked, careNow)
  const stopped = stopOf(told, today)
  if (stopped) return stopped
  const check = today[0]
  if (!check) return { verdict: 'not-asked' }
  const called = callsForJudgement(told)
  if (called) return called
  const why = becauseOf(check, told, careNow)
  const missing = missingFor({ check, why }, facts, { careNow, since: told.alarm })
  if (missing.length > 0)
    return { verdict: 'needs-decision', because: why ?? 'earlier-alarm', check, missing }
  return { verdict: 'met', because: why === null ? 'no-thoughts' : 'decided', check }
}

const later = (one: SuicideCheck, other: SuicideCheck): number =>
  other.askedAt - one.askedAt || (other.id > one.id ? 1 : -1)

/** What was told until now, and the judgement that stands. */
interface Told {
  readonly formulated: Formulated | undefined
  readonly alarm: Instant | undefined
  readonly screen: Instant | undefined
  readonly rightNow: Instant | undefined
}

function toldBy(
  { screens, formulations }: SuicideFacts,
  asked: readonly SuicideCheck[],
  careNow: Instant,
): Told {
  const raised = screens.filter(({ at }) => at <= careNow)
  return {
    formulated: formulations
      .filter(({ madeAt }) => madeAt <= careNow)
      .toSorted((one, other) => other.madeAt - one.madeAt)[0],
    alarm: asked.find(({ answer }) => answer === 'intent-or-plan')?.askedAt,
    screen: newest(raised),
    rightNow: newest(raised.filter(({ now }) => now)),
  }
}

const newest = (raised: readonly ScreenRaised[]): Instant | undefined =>
  raised.length === 0 ? undefined : Math.max(...raised.map(({ at }) => at))

/** Told, and nobody judged it since. */
const isUnjudged = (at: Instant | undefined, { formulated }: Told): at is Instant =>
  at !== undefined && (formulated === undefined || at > formulated.madeAt)

function stopOf(told: Told, today: readonly SuicideCheck[]): SuicideGate | undefined {
  const said = today.find(({ answer }) => answer === 'intent-or-plan')
  if (said) return { verdict: 'stop', because: 'said', at: said.askedAt, check: said }
  if (isUnjudged(told.rightNow, told)) return { verdict: 'stop', because: 'right-now', at: told.rightNow }
  if (told.formulated?.level === 'high')
    return { verdict: 'stop', because: 'high', at: told.formulated.madeAt }
  return undefined
}

function callsForJudgement(told: Told): SuicideGate | undefined {
  if (isUnjudged(told.screen, told))
    return { verdict: 'needs-formulation', because: 'screen', at: told.screen }
  if (isUnjudged(told.alarm, told)) return { verdict: 'needs-formulation', because: 'alarm', at: told.alarm }
  return undefined
}

type Why = 'thoughts' | 'recent-alarm' | 'moderate'

/** Why a prescriber decides; nothing where today's answer is enough. */
function becauseOf({ answer }: SuicideCheck, { alarm, formulated }: Told, careNow: Instant): Why | null {
  if (answer !== 'no-thoughts') return 'thoughts'
  if (alarm !== undefined && alarm > careNow - alarmLasts) return 'recent-alarm'
  return formulated?.level === 'moderate' ? 'moderate' : null
}

interface Horizon {
  readonly careNow: Instant
  /** The last alarm: a plan made before it does not answer it, however long ago it was. */
  readonly since: Instant | undefined
}

function missingFor(
  { check, why }: { readonly check: SuicideCheck; readonly why: Why | null },
  facts: SuicideFacts,
  { careNow, since }: Horizon,
) {
  const decided = facts.overrides.some(
    ({ checkId, decidedAt, expiresAt }) =>
      checkId === check.id && decidedAt <= careNow && expiresAt > careNow,
  )
  const planned = facts.plansMadeAt.some(
    (madeAt) => madeAt <= careNow && madeAt > careNow - planLasts && (since === undefined || madeAt > since),
  )
  return [
    ...(why === null || decided ? [] : (['override'] as const)),
    ...((why === null && since === undefined) || planned ? [] : (['plan'] as const)),
  ]
}
