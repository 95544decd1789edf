import type { Instant } from '../kernel/instant.ts'
import { needsCall, type CallTyped } from './calling.ts'
import { mayLastUntil, type Decision, type Wish } from './clearance.ts'

/** A decision as far as it is filled in. */
export interface Draft {
  readonly decision: Decision | undefined
  readonly reason: string
  readonly conditions: string
  /** A calendar day, or nothing yet. */
  readonly until: string
  readonly acknowledged: readonly string[]
  /** Who calls the client about it, and by when. */
  readonly call: CallTyped
}

export const emptyDraft: Draft = {
  decision: undefined,
  reason: '',
  conditions: '',
  until: '',
  acknowledged: [],
  call: { memberId: '', by: '' },
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

export type DraftFault = 'decision' | 'reason' | 'conditions' | 'until' | 'caller' | 'callBy'

/** What stands already, and the last moment of the day by which they are to be called. */
export interface Standing {
  readonly promised: { readonly dueBy: Instant } | null
  readonly callBy: Instant | null
  readonly careNow: Instant
}

export function faultsIn(
  draft: Draft,
  wish: Wish | null,
  { promised, callBy, careNow }: Standing,
): DraftFault[] {
  const calls = needsCall(draft.decision, promised, careNow)
  const faults: Readonly<Record<DraftFault, boolean>> = {
    decision: wish === null,
    reason: draft.reason.trim() === '',
    conditions: wish?.conditions === '',
    until: wish !== null && isClearing(wish.decision) && !mayLastUntil(wish.validUntil, careNow),
    caller: calls && draft.call.memberId === '',
    callBy: calls && (callBy === null || callBy <= careNow),
  }
  return (Object.keys(faults) as DraftFault[]).filter((fault) => faults[fault])
}
