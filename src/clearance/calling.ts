import type { Instant } from '../kernel/instant.ts'
import type { Decision } from './clearance.ts'

/** Who calls and by which day, as far as it is filled in. */
export interface CallTyped {
  readonly memberId: string
  readonly by: string
}

/** What a person says to them, and no page. */
export const isTold = (decision: Decision | undefined): boolean => decision === 'not-now' || decision === 'no'

/** "Not now" and "no" are told by a person: a call comes with them, unless one is promised already and its day is not over. */
export const needsCall = (
  decision: Decision | undefined,
  promised: { readonly dueBy: Instant } | null,
  careNow: Instant,
): boolean => isTold(decision) && !(promised !== null && promised.dueBy > careNow)
