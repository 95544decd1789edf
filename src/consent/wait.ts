import { canonical } from '../kernel/canonical.ts'
import type { Instant } from '../kernel/instant.ts'

/** A practice's own decision about how long a first consent rests before the first dose. */
export interface Wait {
  readonly hours: number
  readonly reason: string
  readonly byName: string
  readonly signedAt: Instant
}

/** Without a decision of the practice (clinical.md 7.2). [PD] */
export const usualWaitHours = 24

/** What a prescriber signs: the figure, the reason, and that it holds for everyone here. */
export const waitDocument = (signed: {
  readonly id: string
  readonly hours: number
  readonly reason: string
}) =>
  canonical({
    document: 'consent-wait',
    version: 1,
    id: signed.id,
    hours: signed.hours,
    reason: signed.reason,
  })
