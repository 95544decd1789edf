import { toldAt } from '../integration/integration.ts'
import { doubtOf, type Doubt } from '../journey/facts.ts'
import { minute, type Instant } from '../kernel/instant.ts'

export interface SaidAt {
  /** By the device's clock where that can be true, and never later than it came. */
  readonly at: Instant
  /** When it came here; null where nothing waited on a device. */
  readonly arrivedAt: Instant | null
  readonly doubt: Doubt | null
}

/** Both moments of what may have waited on a device: when it was said, and when it came. */
export function saidAt(said: Instant | undefined, careNow: Instant): SaidAt {
  if (said === undefined) return { at: careNow, arrivedAt: null, doubt: null }
  return { at: toldAt(said, careNow), arrivedAt: careNow, doubt: doubtOf(said, careNow) }
}

/** So far apart that a reader is told both. [PD] */
const apart = 5 * minute

/** When it came, where that tells a reader something. */
export const arrivedLater = (at: Instant, arrivedAt: Instant | null): Instant | null =>
  arrivedAt !== null && arrivedAt - at > apart ? arrivedAt : null
