import type { Instant } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'
import type { DayDecision, GateFacts } from './gateFacts.ts'

/**
 * What a prescriber decided in writing, today and after what it is about, where a gate of the day asks for it.
 * `decided_to_proceed` says the same in SQL.
 */
export function proceeds(
  { decisions, timeZone }: Pick<GateFacts, 'decisions' | 'timeZone'>,
  about: { readonly gate: DayDecision['gate']; readonly since: Instant },
  at: Instant,
): 'for' | 'against' | 'none' {
  const newest = decisions.findLast(
    ({ gate, decidedAt }) =>
      gate === about.gate && decidedAt <= at && dayIn(decidedAt, timeZone) === dayIn(at, timeZone),
  )
  if (!newest || newest.decidedAt < about.since || newest.expiresAt <= at || !newest.prescribes) return 'none'
  return newest.proceed ? 'for' : 'against'
}
