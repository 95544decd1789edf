-- A journey of a course that took place elsewhere, before or beside those here, as somebody said it: brought in, with who said so and
-- when. It is never a dose that was given here: no release, no ledger, no session hang on it. Unknown stays empty.
create table journey_brought (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  -- A year, a month or a day, as exact as it was known.
  given_on text not null check (given_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  -- The first and the last moment it can mean where the practice is; never later than when it was told.
  earliest_at timestamptz not null,
  latest_at timestamptz not null,
  product text check (product in ('racemic', 'esketamine')),
  route text check (route in ('sublingual', 'im', 'iv', 'intranasal', 'sc', 'oral', 'rectal')),
  label_mg numeric(6, 2) check (label_mg > 0),
  label_salt text check (label_salt in ('base', 'hydrochloride')),
  -- Beside the label's amount, where its salt is known.
  base_mg numeric(7, 2),
  given_where text check (btrim(given_where) <> ''),
  tolerated text check (tolerated in ('well', 'unwanted')),
  how_it_went text check (btrim(how_it_went) <> ''),
  source text not null check (source in ('own-paper', 'former-practice', 'client')),
  source_words text check (btrim(source_words) <> ''),
  brought_by uuid not null,
  brought_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, person_id, course_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  foreign key (practice_id, brought_by) references member (practice_id, id),
  check (earliest_at <= latest_at and latest_at <= brought_at),
  check (label_mg is not null or label_salt is null),
  check (base_mg is not distinct from round(label_mg / case label_salt when 'base' then 1 when 'hydrochloride' then 1.153 end, 2))
);
create index journey_brought_of_person on journey_brought (practice_id, person_id, earliest_at);
call fence('journey_brought', 'person');
call append_only('journey_brought');
drop policy closed_to_guests on journey_brought;
call close_to_guests('journey_brought', 'course_id = (select app_course())');

-- Taken back, and why: it stays readable, and counts no longer.
create table journey_brought_back (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  brought_id uuid not null,
  reason text not null check (btrim(reason) <> ''),
  taken_back_by uuid not null,
  taken_back_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, brought_id),
  foreign key (practice_id, person_id, course_id, brought_id) references journey_brought (practice_id, person_id, course_id, id),
  foreign key (practice_id, taken_back_by) references member (practice_id, id)
);
create index journey_brought_back_of_person on journey_brought_back (practice_id, person_id);
call fence('journey_brought_back', 'person');
call append_only('journey_brought_back');
drop policy closed_to_guests on journey_brought_back;
call close_to_guests('journey_brought_back', 'course_id = (select app_course())');

-- A date that is not known to the day lies where it weighs most; worked out here, whatever came.
create function brought_is_dated() returns trigger language plpgsql as $$
declare
  zone text := (select p.time_zone from practice p where p.id = new.practice_id);
  first timestamp := rpad(new.given_on, 10, '-01-01')::timestamp;
  lasts interval := case length(new.given_on) when 4 then '1 year' when 7 then '1 month' else '1 day' end;
begin
  new.earliest_at := first at time zone zone;
  new.latest_at := least(((first + lasts) at time zone zone) - interval '1 millisecond', new.brought_at);
  return new;
end $$;
create trigger brought_is_dated before insert on journey_brought for each row execute function brought_is_dated();

-- Brought in and taken back by those who may say what was given, whoever writes.
create function brought_by_a_clinician() returns trigger language plpgsql as $$
declare
  hand uuid := case tg_table_name when 'journey_brought' then (to_jsonb(new) ->> 'brought_by')::uuid else (to_jsonb(new) ->> 'taken_back_by')::uuid end;
begin
  if not works_as(new.practice_id, hand, array['therapist', 'prescriber']) then
    raise exception 'only a therapist or a prescriber brings in a journey' using errcode = '23514';
  end if;
  return new;
end $$;

do $$
declare tbl text;
begin
  foreach tbl in array array['journey_brought', 'journey_brought_back'] loop
    execute format('create trigger brought_by_a_clinician before insert on %I for each row execute function brought_by_a_clinician()', tbl);
    execute format('create trigger facts_changed after insert on %I for each row execute function facts_changed()', tbl);
    execute format('create trigger facts_find_dead_releases before insert on %I for each row execute function facts_find_dead_releases()', tbl);
    -- The points of a course and what is asked may stand on when its first dose was.
    execute format('create trigger note_moved after insert on %I for each row execute function note_moved()', tbl);
  end loop;
end $$;

create function brought_standing(practice uuid, person uuid) returns setof journey_brought language sql stable as $$
  select b.* from journey_brought b
  where b.practice_id = practice and b.person_id = person
    and not exists (select from journey_brought_back t where t.practice_id = b.practice_id and t.brought_id = b.id)
$$;

-- The last dose of this person before a moment, here or brought in: one whose day is not known lies as late as it can.
create function last_dose_before(s journey_session, moment timestamptz) returns timestamptz language sql stable as $$
  select greatest(
    (select max(d.given_at) from doses_standing(s.practice_id, s.person_id) d where d.session_id <> s.id and d.given_at <= moment),
    (select max(least(b.latest_at, moment)) from brought_standing(s.practice_id, s.person_id) b where b.earliest_at <= moment))
$$;

-- As in 0051-release.sql; journeys that were brought in count as well.
create or replace function interval_gate(s journey_session, document jsonb, moment timestamptz) returns boolean language sql stable as $$
  select last.at is null or last.at <= moment - figure_of(document, 'gates', 'gapHours') * interval '1 hour'
    or decided_to_proceed(s, 'interval', last.at, moment)
  from (select last_dose_before(s, moment) as at) last
$$;

-- As in 0261-day-told.sql; a journey elsewhere is talked through here, too, before another one.
create or replace function talked_gate(s journey_session, document jsonb, moment timestamptz) returns boolean language sql stable as $$
  with last as (
    select last_dose_before(s, moment) as at
  ), talk as (
    select t.* from day_told t, last
    where t.practice_id = s.practice_id and t.session_id = s.id and t.kind = 'talked' and t.told_at between last.at and moment
    order by t.number desc limit 1
  )
  select not (document #>> '{psychotherapy,present}')::boolean or (select last.at is null from last)
    or coalesce((select talk.talked and talk.wants_another from talk), false)
    or (coalesce((select talk.wants_another from talk), true) and 2 = (
      select count(distinct t.capacity) from day_told t, last
      where t.practice_id = s.practice_id and t.session_id = s.id and t.kind = 'talked-instead' and t.told_at between last.at and moment
        and works_as(t.practice_id, t.told_by, array[t.capacity])
    ))
$$;

-- As in 0152-departure.sql. Whoever comes from a journey elsewhere signs nothing for a day after it; nobody here knows when they went
-- home, so the last moment it can have been stands for both. A dose here that nobody went home from is never hidden behind it.
create or replace function last_medicine(about uuid) returns table (dosed_at timestamptz, discharged_at timestamptz)
language sql stable as $$
  with last as (
    select max(d.given_at) as at from dose d
    where d.practice_id = app_practice() and d.person_id = about and not d.struck
      and not exists (select from dose c where c.practice_id = d.practice_id and c.corrects = d.id)
  ), here as (
    select last.at, coalesce(
      (select min(e.discharged_at) from discharge e
        where e.practice_id = app_practice() and e.person_id = about and e.discharged_at >= last.at),
      (select max(d.left_at) from departure d
        where d.practice_id = app_practice() and d.person_id = about and d.left_at >= last.at and not d.struck
          and not exists (select from departure c where c.practice_id = d.practice_id and c.corrects = d.id))) as gone
    from last
  ), elsewhere as (
    select max(b.latest_at) as at from brought_standing(app_practice(), about) b
  )
  select
    case when later then elsewhere.at else here.at end,
    case when later then elsewhere.at else here.gone end
  from here, elsewhere, lateral (
    select coalesce(elsewhere.at > coalesce(here.gone, here.at), here.at is null and elsewhere.at is not null)
      and (here.at is null or here.gone is not null) as later
  ) which
$$;

-- As in 0351-chart-once.sql, and the journeys of the course that took place elsewhere.
create or replace function thread_of(c course, sessions json) returns json language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare
  -- Beliefs, how true they feel, and intentions: for whom the client left them open.
  opened uuid;
begin
  if may_read_preparation(c.person_id, c.id) then opened := c.id; end if;
  return json_build_object(
    'begunAt', as_ms(c.begun_at),
    'endsAt', as_ms(c.ended_at),
    'sessions', sessions,
    'doses', (select coalesce(json_agg(json_build_object('id', d.id, 'sessionId', d.session_id, 'at', as_ms(d.given_at),
        'corrects', d.corrects, 'struck', d.struck)), '[]')
      from dose d where d.practice_id = c.practice_id and d.person_id = c.person_id and d.course_id = c.id),
    'earlier', (select coalesce(json_agg(json_build_object('id', b.id, 'on', b.given_on, 'at', as_ms(b.earliest_at),
        'until', as_ms(b.latest_at))), '[]')
      from brought_standing(c.practice_id, c.person_id) b where b.course_id = c.id),
    'reviews', (select coalesce(json_agg(json_build_object('id', r.id, 'at', as_ms(r.reviewed_at),
        'nextReviewAt', as_ms(r.next_review_at), 'endsAt', as_ms(r.ends_at))), '[]')
      from course_review r where r.practice_id = c.practice_id and r.course_id = c.id),
    -- What a person answered shortly before the course began belongs to its beginning.
    'scores', (select coalesce(json_agg(json_build_object('id', a.id, 'instrumentId', a.instrument_id, 'total', a.total,
        'at', as_ms(a.answered_at))), '[]')
      from instrument_response a
      where a.practice_id = c.practice_id and a.person_id = c.person_id
        and (a.course_id = c.id or (a.course_id is null and a.answered_at > c.begun_at - interval '336 hours'))
        and not exists (select from instrument_response r where r.practice_id = a.practice_id and r.replaces = a.id)),
    'beliefs', (select coalesce(json_agg(json_build_object('id', b.id, 'words', b.words, 'at', as_ms(b.said_at))), '[]')
      from belief b where b.practice_id = c.practice_id and b.course_id = opened),
    'ratings', (select coalesce(json_agg(json_build_object('id', r.id, 'beliefId', r.belief_id, 'rating', r.rating,
        'at', as_ms(r.rated_at))), '[]')
      from belief_rating r where r.practice_id = c.practice_id and r.course_id = opened),
    'intentions', (select coalesce(json_agg(json_build_object('id', i.id, 'words', i.words, 'at', as_ms(i.said_at))), '[]')
      from intention i where i.practice_id = c.practice_id and i.course_id = opened),
    'integration', integration_facts(c.id));
end $$;
