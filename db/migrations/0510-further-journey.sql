-- From a dose until 24 hours after the client went home nothing widens, a further dose included: a wish for another journey that was
-- said in that time is kept and does not count until it is said again.

-- From when a wish for another journey counts; infinity while nobody has said when they went home, null before any dose. Going home is
-- read as `last_medicine` (0390-brought.sql) reads it, as of a moment, and without this session. `furtherFrom` says the same.
create function further_from(s journey_session, moment timestamptz) returns timestamptz language sql stable as $$
  with here as (
    select max(d.given_at) as at from doses_standing(s.practice_id, s.person_id) d where d.session_id <> s.id and d.given_at <= moment
  )
  select greatest(
    (select coalesce(
        (select min(e.discharged_at) from discharge e
          where e.practice_id = s.practice_id and e.person_id = s.person_id and e.discharged_at between here.at and moment),
        (select max(d.left_at) from departure d
          where d.practice_id = s.practice_id and d.person_id = s.person_id and d.left_at between here.at and moment and not d.struck
            and not exists (select from departure c where c.practice_id = d.practice_id and c.corrects = d.id)),
        'infinity')
      from here where here.at is not null),
    (select max(least(b.latest_at, moment)) from brought_standing(s.practice_id, s.person_id) b where b.earliest_at <= moment)
  ) + interval '24 hours'
$$;

-- As in 0390-brought.sql. A no counts at once; a yes from then on. What two who answer for it wrote counts whenever they wrote it, and
-- opens nothing before.
create or replace function talked_gate(s journey_session, document jsonb, moment timestamptz) returns boolean language sql stable as $$
  with last as (
    select last_dose_before(s, moment) as at, further_from(s, moment) as opens
  ), talk as (
    select t.* from day_told t, last
    where t.practice_id = s.practice_id and t.session_id = s.id and t.kind = 'talked' and t.told_at between last.at and moment
    order by t.number desc limit 1
  )
  select not (document #>> '{psychotherapy,present}')::boolean or last.at is null or (last.opens <= moment and (
    coalesce((select talk.talked and talk.wants_another and talk.told_at >= last.opens from talk), false)
    or (coalesce((select talk.wants_another from talk), true) and 2 = (
      select count(distinct t.capacity) from day_told t
      where t.practice_id = s.practice_id and t.session_id = s.id and t.kind = 'talked-instead' and t.told_at between last.at and moment
        and works_as(t.practice_id, t.told_by, array[t.capacity])
    ))))
  from last
$$;
