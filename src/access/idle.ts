import { minute, type Instant } from '../kernel/instant.ts'

/** The server notes at most once a minute that someone is here, so it may know of a touch that much too late. */
const notedEvery = minute

/** WCAG 2.2, 2.2.1 asks for twenty seconds at least, to do something simple. */
const warnedFor = 2 * minute
const lastCall = minute / 2

/** While someone works, the server is told this often. */
export const tellEvery = minute

export type Standing = 'here' | 'soon' | 'last' | 'over'

/**
 * How a page that nobody touches stands: the server last heard of a person at `toldAt` and ends a sign-in `idleFor` later, or
 * up to a minute before that. Earlier than the server, never later, the page warns and then covers itself.
 */
export function standingAt(
  now: Instant,
  { toldAt, idleFor }: { toldAt: Instant; idleFor: number },
): Standing {
  const left = toldAt + idleFor - notedEvery - now
  if (left <= 0) return 'over'
  if (left <= lastCall) return 'last'
  return left <= warnedFor ? 'soon' : 'here'
}
