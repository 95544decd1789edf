import { impairedFor } from '../consent/window.ts'
import type { Instant } from '../kernel/instant.ts'
import type { GateFacts } from './gateFacts.ts'

/**
 * From when a wish for another journey counts: 24 hours after the client went home from the last one, and not before a journey
 * elsewhere is as long ago. Null: nobody has said when they went home. `further_from` says the same in SQL.
 */
export function furtherFrom(
  { lastHere, lastBroughtAt }: Pick<GateFacts, 'lastHere' | 'lastBroughtAt'>,
  at: Instant,
): Instant | null {
  if (lastHere === null) return lastBroughtAt ? lastBroughtAt + impairedFor : null
  const { homeAt } = lastHere
  if (homeAt === null || homeAt > at) return null
  return Math.max(homeAt, lastBroughtAt ?? -Infinity) + impairedFor
}
