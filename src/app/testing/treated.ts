import type pg from 'pg'

/**
 * Invented courses in great number, as facts and nothing else: a person, a course, doses three weeks apart that ended
 * `endedDaysAgo`, a PHQ-9 before and some after. Written as the database's owner with triggers off: what is tested on top
 * is reading. Chance is the database's own, from a seed, so that two runs are alike.
 */
export async function addTreated(owner: pg.Client, practiceId: string, courses: number): Promise<void> {
  await owner.query('begin')
  await owner.query(`set local session_replication_role = replica`)
  await owner.query('select setseed(0.417)')
  await owner.query(people, [practiceId, courses])
  await owner.query(doses, [practiceId])
  await owner.query(responses, [practiceId])
  await owner.query('commit')
}

const people = `
  with made as (
    select gen_random_uuid() as person, gen_random_uuid() as course, n,
      care_now($1) - (40 + floor(random() * 500)) * interval '1 day' as begun
    from generate_series(1, $2::int) n
  ), person as (
    insert into person (practice_id, id, given_name, family_name, time_zone)
    select $1, person, 'Invented', n::text, 'America/Los_Angeles' from made
  )
  insert into course (practice_id, id, person_id, protocol_id, protocol_version, begun_at)
  select $1, course, person, case when n % 100 < 70 then 'sublingual' when n % 100 < 97 then 'im' else 'sublingual' end, '1', begun from made`

const doses = `
  with session as (
    insert into journey_session (practice_id, id, person_id, course_id, number, planned_at, phase)
    select c.practice_id, gen_random_uuid(), c.person_id, c.id, k, c.begun_at + k * interval '7 days', 'closed'
    from course c join person p on p.id = c.person_id and p.given_name = 'Invented', generate_series(1, 3) k
    where c.practice_id = $1
    returning practice_id, id, person_id, course_id, planned_at
  )
  insert into dose (practice_id, id, person_id, course_id, session_id, product, form, route, label_mg, label_salt, base_mg,
    given_by, given_at, deviation, because, recorded_by)
  select s.practice_id, gen_random_uuid(), s.person_id, s.course_id, s.id, 'racemic',
    case when c.protocol_id = 'im' then 'injection' else 'lozenge' end,
    case when c.protocol_id = 'im' then 'im' else 'sublingual' end,
    100, 'base', 100, c.id, s.planned_at, false, '{}', c.id
  from session s join course c on c.id = s.course_id`

/** `s.base * 0` has chance drawn anew for each course and not once for each time. Three in four are seen after a week, and fewer each time; most are better, some are not, a few are worse. */
const responses = `
  with start as (
    select c.*, 8 + floor(random() * 17)::int as base, random() as luck
    from course c join person p on p.id = c.person_id and p.given_name = 'Invented' where c.practice_id = $1
  ), at as (
    select s.*, 0 as k, s.begun_at as moment, s.base as total from start s
    union all
    select s.*, k, s.begun_at + (21 + after) * interval '1 day',
      greatest(0, least(27, round(s.base * (0.25 + s.luck * 0.9) + (random() - 0.5) * 6)))::int
    from start s, (values (1, 7), (2, 30), (3, 91), (4, 182)) as later (k, after)
    where random() + s.base * 0 < 0.85 - k * 0.12 and s.begun_at + (21 + after) * interval '1 day' < care_now($1)
  )
  insert into instrument_response (practice_id, id, person_id, course_id, instrument_id, instrument_version, language,
    answers, withheld, status, scores, total, band, flags, answered_at)
  select practice_id, gen_random_uuid(), person_id, id, 'phq-9', '1', 'en', '{"answers": []}', '{}', 'complete', '{}', total,
    case when total >= 20 then 'severe' when total >= 15 then 'moderately-severe' when total >= 10 then 'moderate'
      when total >= 5 then 'mild' else 'minimal' end, '{}', moment
  from at`
