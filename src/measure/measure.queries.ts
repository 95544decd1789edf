import { sql } from 'kysely'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Moment, MomentKind } from './followed.ts'

interface Row {
  readonly kind: MomentKind
  readonly id: string
  readonly course_id: string | null
  readonly at: Date
  readonly words: string | null
}

/**
 * What scores are read against: doses that stand, sessions without one, courses, reviews, orders, and medicines whose first
 * day is known. Each table's own fence decides what this reader sees of it.
 */
export async function momentsOf(tx: PracticeTx, personId: string): Promise<Moment[]> {
  const here = sql`practice_id = ${tx.actor.practiceId}::uuid and person_id = ${personId}::uuid`
  const rows = await tx
    .selectFrom(
      sql<Row>`(
        with own as materialized (select practice_id, id, begun_at, ended_at from course where ${here}),
        given as materialized (
          select id, course_id, session_id, given_at from doses_standing(${tx.actor.practiceId}::uuid, ${personId}::uuid))
        select 'dose' as kind, id, course_id, given_at as at, null as words from given
        union all
        select 'brought', id, course_id, earliest_at, given_on
        from brought_standing(${tx.actor.practiceId}::uuid, ${personId}::uuid)
        union all
        select 'session', s.id, s.course_id, s.planned_at, null from journey_session s
        where s.practice_id = ${tx.actor.practiceId}::uuid and s.person_id = ${personId}::uuid and s.phase = 'closed'
          and not exists (select from given g where g.session_id = s.id)
        union all select 'course-begun', id, id, begun_at, null from own
        union all select 'course-ended', id, id, ended_at, null from own where ended_at is not null
        union all
        select 'review-' || r.decision, r.id, r.course_id, r.reviewed_at, null
        from own join course_review r on r.practice_id = own.practice_id and r.course_id = own.id
        union all
        select case when o.supersedes is null then 'ordered' else 'order-changed' end, o.id, o.course_id, o.signed_at, null
        from own join dose_order o on o.practice_id = own.practice_id and o.course_id = own.id
        union all
        select 'order-stopped', stop.id, o.course_id, stop.stopped_at, null
        from own join dose_order o on o.practice_id = own.practice_id and o.course_id = own.id
          join dose_order_stop stop on stop.practice_id = o.practice_id and stop.order_id = o.id
        union all
        select 'medicine', m.id, null, (m.item ->> 'from')::date + interval '12 hours', m.item -> 'coded' ->> 'text'
        from history_item m
        where ${here} and m.kind = 'medicine' and m.item ->> 'from' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}'
          and coalesce((select said.answer from history_statement said
            where said.practice_id = m.practice_id and said.person_id = m.person_id and said.item_id = m.id
            order by said.number desc limit 1), '') <> 'refuted'
      )`.as('moment'),
    )
    .selectAll()
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ kind, id, course_id: courseId, at, words }) => ({
    kind,
    id,
    courseId,
    at: at.getTime(),
    words,
  }))
}
