import { minute, type Instant } from '../kernel/instant.ts'

/** Wrong tries in a row, and when the last one was. */
export interface Tries {
  readonly wrong: number
  readonly lastAt: Instant
}

/** Free tries first; then each wait is twice the last, never longer than `longest`; one try is forgotten every so often. */
export interface Patience {
  readonly free: number
  readonly firstWait: number
  readonly longest: number
  readonly forgottenAfter: number
}

/**
 * Nobody is ever locked out: the longest wait is a quarter of an hour, and a browser that has signed in before has a count
 * of its own. A guesser who never tires gets 96 tries a day at one account.
 */
export const perAccount: Patience = {
  free: 5,
  firstWait: 1000,
  longest: 15 * minute,
  forgottenAfter: 15 * minute,
}

/** A whole clinic may share one address, so it has more room, and forgets faster. */
export const perAddress: Patience = {
  free: 30,
  firstWait: 1000,
  longest: 5 * minute,
  forgottenAfter: minute,
}

const remembered = ({ wrong, lastAt }: Tries, now: Instant, { forgottenAfter }: Patience): number =>
  Math.max(0, wrong - Math.floor(Math.max(0, now - lastAt) / forgottenAfter))

export const afterWrong = (tries: Tries, now: Instant, patience: Patience): Tries => ({
  wrong: remembered(tries, now, patience) + 1,
  lastAt: now,
})

/** From when on another try is looked at. */
export function openAgainAt({ wrong, lastAt }: Tries, { free, firstWait, longest }: Patience): Instant {
  if (wrong < free) return lastAt
  return lastAt + Math.min(longest, firstWait * 2 ** Math.min(30, wrong - free))
}
