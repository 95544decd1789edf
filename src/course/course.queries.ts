import type { Selectable } from 'kysely'
import type { Schema } from '../platform/db/schema.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Course } from './course.ts'

/** Holds the course until this transaction ends, so that two who plan at once follow one another. */
export async function heldCourse(tx: PracticeTx, courseId: string): Promise<Course | undefined> {
  const row = await tx
    .selectFrom('course')
    .selectAll()
    .where('id', '=', courseId)
    .forUpdate()
    .executeTakeFirst()
  return row && courseOf(row)
}

/** Holds the person, so that two who start a course at once follow one another. */
export const holdPerson = (tx: PracticeTx, personId: string) =>
  tx.selectFrom('person').select('id').where('id', '=', personId).forUpdate().executeTakeFirst()

/** Newest first. */
export async function coursesOf(tx: PracticeTx, personId: string): Promise<Course[]> {
  const rows = await tx
    .selectFrom('course')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('begun_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(courseOf)
}

const courseOf = (row: Selectable<Schema['course']>): Course => ({
  id: row.id,
  personId: row.person_id,
  protocolId: row.protocol_id,
  protocolVersion: row.protocol_version,
  begunAt: row.begun_at.getTime(),
  endsAt: row.ended_at?.getTime() ?? null,
})

export interface CourseSession {
  readonly id: string
  readonly number: number
  readonly plannedAt: number
  readonly phase: string
  readonly room: string | null
}

export async function sessionsOf(tx: PracticeTx, courseId: string): Promise<CourseSession[]> {
  const rows = await tx
    .selectFrom('journey_session')
    .select(['id', 'number', 'planned_at', 'phase', 'room'])
    .where('course_id', '=', courseId)
    .orderBy('number')
    .execute()
  return rows.map(({ planned_at: plannedAt, ...session }) => ({ ...session, plannedAt: plannedAt.getTime() }))
}
