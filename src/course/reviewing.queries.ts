import { sql } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Reviews } from '../protocol/protocol.ts'
import { reviewDue, type DueReview, type LookedBack } from './reviewing.ts'

export interface OpenCourse extends LookedBack {
  readonly courseId: string
  readonly personId: string
  readonly name: string
  /** The day that the newest review named for the next. */
  readonly nextReviewAt: Instant | null
  readonly plan: Pick<Reviews, 'afterDoses' | 'thenMonths' | 'afterDays'>
}

interface Reading {
  readonly mine: ReturnType<typeof sql<boolean>>
  readonly called: ReturnType<typeof sql<string>>
  readonly careNow: Instant
}

/** When each journey of a course had its first dose, here or elsewhere; a day that is not known lies as late as it can. */
const journeys = sql<number[]>`array(
  select (extract(epoch from first) * 1000)::float8 from (
    select min(d.given_at) as first from doses_standing(c.practice_id, c.person_id) d where d.course_id = c.id
    group by d.session_id
    union all
    select b.latest_at from brought_standing(c.practice_id, c.person_id) b where b.course_id = c.id
  ) each order by first)`

/** Every open course with a journey, what its protocol asks of reviews, and when it was looked back on. */
export async function openCourses(tx: PracticeTx, { mine, called, careNow }: Reading): Promise<OpenCourse[]> {
  const rows = await tx
    .selectFrom('course as c')
    .innerJoin('person', 'person.id', 'c.person_id')
    .innerJoin('protocol_edition as e', (on) =>
      on.onRef('e.id', '=', 'c.protocol_id').onRef('e.version', '=', 'c.protocol_version'),
    )
    .select(['c.id as courseId', 'c.person_id as personId', called.as('name')])
    .select(journeys.as('journeys'))
    .select(sql<Reviews>`e.document -> 'reviews'`.as('plan'))
    .select(
      sql<number[]>`array(select (extract(epoch from r.reviewed_at) * 1000)::float8 from course_review r
        where r.practice_id = c.practice_id and r.course_id = c.id)`.as('reviewedAt'),
    )
    .select(
      sql<number | null>`(select (extract(epoch from r.next_review_at) * 1000)::float8 from course_review r
        where r.practice_id = c.practice_id and r.course_id = c.id order by r.reviewed_at desc limit 1)`.as(
        'nextReviewAt',
      ),
    )
    .where('c.practice_id', '=', tx.actor.practiceId)
    .where((of) =>
      of.or([of('c.ended_at', 'is', null), of('c.ended_at', '>', sql<Date>`${isoOf(careNow)}::timestamptz`)]),
    )
    .where(mine)
    .execute()
  return rows
}

/** Of one course, while it is open. */
export async function reviewDueOf(
  tx: PracticeTx,
  courseId: string,
  careNow: Instant,
): Promise<DueReview | null> {
  const mine = sql<boolean>`c.id = ${courseId}::uuid`
  const [one] = await openCourses(tx, { mine, called: sql<string>`''`, careNow })
  return one ? reviewDue(one.plan, one, careNow) : null
}
