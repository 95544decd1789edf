import type { ChangeBasis } from './change.ts'

/** By how much a total must have moved, and which way, to be looked at. */
export interface WorseRule {
  readonly by: number
  readonly betterIs: ChangeBasis['betterIs']
}

/** 5 points of it are what people notice, and are looked at before they are more than chance (clinical.md 6.2, S96). [PD] */
const noticedBy: Readonly<Record<string, number>> = { 'phq-9': 5 }

/**
 * By what an instrument points to getting worse: a published reliable change, in its own direction. Nothing for a screen, a count
 * or a state, and nothing where none was published: a number that means something else there would call people for nothing.
 */
export function worseRule(instrumentId: string, basis: ChangeBasis | undefined): WorseRule | null {
  if (!basis || basis.never !== undefined) return null
  const by = noticedBy[instrumentId] ?? basis.reliable
  return by === null ? null : { by, betterIs: basis.betterIs }
}

interface Before {
  /** The best total so far, and the last answer to the question that may not go silent. */
  readonly best: number | null
  readonly lastDanger: number | null
}

interface Now {
  readonly total: number | null
  readonly danger: number | null
}

/** Does this response ask for a look at whether things are getting worse (clinical.md 6.2)? */
export const isGettingWorse = (rule: WorseRule | null, before: Before, now: Now): boolean =>
  hasMoved(rule, before.best, now.total) ||
  (before.lastDanger !== null && now.danger !== null && now.danger > before.lastDanger)

function hasMoved(rule: WorseRule | null, best: number | null, total: number | null): boolean {
  if (!rule || best === null || total === null) return false
  return (rule.betterIs === 'lower' ? total - best : best - total) >= rule.by
}
