import { hour, type Instant } from '../kernel/instant.ts'
import { beyond, checkRange, fits, orderInForce, type Order } from '../medication/order.ts'
import type { Protocol } from '../protocol/protocol.ts'
import { proceeds } from './decided.ts'
import type { GateFacts } from './gateFacts.ts'
import { met, stop, waiting, type BecauseCode, type Found } from './gate.ts'

/** A dose is released for a session that is still ahead, in a course that still runs. */
export function sessionGate({ session }: GateFacts, at: Instant): Found {
  if (session.dosedAt !== null) return stop({ code: 'session-dosed', at: session.dosedAt }, 'nobody')
  if (session.phase !== 'planned') return stop({ code: 'session-not-planned' }, 'coordinator')
  if (session.courseEndsAt !== null && session.courseEndsAt <= at)
    return stop({ code: 'course-ended', at: session.courseEndsAt }, 'therapist', 'coordinator')
  return met({ code: 'session-ahead' })
}

/** Signed by someone who prescribes here, still valid, not used up, and within the range or signed for beyond it. */
export function orderGate({ orders, protocol }: GateFacts, at: Instant): Found {
  const order = orderInForce(orders, at)
  if (!order) return waiting({ code: 'order-none' }, 'prescriber')
  const wrong = faultOf(order, protocol, at)
  const about = { name: order.signedByName, at: order.signedAt, until: order.validUntil }
  if (wrong === 'order-broken' || wrong === 'order-second-broken')
    return stop({ code: wrong, ...about }, 'prescriber')
  return wrong
    ? waiting({ code: wrong, ...about }, 'prescriber')
    : met({ code: 'order-signed', ...about }, 'prescriber')
}

function faultOf(order: Order, protocol: Protocol, at: Instant): BecauseCode | undefined {
  if (order.broken) return 'order-broken'
  if (order.validUntil <= at) return 'order-over'
  if (order.dosesGiven >= order.doses) return 'order-used-up'
  if (!fits(order, protocol) || beyond(protocol.order, order)) return 'order-not-of-protocol'
  if (!order.signerPrescribes) return 'order-signer-left'
  return rangeFault(order, protocol, at)
}

/** The range is looked at again: what was signed for one tier does not stand in for another. */
function rangeFault(order: Order, { order: range }: Protocol, at: Instant): BecauseCode | undefined {
  const { tier, crossed } = checkRange(range, order)
  if (tier === 'inside') return undefined
  if (order.rangeReason === null) return 'order-needs-reason'
  if (tier === 'reason') return undefined
  const { second } = order
  const seconded = second !== null && second.by !== order.signedBy && second.prescribes && second.at <= at
  if (seconded) return second.broken ? 'order-second-broken' : undefined
  return crossed === 'weight-unknown' ? 'order-weight-unknown' : 'order-needs-second'
}

/** What speaks against it, rule by rule: clear, or overridden by a prescriber in writing. */
export function findingsGate({ findings: { verdict, open } }: GateFacts): Found {
  if (verdict === 'block') return stop({ code: 'findings-present', items: open }, 'prescriber')
  if (verdict === 'override') return stop({ code: 'findings-need-override', items: open }, 'prescriber')
  if (verdict === 'hold') return waiting({ code: 'findings-unknown', items: open }, 'prescriber', 'therapist')
  return met({ code: 'findings-clear', items: open }, 'prescriber')
}

export function clearanceGate({ clearance }: GateFacts): Found {
  const { standing, by, conditions, decidedAt, validUntil } = clearance
  if (standing === 'none') return waiting({ code: 'clearance-none' }, 'prescriber')
  const about = { name: by ?? undefined, at: decidedAt ?? undefined, until: validUntil ?? undefined }
  const { say, code } = clearanceSaid[standing]
  const words = code === 'clearance-conditions' ? (conditions ?? undefined) : undefined
  return say({ code, ...about, words }, 'prescriber')
}

const clearanceSaid = {
  clear: { say: met, code: 'clearance-valid' },
  'clear-with-conditions': { say: met, code: 'clearance-conditions' },
  expired: { say: waiting, code: 'clearance-expired' },
  broken: { say: stop, code: 'clearance-broken' },
  recalled: { say: stop, code: 'clearance-recalled' },
  'not-now': { say: stop, code: 'clearance-refused' },
  no: { say: stop, code: 'clearance-refused' },
} as const

/** Not sooner after the last dose than the protocol says, unless a prescriber decides so in writing. */
export function intervalGate(facts: GateFacts, at: Instant): Found {
  const { lastDoseAt, protocol } = facts
  if (lastDoseAt === null) return met({ code: 'interval-first' })
  if (lastDoseAt > at) return met({ code: 'interval-long-enough' })
  const from = lastDoseAt + protocol.gates.gapHours.value * hour
  if (from <= at) return met({ code: 'interval-long-enough', at: lastDoseAt })
  if (proceeds(facts, { gate: 'interval', since: lastDoseAt }, at) === 'for')
    return met({ code: 'interval-decided', at: lastDoseAt }, 'prescriber')
  const code = facts.lastBroughtAt === lastDoseAt ? 'interval-too-short-brought' : 'interval-too-short'
  return stop({ code, at: lastDoseAt, until: from }, 'prescriber', 'time')
}
