import { sql, type RawBuilder } from 'kysely'
import { listOf, ms, objectOf } from '../platform/db/json.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Audience, IntegrationFacts } from './integration.ts'

/**
 * Everything told about a course, in one statement. The database leaves out what the asker may not read: whoever is not
 * told of an insight is told of nothing that grew from it either.
 */
export async function integrationFacts(tx: PracticeTx, courseId: string): Promise<IntegrationFacts> {
  const { facts } = await tx
    .selectNoFrom(integrationColumn(tx, courseId).as('facts'))
    .executeTakeFirstOrThrow()
  return facts
}

/** The same as a column of another statement, for the chart, which reads everything at once. */
export const integrationColumn = (tx: PracticeTx, courseId: CourseId): RawBuilder<IntegrationFacts> =>
  objectOf<IntegrationFacts>({ ...toldLists(tx, courseId), ...doneLists(tx, courseId) })

type CourseId = string | RawBuilder<string>
type Row<Name extends keyof IntegrationFacts> = IntegrationFacts[Name][number]

function toldLists(tx: PracticeTx, courseId: CourseId) {
  const insights = tx
    .selectFrom('insight')
    .select([
      'id',
      'words',
      'session_id as sessionId',
      'corrects',
      sql<Audience>`insight_audience(coalesce(corrects, id))`.as('audience'),
      ms('arisen_at').as('at'),
    ])
    .where('course_id', '=', courseId)
  const meanings = tx
    .selectFrom('insight_meaning as m')
    .innerJoin('insight as i', 'i.id', 'm.insight_id')
    .select(['m.id', 'm.words', 'm.insight_id as insightId', ms('m.found_at').as('at')])
    .where('i.course_id', '=', courseId)
  return {
    insights: listOf<Row<'insights'>>(insights),
    meanings: listOf<Row<'meanings'>>(meanings),
  }
}

function doneLists(tx: PracticeTx, courseId: CourseId) {
  const exercises = tx
    .selectFrom('exercise')
    .select(['id', 'words', 'insight_id as insightId', 'replaces', ms('begun_at').as('at')])
    .where('course_id', '=', courseId)
  const logs = tx
    .selectFrom('exercise_log as l')
    .innerJoin('exercise as e', 'e.id', 'l.exercise_id')
    .select(['l.id', 'l.exercise_id as exerciseId', 'l.outcome', 'l.words', ms('l.logged_at').as('at')])
    .where('e.course_id', '=', courseId)
  const changes = tx
    .selectFrom('change_noticed')
    .select([
      'id',
      'words',
      'insight_id as insightId',
      'exercise_id as exerciseId',
      ms('noticed_at').as('at'),
    ])
    .where('course_id', '=', courseId)
  return {
    exercises: listOf<Row<'exercises'>>(exercises),
    logs: listOf<Row<'logs'>>(logs),
    changes: listOf<Row<'changes'>>(changes),
  }
}

/** The first telling of an insight of this course, if the asker may read it. */
export const rootInsight = (tx: PracticeTx, courseId: string, insightId: string) =>
  tx
    .selectFrom('insight')
    .select('id')
    .where('id', '=', insightId)
    .where('course_id', '=', courseId)
    .where('corrects', 'is', null)
    .executeTakeFirst()

export const exerciseIn = (tx: PracticeTx, courseId: string, exerciseId: string) =>
  tx
    .selectFrom('exercise')
    .select(['id', 'insight_id as insightId'])
    .where('id', '=', exerciseId)
    .where('course_id', '=', courseId)
    .executeTakeFirst()

export async function audienceOf(tx: PracticeTx, insightId: string): Promise<Audience> {
  const newest = await tx
    .selectFrom('insight_sharing')
    .select('audience')
    .where('insight_id', '=', insightId)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return newest?.audience ?? 'no-one'
}
