import { day, minute, type Instant } from '../kernel/instant.ts'

/** How it went with an exercise. Each is an answer; none is a failure, and nothing is counted. */
export const outcomes = ['done', 'not', 'something-else', 'set-aside'] as const
export type LogOutcome = (typeof outcomes)[number]

/** Who besides the client may read an insight and what grew from it; each includes the one before. */
export const audiences = ['no-one', 'therapist', 'team'] as const
export type Audience = (typeof audiences)[number]

/** Facts as they were told, in any order. Each points at what it belongs to; a correction at the first telling. */
export interface IntegrationFacts {
  readonly insights: readonly (Told & {
    readonly sessionId: string | null
    readonly corrects: string | null
    /** By the newest decision of the client's; null where this reader is not told whom else they chose. */
    readonly audience: Audience | null
  })[]
  readonly meanings: readonly (Told & { readonly insightId: string })[]
  readonly exercises: readonly (Told & {
    readonly insightId: string | null
    readonly replaces: string | null
  })[]
  readonly logs: readonly {
    readonly id: string
    readonly exerciseId: string
    readonly outcome: LogOutcome
    readonly words: string | null
    readonly at: Instant
  }[]
  readonly changes: readonly (Told & { readonly insightId: string; readonly exerciseId: string | null })[]
}

export interface Told {
  readonly id: string
  readonly words: string
  readonly at: Instant
}

export interface Exercise extends Told {
  readonly logs: readonly IntegrationFacts['logs'][number][]
  /** Another took its place, or it was set aside. */
  readonly over: boolean
}

/** What is different now, and, where it came of one, by which exercise. */
export interface Change extends Told {
  readonly exerciseId: string | null
}

/** An insight and what came of it: what it means, what is done at home, what changed. */
export interface Chain extends Told {
  readonly sessionId: string | null
  readonly meaning: Told | null
  readonly exercises: readonly Exercise[]
  readonly changes: readonly Change[]
  readonly audience: Audience | null
}

export interface Integration {
  readonly chains: readonly Chain[]
  /** Agreed in a session, grown from no insight of the client's. */
  readonly exercises: readonly Exercise[]
}

/** The facts as they hang together, oldest first, whatever order they came in. */
export function integrationOf(facts: IntegrationFacts): Integration {
  return {
    chains: facts.insights
      .filter(({ corrects }) => corrects === null)
      .toSorted(byTime)
      .map((root) => chainOf(root, facts)),
    exercises: exercisesIn(facts, null),
  }
}

function chainOf(root: IntegrationFacts['insights'][number], facts: IntegrationFacts): Chain {
  const ofRoot = ({ insightId }: { insightId: string | null }) => insightId === root.id
  const tellings = facts.insights.filter(({ id, corrects }) => id === root.id || corrects === root.id)
  return {
    id: root.id,
    words: tellings.toSorted(correctionsLast(root.id)).at(-1)!.words,
    at: root.at,
    sessionId: root.sessionId,
    meaning: toldOf(facts.meanings.filter(ofRoot).toSorted(byTime).at(-1)),
    exercises: exercisesIn(facts, root.id),
    changes: facts.changes
      .filter(ofRoot)
      .toSorted(byTime)
      .map(({ id, words, at, exerciseId }) => ({ id, words, at, exerciseId })),
    audience: root.audience,
  }
}

const exercisesIn = (facts: IntegrationFacts, chain: string | null): Exercise[] =>
  facts.exercises
    .filter(({ insightId }) => insightId === chain)
    .toSorted(byTime)
    .map((exercise) => exerciseOf(exercise, facts))

function exerciseOf(exercise: IntegrationFacts['exercises'][number], facts: IntegrationFacts): Exercise {
  const logs = facts.logs.filter(({ exerciseId }) => exerciseId === exercise.id).toSorted(byTime)
  return {
    id: exercise.id,
    words: exercise.words,
    at: exercise.at,
    logs,
    over:
      logs.at(-1)?.outcome === 'set-aside' ||
      facts.exercises.some(({ replaces }) => replaces === exercise.id),
  }
}

const toldOf = (told: Told | undefined): Told | null =>
  told ? { id: told.id, words: told.words, at: told.at } : null

type Placed = { readonly at: Instant; readonly id: string }

/** Ids grow with time, so that two of one moment stand in the order in which they were told. */
const byTime = (a: Placed, b: Placed): number => a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id))

const correctionsLast = (rootId: string) => (a: Placed, b: Placed) =>
  Number(b.id === rootId) - Number(a.id === rootId) || byTime(a, b)

/**
 * When something was told: what the device says, if that can be true. It may have waited for a network for weeks; it
 * cannot come from the future.
 */
export function toldAt(said: Instant | undefined, careNow: Instant): Instant {
  if (said === undefined || said > careNow + 5 * minute || said < careNow - 30 * day) return careNow
  return Math.min(said, careNow)
}

/** Whether a decision lets more people read than before. */
export const widens = (before: Audience, after: Audience): boolean =>
  audiences.indexOf(after) > audiences.indexOf(before)
