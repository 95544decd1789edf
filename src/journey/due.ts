import { minute, type Instant } from '../kernel/instant.ts'
import type { VitalsPlan } from '../protocol/protocol.ts'

export interface Due {
  /** Minutes since the dose at which a reading is planned. */
  readonly atMinute: number
  readonly at: Instant
  readonly state: 'coming' | 'due' | 'late' | 'missed'
}

/**
 * The next planned reading that nobody has taken yet. A reading counts for the planned moment it is nearest to, so one
 * taken a little early is not asked for again.
 */
export function nextDue(
  plan: VitalsPlan,
  session: { readonly doseAt: Instant; readonly takenAt: readonly Instant[] },
  careNow: Instant,
): Due | undefined {
  const covered = new Set(
    session.takenAt.map((at) => nearest(plan.atMinutes, (at - session.doseAt) / minute)),
  )
  const sinceDose = (careNow - session.doseAt) / minute
  const open = plan.atMinutes.filter((planned) => planned > 0 && !covered.has(planned))
  const atMinute = open.findLast((planned) => planned <= sinceDose) ?? open[0]
  if (atMinute === undefined) return undefined
  return { atMinute, at: session.doseAt + atMinute * minute, state: stateOf(plan, sinceDose - atMinute) }
}

function stateOf(plan: VitalsPlan, lateBy: number): Due['state'] {
  if (lateBy > plan.missedMinutes.value) return 'missed'
  if (lateBy > plan.lateMinutes.value) return 'late'
  return lateBy >= 0 ? 'due' : 'coming'
}

const nearest = (planned: readonly number[], at: number): number =>
  planned.reduce((best, one) => (Math.abs(one - at) < Math.abs(best - at) ? one : best), planned[0] ?? 0)
