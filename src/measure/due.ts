import { day, type Instant } from '../kernel/instant.ts'

/** What is asked of everyone, and when (clinical.md 9.5). [PD] */
export const followed = ['phq-9'] as const

export type Occasion = 'beginning' | 'week-after'

export interface DueFacts {
  /** When the course began; before it, someone is asked as soon as they can sign in. */
  readonly begunAt: Instant | null
  readonly lastDoseAt: Instant | null
  readonly answeredAt: readonly Instant[]
}

export interface Due {
  readonly occasion: Occasion
  readonly since: Instant
}

/** Answered so shortly before a course began counts as its beginning (EV-PRO). [PD] */
export const freshFor = 14 * day
export const weekAfter = 7 * day

/** At the beginning, and a week after each dose; by the clock of care. Answered in time, it is not asked again. */
export function dueNow({ begunAt, lastDoseAt, answeredAt }: DueFacts, careNow: Instant): Due | null {
  const answeredSince = (moment: Instant) => answeredAt.some((at) => at >= moment)
  const after = lastDoseAt === null ? Infinity : lastDoseAt + weekAfter
  if (careNow >= after && !answeredSince(after)) return { occasion: 'week-after', since: after }
  const beginning = begunAt === null ? -Infinity : begunAt - freshFor
  if (lastDoseAt === null && !answeredSince(beginning))
    return { occasion: 'beginning', since: begunAt ?? careNow }
  return null
}
