import type { Audience } from '../integration/integration.ts'
import { day, type Instant } from '../kernel/instant.ts'

export interface Rating {
  readonly id: string
  readonly beliefId: string
  /** 0: not true at all. 100: as true as anything can feel. */
  readonly rating: number
  readonly ratedAt: Instant
}

export interface Belief {
  readonly id: string
  /** The client's own sentence; nobody else's words. */
  readonly words: string
  readonly saidAt: Instant
}

export interface RatedBelief extends Belief {
  readonly ratings: readonly Rating[]
}

/** Each belief with its ratings, oldest first. */
export function ratedBeliefs(beliefs: readonly Belief[], ratings: readonly Rating[]): RatedBelief[] {
  return beliefs.map((belief) => ({
    ...belief,
    ratings: ratings
      .filter(({ beliefId }) => beliefId === belief.id)
      .toSorted((one, other) => one.ratedAt - other.ratedAt),
  }))
}

/** A week after a dose each belief is rated once more (clinical.md 9.5). [PD] */
export const againAfter = 7 * day

/** The beliefs that are to be rated now: a week after the last dose, those not rated since. */
export function ratingsDue(
  beliefs: readonly RatedBelief[],
  lastDoseAt: Instant | null,
  careNow: Instant,
): { readonly since: Instant; readonly beliefs: readonly RatedBelief[] } | null {
  if (lastDoseAt === null || careNow < lastDoseAt + againAfter) return null
  const since = lastDoseAt + againAfter
  const due = beliefs.filter(
    ({ ratings, saidAt }) => saidAt < since && !ratings.some(({ ratedAt }) => ratedAt >= since),
  )
  return due.length > 0 ? { since, beliefs: due } : null
}

/** Without a choice, the team that takes part in the care reads what is prepared; the screen says so. */
export const readBy = (chosen: Audience | undefined): Audience => chosen ?? 'team'
