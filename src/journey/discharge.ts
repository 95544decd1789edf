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
}

export interface DischargeFacts {
  readonly plan: DischargePlan
  /** The last dose of this session; none, and there is nothing to be discharged from. */
  readonly lastDoseAt: Instant | null
  readonly firstDoseAt: Instant | null
  readonly pressures: readonly PressureTaken[]
  readonly checks: readonly {
    readonly answer: SuicideAnswer
    readonly askedAt: Instant
    readonly byName: string
  }[]
  /** In the order in which they were made; the newest of each criterion holds. */
  readonly ticks: readonly Tick[]
}

export type CriterionCode =
  | 'stay-over'
  | 'stay-not-over'
  | 'pressure-settled'
  | 'pressure-no-baseline'
  | 'pressure-none-since'
  | 'pressure-still-rising'
  | 'pressure-off-baseline'
  | 'pressure-too-high'
  | 'asked-no-thoughts'
  | 'asked-not-since'
  | 'asked-thoughts'
  | 'ticked'
  | 'not-ticked'
  | 'taken-back'

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

const fulfilling: readonly CriterionCode[] = ['stay-over', 'pressure-settled', 'asked-no-thoughts', 'ticked']

/** Every criterion as of a moment, in the order of the reference. What nobody measured or asked is not met. */
export function criteriaOf(facts: DischargeFacts, at: Instant): Criterion[] {
  const worked: Record<string, () => Criterion> = {
    'DC-01': () => stay(facts, at),
    'DC-04': () => pressure(facts),
    'DC-06': () => asked(facts),
  }
  const ids = [...new Set([...workedOut, ...facts.plan.criteria])].toSorted()
  return ids.map((id) => worked[id]?.() ?? ticked(facts, id))
}

export const openCriteria = (criteria: readonly Criterion[]): CriterionId[] =>
  criteria.filter(({ met }) => !met).map(({ id }) => id)

function stay({ plan, lastDoseAt }: DischargeFacts, at: Instant): Criterion {
  if (lastDoseAt === null) return criterion('DC-01', 'stay-not-over')
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

/** Asked since the dose, in person (DC-06). */
function asked({ checks, lastDoseAt }: DischargeFacts): Criterion {
  const last = checks
    .filter(({ askedAt }) => lastDoseAt !== null && askedAt > lastDoseAt)
    .toSorted((one, other) => one.askedAt - other.askedAt)
    .at(-1)
  if (!last) return criterion('DC-06', 'asked-not-since')
  const said = { at: last.askedAt, byName: last.byName }
  return criterion('DC-06', last.answer === 'no-thoughts' ? 'asked-no-thoughts' : 'asked-thoughts', said)
}

function ticked({ ticks }: DischargeFacts, id: CriterionId): Criterion {
  const last = ticks.findLast((tick) => tick.criterion === id)
  if (!last) return criterion(id, 'not-ticked')
  return criterion(id, last.met ? 'ticked' : 'taken-back', { at: last.at, byName: last.byName })
}

/** Not ready four hours after the dose: the prescriber looks, and decides about a transfer (DC-11). */
export const needsExam = ({ plan, lastDoseAt }: DischargeFacts, at: Instant): boolean =>
  lastDoseAt !== null && at >= lastDoseAt + plan.examMinutes.value * minute
