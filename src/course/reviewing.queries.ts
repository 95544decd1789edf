import { sql } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Reviews } from '../protocol/protocol.ts'
import type { LookedBack } from './reviewing.ts'

export interface OpenCourse extends LookedBack {
  readonly courseId: string
  readonly personId: string
  readonly name: string
  readonly plan: Pick<Reviews, 'afterDoses' | 'thenMonths' | 'afterDays'>
}

interface Reading {
  readonly mine: ReturnType<typeof sql<boolean>>
  readonly called: ReturnType<typeof sql<string>>
  readonly careNow: Instant
}

/** Every open course with a journey, what its protocol asks of reviews, and when it was looked back on. */
export async function openCourses(tx: PracticeTx, { mine, called, careNow }: Reading): Promise<OpenCourse[]> {
  const journeys = sql<{ course_id: string; moments: number[] }>`(
    select course_id, array_agg(first order by first) as moments from (
      select course_id, min(extract(epoch from given_at) * 1000)::float8 as first from dose
      where practice_id = app_practice() and not struck
        and not exists (select from dose later where later.practice_id = dose.practice_id and later.corrects = dose.id)
      group by course_id, session_id) each group by course_id)`.as('lived')
  const rows = await tx
    .selectFrom('course as c')
    .innerJoin(journeys, 'lived.course_id', 'c.id')
    .innerJoin('person', 'person.id', 'c.person_id')
    .innerJoin('protocol_edition as e', (on) =>
      on.onRef('e.id', '=', 'c.protocol_id').onRef('e.version', '=', 'c.protocol_version'),
    )
    .select(['c.id as courseId', 'c.person_id as personId', called.as('name'), 'lived.moments as journeys'])
    .select(sql<Reviews>`e.document -> 'reviews'`.as('plan'))
    .select(
      sql<number[]>`array(select (extract(epoch from r.reviewed_at) * 1000)::float8 from course_review r
        where r.practice_id = c.practice_id and r.course_id = c.id)`.as('reviewedAt'),
    )
    .where('c.practice_id', '=', tx.actor.practiceId)
    .where((of) =>
      of.or([of('c.ended_at', 'is', null), of('c.ended_at', '>', sql<Date>`${isoOf(careNow)}::timestamptz`)]),
    )
    .where(mine)
    .execute()
  return rows
}
