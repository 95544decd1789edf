import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Audience, LogOutcome } from './integration.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    insight: Telling & {
      course_id: Fixed<string>
      session_id: FixedOrNone<string>
      words: Fixed<string>
      corrects: FixedOrNone<string>
      arisen_at: Moment
    }
    insight_sharing: Telling & {
      insight_id: Fixed<string>
      audience: Fixed<Audience>
      decided_at: Moment
      number: Numbered
    }
    insight_meaning: Telling & {
      insight_id: Fixed<string>
      words: Fixed<string>
      found_at: Moment
    }
    exercise: Telling & {
      course_id: Fixed<string>
      insight_id: FixedOrNone<string>
      words: Fixed<string>
      replaces: FixedOrNone<string>
      begun_at: Moment
    }
    exercise_log: Telling & {
      exercise_id: Fixed<string>
      outcome: Fixed<LogOutcome>
      words: FixedOrNone<string>
      logged_at: Moment
    }
    change_noticed: Telling & {
      course_id: Fixed<string>
      insight_id: Fixed<string>
      exercise_id: FixedOrNone<string>
      words: Fixed<string>
      noticed_at: Moment
    }
  }
}

interface Telling {
  practice_id: Fixed<string>
  id: Fixed<string>
  person_id: Fixed<string>
  recorded_at: StampedByDatabase
}

/** Which fact of whom, told when. */
export interface Fact {
  readonly id: string
  readonly personId: string
  readonly at: Instant
}

const own = (tx: WriteTx, { id, personId }: Fact) => ({
  practice_id: tx.actor.practiceId,
  id,
  person_id: personId,
})

export interface NewInsight extends Fact {
  readonly courseId: string
  readonly sessionId: string | null
  readonly words: string
  readonly corrects: string | null
}

export const addInsight = (tx: WriteTx, insight: NewInsight) =>
  tx
    .insertInto('insight')
    .values({
      ...own(tx, insight),
      course_id: insight.courseId,
      session_id: insight.sessionId,
      words: insight.words,
      corrects: insight.corrects,
      arisen_at: isoOf(insight.at),
    })
    .execute()

export const addSharing = (
  tx: WriteTx,
  sharing: Fact & { readonly insightId: string; readonly audience: Audience },
) =>
  tx
    .insertInto('insight_sharing')
    .values({
      ...own(tx, sharing),
      insight_id: sharing.insightId,
      audience: sharing.audience,
      decided_at: isoOf(sharing.at),
    })
    .execute()

export const addMeaning = (
  tx: WriteTx,
  meaning: Fact & { readonly insightId: string; readonly words: string },
) =>
  tx
    .insertInto('insight_meaning')
    .values({
      ...own(tx, meaning),
      insight_id: meaning.insightId,
      words: meaning.words,
      found_at: isoOf(meaning.at),
    })
    .execute()

export interface NewExercise extends Fact {
  readonly courseId: string
  readonly insightId: string | null
  readonly words: string
  readonly replaces: string | null
}

export const addExercise = (tx: WriteTx, exercise: NewExercise) =>
  tx
    .insertInto('exercise')
    .values({
      ...own(tx, exercise),
      course_id: exercise.courseId,
      insight_id: exercise.insightId,
      words: exercise.words,
      replaces: exercise.replaces,
      begun_at: isoOf(exercise.at),
    })
    .execute()

export const addLog = (
  tx: WriteTx,
  log: Fact & {
    readonly exerciseId: string
    readonly outcome: LogOutcome
    readonly words: string | null
  },
) =>
  tx
    .insertInto('exercise_log')
    .values({
      ...own(tx, log),
      exercise_id: log.exerciseId,
      outcome: log.outcome,
      words: log.words,
      logged_at: isoOf(log.at),
    })
    .execute()

export interface NewChange extends Fact {
  readonly courseId: string
  readonly insightId: string
  readonly exerciseId: string | null
  readonly words: string
}

export const addChange = (tx: WriteTx, change: NewChange) =>
  tx
    .insertInto('change_noticed')
    .values({
      ...own(tx, change),
      course_id: change.courseId,
      insight_id: change.insightId,
      exercise_id: change.exerciseId,
      words: change.words,
      noticed_at: isoOf(change.at),
    })
    .execute()
