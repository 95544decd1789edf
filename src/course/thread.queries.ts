import { sql, type RawBuilder } from 'kysely'
import { integrationColumn } from '../integration/integration.queries.ts'
import { listOf, ms } from '../platform/db/json.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Course } from './course.ts'
import type { ThreadFacts } from './thread.ts'

export interface CourseFacts {
  readonly course: Course
  readonly facts: ThreadFacts
}

const courseId = sql<string>`course.id`

type Row<Name extends 'sessions' | 'doses' | 'scores' | 'beliefs' | 'ratings' | 'intentions' | 'reviews'> =
  ThreadFacts[Name][number]

/**
 * A person's newest course with everything on its thread, in one statement. What the asker may not read, the database
 * leaves out: the client's own words, until they share them, are not even counted here for anyone else.
 */
export async function newestThread(tx: PracticeTx, personId: string): Promise<CourseFacts | undefined> {
  const row = await tx
    .selectFrom('course')
    .select(['course.id', 'person_id', 'protocol_id', 'protocol_version'])
    .select([ms('begun_at').as('begunAt'), ms('ended_at').as('endsAt')])
    .select([sessions(tx).as('sessions'), doses.as('doses'), reviews(tx).as('reviews')])
    .select([
      scores(tx).as('scores'),
      beliefs.as('beliefs'),
      ratings.as('ratings'),
      intentions.as('intentions'),
    ])
    .select(integrationColumn(tx, courseId).as('integration'))
    .where('person_id', '=', personId)
    // A guest joined one course, and reads that one.
    .where(sql<boolean>`(app_course() is null or course.id = app_course())`)
    .orderBy('begun_at', 'desc')
    .orderBy('course.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { id, person_id, protocol_id, protocol_version, ...facts } = row
  const course = { id, personId: person_id, protocolId: protocol_id, protocolVersion: protocol_version }
  return { course: { ...course, begunAt: facts.begunAt, endsAt: facts.endsAt }, facts }
}

const sessions = (tx: PracticeTx) =>
  listOf<Row<'sessions'>>(
    tx
      .selectFrom('journey_session')
      .select(['id', 'number', ms('planned_at').as('plannedAt'), 'phase'])
      .where('course_id', '=', courseId),
  )

const reviews = (tx: PracticeTx) =>
  listOf<Row<'reviews'>>(
    tx
      .selectFrom('course_review')
      .select(['id', ms('reviewed_at').as('at')])
      .select([ms('next_review_at').as('nextReviewAt'), ms('ends_at').as('endsAt')])
      .where('course_id', '=', courseId),
  )

/** What a person answered before the course began belongs to its beginning. */
const scores = (tx: PracticeTx) =>
  listOf<Row<'scores'>>(
    tx
      .selectFrom('instrument_response as answered')
      .select(['answered.id', 'instrument_id as instrumentId', 'total', ms('answered_at').as('at')])
      .where('answered.person_id', '=', sql<string>`course.person_id`)
      .where(sql<boolean>`(answered.course_id = course.id or (answered.course_id is null
        and answered.answered_at > course.begun_at - interval '14 days'))`),
  )

const told = <Item>(rows: RawBuilder<unknown>): RawBuilder<readonly Item[]> => listOf<Item>(sql`(${rows})`)

const doses = told<
  Row<'doses'>
>(sql`select id, session_id as "sessionId", ${ms('given_at')} as at, corrects, struck
  from dose where dose.course_id = course.id`)

const beliefs = told<Row<'beliefs'>>(sql`select id, words, ${ms('said_at')} as at
  from belief where belief.course_id = course.id`)

const ratings = told<Row<'ratings'>>(sql`select id, belief_id as "beliefId", rating, ${ms('rated_at')} as at
  from belief_rating where belief_rating.course_id = course.id`)

const intentions = told<Row<'intentions'>>(sql`select id, words, ${ms('said_at')} as at
  from intention where intention.course_id = course.id`)
