import { earlierIn, type ThreadEarlier, type ThreadView } from './view.ts'

/** Each ring its own room, as far as there is any: more than these lie one upon the other, and are told in words. */
export const mostRings = 10

export const beforeIn = (view: ThreadView): readonly ThreadEarlier[] =>
  earlierIn(view).filter(({ at }) => at < view.startsAt)

/** How much room what was before the course takes. It is no stretch of time: years may lie in it. */
export function stripFor(view: ThreadView): number {
  const count = Math.min(beforeIn(view).length, mostRings)
  return count === 0 ? 0 : Math.max(76, (count + 1) * 20)
}
