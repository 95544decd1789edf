import {
  integrationOf,
  type Chain,
  type Exercise,
  type IntegrationFacts,
} from '../integration/integration.ts'
import type { Way } from '../journey/departure.ts'
import type { Instant } from '../kernel/instant.ts'
import type { CourseFrame } from '../measure/followed.ts'
import { ratedLines, scoredLines, type LineFacts, type Scales, type ThreadLine } from './line.ts'

/** Everything that is known about a course, in any order. What a reader may not see is not among it. */
export interface ThreadFacts extends LineFacts {
  readonly begunAt: Instant
  readonly endsAt: Instant | null
  readonly sessions: readonly {
    readonly id: string
    readonly number: number
    readonly plannedAt: Instant
    readonly phase: string
    readonly room: string | null
    /** How it ended, where that was not by discharge. */
    readonly departure: { readonly way: Way; readonly at: Instant } | null
  }[]
  /** Given, whether or not a release stood; a correction points at the one it replaces. */
  readonly doses: readonly {
    readonly id: string
    readonly sessionId: string
    readonly at: Instant
    readonly corrects: string | null
    /** A correction that says: it was not given. */
    readonly struck: boolean
  }[]
  /** Journeys of this course that took place elsewhere, as they were brought in: from the first to the last moment each can mean. */
  readonly earlier: readonly ThreadEarlier[]
  readonly intentions: readonly { readonly id: string; readonly words: string; readonly at: Instant }[]
  readonly integration: IntegrationFacts
  readonly reviews: readonly {
    readonly id: string
    readonly at: Instant
    readonly nextReviewAt: Instant | null
    readonly endsAt: Instant | null
  }[]
}

/** Who reads. A client reads all of their own; anyone else nothing that the client keeps. */
export type Framing = 'client' | 'staff'

export interface Reading {
  readonly framing: Framing
  readonly careNow: Instant
  readonly scales: Scales
}

/** One course as one thread. It says what there is; the screen finds the words and the picture. */
export interface Thread {
  readonly startsAt: Instant
  readonly now: Instant
  readonly endedAt: Instant | null
  readonly doses: readonly ThreadDose[]
  readonly lines: readonly ThreadLine[]
  readonly words: readonly ThreadWord[]
  readonly ahead: readonly ThreadAhead[]
  readonly departures: readonly ThreadDeparture[]
  readonly earlier: readonly ThreadEarlier[]
}

/** Brought in: `on` is the date as exact as it is known. */
export interface ThreadEarlier {
  readonly id: string
  readonly on: string
  readonly at: Instant
  readonly until: Instant
}

export interface ThreadDose {
  readonly id: string
  readonly number: number
  readonly at: Instant
  readonly given: boolean
}

/** A session that ended otherwise than by discharge. */
export interface ThreadDeparture {
  readonly id: string
  readonly number: number
  readonly way: Way
  readonly at: Instant
}

export interface ThreadWord {
  readonly id: string
  readonly at: Instant
  readonly kind: 'intention' | 'insight' | 'exercise' | 'change'
  readonly text: string
  /** Kept by the client; only ever true in the client's own reading. */
  readonly private: boolean
  /** An exercise that was done, an insight whose meaning was found. */
  readonly done: boolean
  /** What it grew out of. */
  readonly from: readonly string[]
}

export interface ThreadAhead {
  readonly at: Instant
  readonly kind: 'session' | 'review' | 'ending'
  readonly number: number | null
}

/** The fold of a course: the same facts make the same thread, whatever order they came in. */
export function threadOf(facts: ThreadFacts, reading: Reading): Thread {
  const { careNow } = reading
  return {
    startsAt: facts.begunAt,
    now: careNow,
    endedAt: facts.endsAt !== null && facts.endsAt <= careNow ? facts.endsAt : null,
    doses: dosesOf(facts, careNow),
    lines: [...scoredLines(facts, reading.scales, frameIn(facts)), ...ratedLines(facts, reading.scales)],
    words: wordsOf(facts, reading.framing),
    ahead: aheadOf(facts, careNow),
    departures: departuresOf(facts, careNow),
    earlier: facts.earlier.toSorted(byTime),
  }
}

/** Whoever had journeys elsewhere had no beginning after them: a total counts as one only before the first that is known. */
function frameIn(facts: ThreadFacts): CourseFrame {
  const doses = [...standingDoses(facts), ...facts.earlier].map(({ at }) => at)
  return { begunAt: facts.begunAt, firstDoseAt: doses.length === 0 ? null : Math.min(...doses) }
}

/** One ring per journey, at its first dose; a journey still to come has its date. */
function dosesOf(facts: ThreadFacts, careNow: Instant): ThreadDose[] {
  const standing = standingDoses(facts)
  return facts.sessions
    .toSorted((a, b) => a.number - b.number)
    .flatMap(({ id, number, plannedAt, phase }): ThreadDose[] => {
      const first = standing.find(({ sessionId }) => sessionId === id)
      if (first) return [{ id, number, at: first.at, given: true }]
      return phase === 'planned' && plannedAt > careNow ? [{ id, number, at: plannedAt, given: false }] : []
    })
}

const departuresOf = ({ sessions }: ThreadFacts, careNow: Instant): ThreadDeparture[] =>
  sessions
    .flatMap(({ id, number, departure }) =>
      departure && departure.at <= careNow ? [{ id, number, ...departure }] : [],
    )
    .toSorted(byTime)

/** What was given, as it is known now: neither corrected since nor struck. Oldest first. */
export function standingDoses({ doses }: Pick<ThreadFacts, 'doses'>): ThreadFacts['doses'] {
  const replaced = new Set(doses.map(({ corrects }) => corrects))
  return doses.filter(({ id, struck }) => !struck && !replaced.has(id)).toSorted(byTime)
}

function wordsOf(facts: ThreadFacts, framing: Framing): ThreadWord[] {
  const { chains, exercises } = integrationOf(facts.integration)
  const shown = chains.filter(({ audience }) => framing === 'client' || audience !== 'no-one')
  const intentions = facts.intentions.toSorted(byTime)
  return [
    ...intentions.map((told) => ({ ...wordOf(told, 'intention'), from: [] })),
    ...shown.flatMap((chain) => wordsOfChain(chain, intentions)),
    ...exercises.map((exercise) => exerciseWord(exercise, [])),
  ].toSorted(byTime)
}

/** An insight grows from the intention that held when it arose; what came of it grows from it. */
function wordsOfChain(chain: Chain, intentions: ThreadFacts['intentions']): ThreadWord[] {
  const held = intentions.findLast(({ at }) => at <= chain.at)
  const kept = { private: chain.audience === 'no-one' }
  const insight = { ...wordOf(chain, 'insight'), from: held ? [held.id] : [], done: chain.meaning !== null }
  return [
    { ...insight, ...kept },
    ...chain.exercises.map((exercise) => ({ ...exerciseWord(exercise, [chain.id]), ...kept })),
    ...chain.changes.map((change) => ({
      ...wordOf(change, 'change'),
      ...kept,
      from: [change.exerciseId ?? chain.id],
    })),
  ]
}

const exerciseWord = (exercise: Exercise, from: readonly string[]): ThreadWord => ({
  ...wordOf(exercise, 'exercise'),
  from,
  done: exercise.logs.some(({ outcome }) => outcome === 'done'),
})

type Told = { readonly id: string; readonly words: string; readonly at: Instant }

const wordOf = ({ id, words, at }: Told, kind: ThreadWord['kind']) =>
  ({ id, at, kind, text: words, private: false, done: false, from: [] }) satisfies ThreadWord

/** What was agreed for the days to come: sessions, the next review, the ending. */
function aheadOf(facts: ThreadFacts, careNow: Instant): ThreadAhead[] {
  const newest = facts.reviews.toSorted(byTime).at(-1)
  const agreed = [
    ...facts.sessions
      .filter(({ phase }) => phase === 'planned')
      .map(({ plannedAt, number }) => ({ at: plannedAt, kind: 'session' as const, number })),
    ...(newest?.nextReviewAt ? [{ at: newest.nextReviewAt, kind: 'review' as const, number: null }] : []),
    ...(facts.endsAt === null ? [] : [{ at: facts.endsAt, kind: 'ending' as const, number: null }]),
  ]
  return agreed.filter(({ at }) => at > careNow).toSorted((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : 1))
}

const byTime = (a: { at: Instant; id: string }, b: { at: Instant; id: string }): number =>
  a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id))
