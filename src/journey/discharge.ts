import { minute, type Instant } from '../kernel/instant.ts'
import type { DischargePlan } from '../protocol/protocol.ts'
import type { SuicideAnswer } from '../safety/suicide.ts'

/** What is worked out from what was recorded; everything else is ticked by a person (clinical.md 4.5). */
export const workedOut = ['DC-01', 'DC-04', 'DC-06'] as const
export type CriterionId = string

/** A blood pressure as it stands, in the order of time. */
export interface PressureTaken {
  readonly systolicMmHg: number
  readonly diastolicMmHg: number
  readonly takenAt: Instant
}

export interface Tick {
  readonly criterion: CriterionId
  readonly met: boolean
  readonly byName: string
  readonly at: Instant
  /** When it came here: a device may have kept it. */
  readonly arrivedAt: Instant
}

export interface DischargeFacts {
  readonly plan: DischargePlan
  /** The last dose of this session; none, and there is nothing to be discharged from. */
  readonly lastDoseAt: Instant | null
  readonly firstDoseAt: Instant | null
  readonly pressures: readonly PressureTaken[]
  readonly checks: readonly {
    readonly answer: SuicideAnswer
    /** By the safer of its two moments; null where it was clear and its clock is in doubt: it then counts for nothing. */
    readonly askedAt: Instant | null
    readonly byName: string
  }[]
  /** Written by a therapist or a prescriber: why somebody who told of intent or a plan may go home all the same. */
  readonly cleared: readonly { readonly at: Instant; readonly byName: string }[]
  /** In the order in which they were made; the newest of each criterion holds. */
  readonly ticks: readonly Tick[]
  /** Since when somebody is named who takes them home; null: nobody is. */
  readonly rideNamedAt: Instant | null
  readonly rideArrivedAt: Instant | null
}

export type CriterionCode =
  | 'stay-over'
  | 'stay-not-over'
  | 'stay-no-dose'
  | 'pressure-settled'
  | 'pressure-no-baseline'
  | 'pressure-none-since'
  | 'pressure-still-rising'
  | 'pressure-off-baseline'
  | 'pressure-too-high'
  | 'asked-no-thoughts'
  | 'asked-not-since'
  | 'asked-thoughts'
  | 'asked-danger'
  | 'asked-cleared'
  | 'ticked'
  | 'not-ticked'
  | 'taken-back'
  | 'ride-none'
  | 'ride-changed'

export interface Criterion {
  readonly id: CriterionId
  readonly met: boolean
  readonly code: CriterionCode
  readonly at: Instant | null
  readonly until: Instant | null
  readonly byName: string | null
  readonly systolicMmHg: number | null
  readonly diastolicMmHg: number | null
  readonly baseSystolicMmHg: number | null
  readonly baseDiastolicMmHg: number | null
}

type Said = Partial<Omit<Criterion, 'id' | 'met' | 'code'>>

const criterion = (id: CriterionId, code: CriterionCode, said: Said = {}): Criterion => ({
  id,
  met: fulfilling.includes(code),
  code,
  at: null,
  until: null,
  byName: null,
  systolicMmHg: null,
  diastolicMmHg: null,
  baseSystolicMmHg: null,
  baseDiastolicMmHg: null,
  ...said,
})

const fulfilling: readonly CriterionCode[] = [
  'stay-over',
  'pressure-settled',
  'asked-no-thoughts',
  'asked-cleared',
  'ticked',
]

/** Every criterion as of a moment, in the order of the reference. What nobody measured or asked is not met. */
export function criteriaOf(facts: DischargeFacts, at: Instant): Criterion[] {
  const worked: Record<string, () => Criterion> = {
    'DC-01': () => stay(facts, at),
    'DC-04': () => pressure(facts),
    'DC-06': () => asked(facts),
    'DC-07': () => escort(facts),
  }
  const ids = [...new Set([...workedOut, ...facts.plan.criteria])].toSorted()
  return ids.map((id) => worked[id]?.() ?? ticked(facts, id))
}

export const openCriteria = (criteria: readonly Criterion[]): CriterionId[] =>
  criteria.filter(({ met }) => !met).map(({ id }) => id)

function stay({ plan, lastDoseAt }: DischargeFacts, at: Instant): Criterion {
  if (lastDoseAt === null) return criterion('DC-01', 'stay-no-dose')
  const until = lastDoseAt + plan.stayMinutes.value * minute
  return until <= at
    ? criterion('DC-01', 'stay-over', { at: until, until })
    : criterion('DC-01', 'stay-not-over', { until })
}

/** Falling, within so many percent of the one before the dose, and below the limit (DC-04). */
function pressure(facts: DischargeFacts): Criterion {
  const { plan, firstDoseAt, lastDoseAt, pressures } = facts
  const base = firstDoseAt === null ? undefined : pressures.findLast(({ takenAt }) => takenAt <= firstDoseAt)
  const since = pressures.filter(({ takenAt }) => lastDoseAt !== null && takenAt > lastDoseAt)
  const last = since.at(-1)
  if (!base) return criterion('DC-04', 'pressure-no-baseline')
  if (!last) return criterion('DC-04', 'pressure-none-since')
  const code = settled({ base, last, before: since.at(-2) }, plan)
  return criterion('DC-04', code, {
    at: last.takenAt,
    systolicMmHg: last.systolicMmHg,
    diastolicMmHg: last.diastolicMmHg,
    baseSystolicMmHg: base.systolicMmHg,
    baseDiastolicMmHg: base.diastolicMmHg,
  })
}

interface Course {
  readonly base: PressureTaken
  readonly last: PressureTaken
  readonly before: PressureTaken | undefined
}

function settled({ base, last, before }: Course, plan: DischargePlan): CriterionCode {
  if (
    last.systolicMmHg >= plan.belowSystolicMmHg.value ||
    last.diastolicMmHg >= plan.belowDiastolicMmHg.value
  )
    return 'pressure-too-high'
  const near = (one: number, other: number) =>
    Math.abs(one - other) * 100 <= other * plan.pressureWithinPercent.value
  if (!near(last.systolicMmHg, base.systolicMmHg) || !near(last.diastolicMmHg, base.diastolicMmHg))
    return 'pressure-off-baseline'
  return before && last.systolicMmHg > before.systolicMmHg && last.systolicMmHg > base.systolicMmHg
    ? 'pressure-still-rising'
    : 'pressure-settled'
}

/**
 * Asked since the dose, in person (DC-06). Once intent or a plan was told, no further answer alone opens the way: a therapist
 * or a prescriber says in writing why (EL-M06). `danger_stands` says the same in SQL, which guards the discharge.
 */
function asked({ checks, cleared, lastDoseAt }: DischargeFacts): Criterion {
  const since = checks
    .flatMap(({ askedAt, ...check }) =>
      askedAt !== null && lastDoseAt !== null && askedAt > lastDoseAt ? [{ ...check, askedAt }] : [],
    )
    .toSorted((one, other) => one.askedAt - other.askedAt)
  const last = since.at(-1)
  if (!last) return criterion('DC-06', 'asked-not-since')
  const danger = since.findLast(({ answer }) => answer === 'intent-or-plan')
  const clearing = danger && newestOf(cleared)
  if (danger && (!clearing || clearing.at <= danger.askedAt))
    return criterion('DC-06', 'asked-danger', { at: danger.askedAt, byName: danger.byName })
  if (clearing && clearing.at > last.askedAt)
    return criterion('DC-06', 'asked-cleared', { at: clearing.at, byName: clearing.byName })
  const said = { at: last.askedAt, byName: last.byName }
  return criterion('DC-06', last.answer === 'no-thoughts' ? 'asked-no-thoughts' : 'asked-thoughts', said)
}

const newestOf = (cleared: DischargeFacts['cleared']) =>
  cleared.toSorted((one, other) => one.at - other.at).at(-1)

function ticked({ ticks }: DischargeFacts, id: CriterionId): Criterion {
  const last = ticks.findLast((tick) => tick.criterion === id)
  if (!last) return criterion(id, 'not-ticked')
  return criterion(id, last.met ? 'ticked' : 'taken-back', { at: last.at, byName: last.byName })
}

/**
 * Ticked about whoever is named now: of nobody it cannot be so, and of another it was not said (DC-07). Told by both moments,
 * when it was said and when it came, so that no device's clock can put a tick behind a ride that it was not about.
 */
function escort(facts: DischargeFacts): Criterion {
  const tick = ticked(facts, 'DC-07')
  const { rideNamedAt } = facts
  if (rideNamedAt === null) return criterion('DC-07', 'ride-none')
  const cameAt = facts.ticks.findLast(({ criterion: id }) => id === 'DC-07')?.arrivedAt ?? 0
  return tick.met && ((tick.at ?? 0) < rideNamedAt || cameAt < (facts.rideArrivedAt ?? rideNamedAt))
    ? criterion('DC-07', 'ride-changed', { at: rideNamedAt, byName: tick.byName })
    : tick
}

/** Not ready four hours after the dose: the prescriber looks, and decides about a transfer (DC-11). */
export const needsExam = ({ plan, lastDoseAt }: DischargeFacts, at: Instant): boolean =>
  lastDoseAt !== null && at >= lastDoseAt + plan.examMinutes.value * minute
