import type { Instant } from '../kernel/instant.ts'
import { mayLastUntil, type Decision, type Wish } from './clearance.ts'

/** A decision as far as it is filled in. */
export interface Draft {
  readonly decision: Decision | undefined
  readonly reason: string
  readonly conditions: string
  /** A calendar day, or nothing yet. */
  readonly until: string
  readonly acknowledged: readonly string[]
}

export const emptyDraft: Draft = {
  decision: undefined,
  reason: '',
  conditions: '',
  until: '',
  acknowledged: [],
}

export const isClearing = (decision: Decision | undefined): boolean =>
  decision === 'clear' || decision === 'clear-with-conditions'

/** What would be signed; `until` is the last moment of the chosen day, where the practice is. */
export function wishOf(
  { decision, reason, conditions, acknowledged }: Draft,
  until: Instant | null,
): Wish | null {
  if (decision === undefined) return null
  return {
    decision,
    reason: reason.trim(),
    conditions: decision === 'clear-with-conditions' ? conditions.trim() : null,
    validUntil: isClearing(decision) ? until : null,
    acknowledged: isClearing(decision) ? acknowledged : [],
  }
}

export type DraftFault = 'decision' | 'reason' | 'conditions' | 'until'

export function faultsIn(draft: Draft, wish: Wish | null, careNow: Instant): DraftFault[] {
  const faults: Readonly<Record<DraftFault, boolean>> = {
    decision: wish === null,
    reason: draft.reason.trim() === '',
    conditions: wish?.conditions === '',
    until: wish !== null && isClearing(wish.decision) && !mayLastUntil(wish.validUntil, careNow),
  }
  return (Object.keys(faults) as DraftFault[]).filter((fault) => faults[fault])
}
