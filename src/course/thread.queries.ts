import { sql, type RawBuilder } from 'kysely'
import { integrationColumn } from '../integration/integration.queries.ts'
import { listOf, ms } from '../platform/db/json.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { ThreadFacts } from './thread.ts'

export interface CourseFacts {
  readonly courseId: string
  readonly facts: ThreadFacts
}

/**
 * A person's newest course with everything on its thread, in one statement. What the asker may not read, the database
 * leaves out: the client's own words, until they share them, are not even counted here for anyone else.
 */
export async function newestThread(tx: PracticeTx, personId: string): Promise<CourseFacts | undefined> {
  const row = await tx
    .selectFrom(newestCourse(personId).as('course'))
    .select([
      'course.id as courseId',
      ms('course.begun_at').as('begunAt'),
      ms('course.ended_at').as('endsAt'),
    ])
    .select(threadColumn(tx).as('thread'))
    .executeTakeFirst()
  if (!row) return undefined
  const { courseId, thread, begunAt, endsAt } = row
  return { courseId, facts: { ...thread, begunAt, endsAt } }
}

interface CourseRow {
  id: string
  person_id: string
  protocol_id: string
  protocol_version: string
  begun_at: Date
  ended_at: Date | null
}

/** A guest joined one course, and has that one. */
export const newestCourse = (personId: string) =>
  sql<CourseRow>`(select id, person_id, protocol_id, protocol_version, begun_at, ended_at from course
    where person_id = ${personId} and (app_course() is null or id = app_course())
    order by begun_at desc, id desc limit 1)`

type Lists = Omit<ThreadFacts, 'begunAt' | 'endsAt'>
type Row<Name extends Exclude<keyof Lists, 'integration'>> = Lists[Name][number]

const ofCourse = sql<string>`course.id`

/** Everything on the thread of what the statement around it calls `course`. */
export const threadColumn = (tx: PracticeTx): RawBuilder<Lists> =>
  sql<Lists>`jsonb_build_object('sessions', ${sessions(tx)}, 'doses', ${doses}, 'reviews', ${reviews(tx)},
    'scores', ${scores(tx)}, 'beliefs', ${beliefs}, 'ratings', ${ratings}, 'intentions', ${intentions},
    'integration', ${integrationColumn(tx, ofCourse)})`

const sessions = (tx: PracticeTx) =>
  listOf<Row<'sessions'>>(
    tx
      .selectFrom('journey_session')
      .select(['id', 'number', ms('planned_at').as('plannedAt'), 'phase', 'room'])
      .where('course_id', '=', ofCourse),
  )

const reviews = (tx: PracticeTx) =>
  listOf<Row<'reviews'>>(
    tx
      .selectFrom('course_review')
      .select(['id', ms('reviewed_at').as('at')])
      .select([ms('next_review_at').as('nextReviewAt'), ms('ends_at').as('endsAt')])
      .where('course_id', '=', ofCourse),
  )

/** What a person answered shortly before the course began belongs to its beginning. */
const scores = (tx: PracticeTx) =>
  listOf<Row<'scores'>>(
    tx
      .selectFrom('instrument_response as answered')
      .select(['answered.id', 'instrument_id as instrumentId', 'total', ms('answered_at').as('at')])
      .where('answered.person_id', '=', sql<string>`course.person_id`)
      .where(
        sql<boolean>`(answered.course_id = course.id or (answered.course_id is null
          and answered.answered_at > course.begun_at - interval '14 days'))`,
      ),
  )

const doses = listOf<
  Row<'doses'>
>(sql`(select id, session_id as "sessionId", ${ms('given_at')} as at, corrects, struck
  from dose where dose.course_id = course.id)`)

const beliefs = listOf<Row<'beliefs'>>(sql`(select id, words, ${ms('said_at')} as at
  from belief where belief.course_id = course.id)`)

const ratings = listOf<
  Row<'ratings'>
>(sql`(select id, belief_id as "beliefId", rating, ${ms('rated_at')} as at
  from belief_rating where belief_rating.course_id = course.id)`)

const intentions = listOf<Row<'intentions'>>(sql`(select id, words, ${ms('said_at')} as at
  from intention where intention.course_id = course.id)`)
