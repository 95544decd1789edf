import { sql } from 'kysely'
import { can } from '../access/policy.ts'
import { day, isoOf, type Instant } from '../kernel/instant.ts'
import { emergenciesOf } from '../journey/alarm.queries.ts'
import { ms } from '../platform/db/json.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { waitingEnquiries } from '../find/enquiry.queries.ts'
import type { Board, People } from './board.contract.ts'
import { reviewOwed, type Owed } from './reviewing.ts'
import { openCourses } from './reviewing.queries.ts'

/** Whoever may read anyone here has everyone's days; a clinician those of the people they care for. */
const mine = (tx: PracticeTx, person: string) => {
  const everyone = sql.lit(can(tx.actor.roles, 'person.read', 'same-practice'))
  return sql<boolean>`(${everyone} or ${inMyCare(person)})`
}

const inMyCare = (person: string) =>
  sql<boolean>`exists (select from care_team t
    where t.practice_id = app_practice() and t.person_id = ${sql.ref(person)} and t.member_id = app_seat() and t.until is null)`

const called = sql<string>`coalesce(nullif(person.called_by, ''), person.given_name) || ' ' || person.family_name`

export async function boardOf(tx: PracticeTx, careNow: Instant): Promise<Board> {
  return {
    careNow,
    coming: await comingOf(tx, careNow),
    gone: await goneOf(tx, careNow),
    enquiries: can(tx.actor.roles, 'enquiry.read', 'practice') ? await waitingEnquiries(tx) : null,
    after: await afterOf(tx, careNow),
    reviews: await reviewsOf(tx, careNow),
  }
}

/** Today, the week ahead, and whoever is in the room now. */
async function comingOf(tx: PracticeTx, careNow: Instant): Promise<Board['coming']> {
  const newestWords = sql<string | null>`(select i.words from insight i
    where i.course_id = s.course_id order by i.arisen_at desc, i.recorded_at desc limit 1)`
  const rows = await tx
    .selectFrom('journey_session as s')
    .innerJoin('person', 'person.id', 's.person_id')
    .select(['s.id as sessionId', 's.course_id as courseId', 's.person_id as personId', called.as('name')])
    .select(['s.number', ms('s.planned_at').as('at'), 's.room', 's.phase', newestWords.as('opensWith')])
    .select(inMyCare('s.person_id').as('assigned'))
    .select(
      sql<boolean>`clearance_standing(s.person_id, ${isoOf(careNow)}::timestamptz) = 'recalled'`.as(
        'recalled',
      ),
    )
    .where('s.practice_id', '=', tx.actor.practiceId)
    .where(mine(tx, 's.person_id'))
    .where((of) =>
      of.or([
        of('s.phase', 'in', ['under-way', 'recovering']),
        of.and([
          of('s.phase', '=', 'planned'),
          of('s.planned_at', '>', moment(careNow - day / 2)),
          of('s.planned_at', '<', moment(careNow + 7 * day)),
        ]),
      ]),
    )
    .orderBy('s.planned_at')
    .execute()
  const shown = rows.map(({ assigned, recalled, ...one }) => {
    const may = (action: string) => can(tx.actor.roles, action, assigned ? 'assigned' : 'same-practice')
    const to = { ready: may('ready.read'), room: may('room.read') }
    return { ...one, clearanceEnded: recalled && to.ready, can: to }
  })
  const alarms = (one: (typeof shown)[number]) =>
    one.can.room && one.phase !== 'planned'
      ? emergenciesOf(tx, one.sessionId, careNow)
      : { standing: [], past: [] }
  const told: Board['coming'] = []
  for (const one of shown) {
    const { standing, past } = await alarms(one)
    told.push({ ...one, alarms: standing, alarmsBefore: past })
  }
  return told
}

type Gone = Board['gone'][number]

/** The last way in which each of them left: whoever came back was sent home later. What was struck out did not happen. */
async function goneOf(tx: PracticeTx, careNow: Instant): Promise<Board['gone']> {
  const left = sql<{ session_id: string; at: Date; how: Gone['how'] }>`(
    select distinct on (session_id) session_id, at, how from (
      select d.session_id, d.left_at as at, d.way as how, 1 as first from departure d
        where d.practice_id = app_practice() and not d.struck
          and not exists (select from departure c where c.practice_id = d.practice_id and c.corrects = d.id)
      union all
      select e.session_id, e.discharged_at, 'home', 2 from discharge e where e.practice_id = app_practice()
    ) ways where at > ${isoOf(careNow - day)}::timestamptz and at <= ${isoOf(careNow)}::timestamptz
    order by session_id, at desc, first)`.as('gone')
  return tx
    .selectFrom(left)
    .innerJoin('journey_session as s', 's.id', 'gone.session_id')
    .innerJoin('person', 'person.id', 's.person_id')
    .select(['s.id as sessionId', 's.person_id as personId', called.as('name'), 's.number'])
    .select([ms('gone.at').as('at'), 'gone.how'])
    .where('s.phase', '=', 'closed')
    .where(mine(tx, 's.person_id'))
    .orderBy('gone.at', 'desc')
    .execute()
}

const moment = (at: Instant) => sql<Date>`${isoOf(at)}::timestamptz`

/** First talks belong into 24 to 72 hours after a dose (clinical.md 9.3, customary). */
const firstTalkWithin = 3 * day

async function afterOf(tx: PracticeTx, careNow: Instant): Promise<Board['after']> {
  const given = sql<{ course_id: string; person_id: string; at: Date }>`(
    select course_id, person_id, max(given_at) as at from dose
    where not struck and not exists (select from dose later where later.corrects = dose.id)
      and given_at > ${isoOf(careNow - firstTalkWithin)}::timestamptz and given_at <= ${isoOf(careNow)}::timestamptz
    group by course_id, person_id)`.as('given')
  return tx
    .selectFrom(given)
    .innerJoin('person', 'person.id', 'given.person_id')
    .select(['given.person_id as personId', 'given.course_id as courseId'])
    .select([called.as('name'), ms('given.at').as('doseAt')])
    .where(mine(tx, 'given.person_id'))
    .orderBy('given.at')
    .execute()
}

/** What a review named as the day of the next one, and what the protocol asks for besides; the earlier of the two. */
async function reviewsOf(tx: PracticeTx, careNow: Instant): Promise<Board['reviews']> {
  const named = await namedReviews(tx, careNow)
  const courses = await openCourses(tx, { mine: mine(tx, 'c.person_id'), called, careNow })
  const owed = courses.flatMap(({ courseId, personId, name, plan, ...looked }) => {
    const one = reviewOwed(plan, looked, careNow)
    return one ? [{ courseId, personId, name, dueAt: one.at, owed: owedOf(one) }] : []
  })
  const all = [...named, ...owed].toSorted((one, other) => one.dueAt - other.dueAt)
  return all.filter(({ courseId }, place) => all.findIndex((one) => one.courseId === courseId) === place)
}

const owedOf = ({ because, count }: Owed) => ({ because, count })

/** The newest review of each open course says when the next one is due. */
async function namedReviews(tx: PracticeTx, careNow: Instant): Promise<Board['reviews']> {
  const rows = await tx
    .selectFrom('course_review as r')
    .innerJoin('course', 'course.id', 'r.course_id')
    .innerJoin('person', 'person.id', 'r.person_id')
    .select(['r.person_id as personId', 'r.course_id as courseId', called.as('name')])
    .select(ms('r.next_review_at').as('dueAt'))
    .where('r.practice_id', '=', tx.actor.practiceId)
    .where('course.ended_at', 'is', null)
    .where('r.next_review_at', '<', moment(careNow + 7 * day))
    .where(mine(tx, 'r.person_id'))
    .where(sql<boolean>`not exists (select from course_review newer
      where newer.course_id = r.course_id and newer.reviewed_at > r.reviewed_at)`)
    .orderBy('r.next_review_at')
    .execute()
  return rows.map((row) => ({ ...row, owed: null }))
}

const place = sql<People['people'][number]['place']>`case
  when c.id is null then 'no-course'
  when c.ended_at <= care_now(person.practice_id) then 'completed'
  when coalesce(lived.n, 0) = 0 and not exists (
    select from brought_standing(person.practice_id, person.id) b where b.course_id = c.id) then 'preparing'
  else 'journeying' end`

/** Everyone the reader may know of here, by name; the newest course says where each of them is. */
export function peopleOf(tx: PracticeTx): Promise<People['people']> {
  return tx
    .selectFrom('person')
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('course')
          .select(['course.id', 'course.ended_at'])
          .whereRef('course.person_id', '=', 'person.id')
          .orderBy('course.begun_at', 'desc')
          .limit(1)
          .as('c'),
      (on) => on.onTrue(),
    )
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('journey_session as s')
          .select([
            // A journey took place where a dose was given, as on the client's own page.
            sql<number>`(count(*) filter (where exists (
              select from doses_standing(s.practice_id, s.person_id) d where d.session_id = s.id)))::int`.as(
              'n',
            ),
            sql<Date | null>`min(s.planned_at) filter (where s.phase = 'planned'
              and s.planned_at > care_now(s.practice_id))`.as('next'),
          ])
          .whereRef('s.course_id', '=', 'c.id')
          .as('lived'),
      (on) => on.onTrue(),
    )
    .select(['person.id as personId', called.as('name'), 'person.birth_date as birthDate', place.as('place')])
    .select([sql<number>`coalesce(lived.n, 0)`.as('journeys'), ms('lived.next').as('nextAt')])
    .select(
      sql<string[]>`array(select m.name from care_team t join member m on m.id = t.member_id
        where t.person_id = person.id and t.until is null order by t.since)`.as('team'),
    )
    .where('person.practice_id', '=', tx.actor.practiceId)
    .where(mine(tx, 'person.id'))
    .orderBy('person.family_name')
    .orderBy('person.given_name')
    .limit(1000)
    .execute()
}
