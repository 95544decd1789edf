-- What is told on the day besides what has a table of its own, and the gates that stand on it (clinical.md 3.5 #7, #8, #10 to #12, #14,
-- and the talk between two journeys). One fact a row, of one kind; the newest of its kind holds, so that a wrong one is told anew.

create table day_told (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  session_id uuid not null,
  kind text not null check (kind in ('fasting', 'standing', 'equipment', 'rems', 'closing', 'talked', 'talked-instead', 'count')),
  -- fasting: when the client last ate, and last drank something clear.
  solid_at timestamptz,
  clear_at timestamptz,
  -- standing: measured on their feet, and whether they were dizzy.
  systolic_mmhg smallint check (systolic_mmhg between 20 and 350),
  diastolic_mmhg smallint check (diastolic_mmhg between 10 and 250),
  dizzy boolean,
  -- equipment, rems: what was looked at and found right, what was attested; by our codes.
  items text[],
  -- closing: until when someone stays.
  until_at timestamptz,
  -- talked: about the last journey, and whether the client wants another.
  talked boolean,
  wants_another boolean,
  -- talked-instead: why not, by the prescriber and by the therapist, each for themself.
  capacity text check (capacity in ('prescriber', 'therapist')),
  reason text check (btrim(reason) <> ''),
  -- count: the lot in hand, until when it is good, and whether what is there is what the book says.
  lot text check (btrim(lot) <> ''),
  use_by date,
  agrees boolean,
  told_by uuid not null,
  told_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  foreign key (practice_id, told_by) references member (practice_id, id),
  check ((kind = 'fasting') = (solid_at is not null) and (kind = 'fasting') = (clear_at is not null)),
  check ((kind = 'standing') = (systolic_mmhg is not null) and (kind = 'standing') = (diastolic_mmhg is not null)
    and (kind = 'standing') = (dizzy is not null)),
  check ((kind in ('equipment', 'rems')) = (items is not null)),
  check ((kind = 'closing') = (until_at is not null)),
  check ((kind = 'talked') = (talked is not null) and (kind = 'talked') = (wants_another is not null)),
  check ((kind = 'talked-instead') = (reason is not null) and (kind = 'talked-instead') = (capacity is not null)),
  check ((kind = 'count') = (lot is not null) and (kind = 'count') = (use_by is not null) and (kind = 'count') = (agrees is not null))
);
create index day_told_of_session on day_told (practice_id, session_id, kind, number desc);
call fence('day_told', 'person');
call append_only('day_told');
create trigger facts_changed after insert on day_told for each row execute function facts_changed();
create trigger facts_find_dead_releases before insert on day_told for each row execute function facts_find_dead_releases();

-- A prescriber's written decision may also be about a count that does not agree, or a blood pressure that drops on standing.
alter table day_decision drop constraint day_decision_gate_check,
  add constraint day_decision_gate_check check (gate in ('pressure', 'interval', 'standing', 'count'));

-- The newest of a kind that was told for this session today.
create function told_today(s journey_session, wanted text, moment timestamptz) returns setof day_told language sql stable as $$
  select t.* from day_told t
  where t.practice_id = s.practice_id and t.session_id = s.id and t.kind = wanted and t.told_at <= moment
    and same_day(t.told_at, moment, t.practice_id)
  order by t.number desc limit 1
$$;

create function fasting_gate(s journey_session, document jsonb, moment timestamptz) returns boolean language sql stable as $$
  select coalesce((
    select t.solid_at <= moment - figure_of(document, 'fasting', 'solidHours') * interval '1 hour'
      and t.clear_at <= moment - figure_of(document, 'fasting', 'clearHours') * interval '1 hour'
    from told_today(s, 'fasting', moment) t
  ), false)
$$;

create function equipment_gate(s journey_session, document jsonb, moment timestamptz) returns boolean language sql stable as $$
  select coalesce((
    select t.items @> array(select jsonb_array_elements_text(document #> '{equipment,items}')) from told_today(s, 'equipment', moment) t
  ), false)
$$;

create function rems_gate(s journey_session, document jsonb, moment timestamptz) returns boolean language sql stable as $$
  select document -> 'rems' is null or coalesce((
    select t.items @> array(select one ->> 'id' from jsonb_array_elements(document #> '{rems,attest}') one) from told_today(s, 'rems', moment) t
  ), false)
$$;

-- The latest moment of a dose at which someone still stays long enough.
create function last_start(s journey_session, document jsonb, moment timestamptz) returns timestamptz language sql stable as $$
  select t.until_at - (figure_of(document, 'discharge', 'stayMinutes') + figure_of(document, 'closing', 'marginMinutes')) * interval '1 minute'
  from told_today(s, 'closing', moment) t
$$;

-- Between two journeys: talked through since the last dose, and another one wanted; or a prescriber and a therapist have each written
-- why not. A client who said that they want no other holds it, whatever was written. A protocol without therapy has no such talk.
create function talked_gate(s journey_session, document jsonb, moment timestamptz) returns boolean language sql stable as $$
  with last as (
    select max(d.given_at) as at from doses_standing(s.practice_id, s.person_id) d where d.session_id <> s.id and d.given_at <= moment
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

create function count_gate(s journey_session, moment timestamptz) returns boolean language sql stable as $$
  select coalesce((
    select t.use_by >= (moment at time zone p.time_zone)::date and (t.agrees or decided_to_proceed(s, 'count', t.told_at, moment))
    from told_today(s, 'count', moment) t join practice p on p.id = t.practice_id
  ), false)
$$;

-- As 0051-release.sql has it, with these. Two gates are not in it, because only the code can find them: what the rules say, and
-- whether a blood pressure on standing is asked for and holds. Of those, a release demands an evaluation (below).
create or replace function open_gates(wanted uuid, moment timestamptz) returns text[] language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare
  s journey_session;
  document jsonb;
begin
  select j.* into s from journey_session j where j.practice_id = app_practice() and j.id = wanted;
  if not found then return array['session']; end if;
  select e.document into document from course c join protocol_edition e on e.id = c.protocol_id and e.version = c.protocol_version
    where c.practice_id = s.practice_id and c.id = s.course_id;
  return array(
    select gate from (values
      (1, 'session', session_gate(s, moment)),
      (2, 'order', order_gate(s, document, moment)),
      (3, 'clearance', clearance_gate(s, moment)),
      (4, 'consent', consent_gate(s, document, moment)),
      (5, 'suicide', suicide_gate(s.person_id, moment) = 'met'),
      (6, 'fasting', fasting_gate(s, document, moment)),
      (7, 'pressure', pressure_gate(s, document, moment)),
      (8, 'ride', ride_in_force(s, moment) is not null),
      (9, 'people', people_gate(s, document, moment)),
      (10, 'equipment', equipment_gate(s, document, moment)),
      (11, 'rems', rems_gate(s, document, moment)),
      (12, 'asked', asked_gate(s, moment)),
      (13, 'closing', coalesce(moment < last_start(s, document, moment), false)),
      (14, 'interval', interval_gate(s, document, moment)),
      (15, 'talked', talked_gate(s, document, moment)),
      (16, 'count', count_gate(s, moment))
    ) as gates (place, gate, met) where met is not true order by place);
end $$;

-- As 0160-release-ended.sql has it; nor longer than someone stays long enough.
create or replace function release_ends(s journey_session, document jsonb, moment timestamptz) returns timestamptz language plpgsql stable as $$
begin
  return least(
    moment + figure_of(document, 'gates', 'releaseMinutes') * interval '1 minute',
    (select p.taken_at + figure_of(document, 'gates', 'readingMinutes') * interval '1 minute' from pressures_of(s, document, moment) p where p.newest),
    (select o.valid_until from order_in_force(s.course_id, moment) o),
    (select c.valid_until from clearance c
      where c.practice_id = s.practice_id and c.person_id = s.person_id and c.decided_at <= moment
      order by c.number desc limit 1),
    (select min(d.expires_at) from day_decision d
      where d.practice_id = s.practice_id and d.session_id = s.id and d.proceed and d.expires_at > moment and same_day(d.decided_at, moment, d.practice_id)),
    (select min(w.expires_at) from finding_override w
      where w.practice_id = s.practice_id and w.person_id = s.person_id and w.expires_at > moment),
    (select min(w.expires_at) from suicide_override w
      where w.practice_id = s.practice_id and w.person_id = s.person_id and w.expires_at > moment),
    last_start(s, document, moment),
    (select ((moment at time zone p.time_zone)::date + 1)::timestamp at time zone p.time_zone from practice p where p.id = s.practice_id)
  );
end $$;

-- What the database cannot derive itself has to stand in the evaluation of exactly these facts, by name, and be met.
create function evaluated_gates(findings jsonb) returns boolean language sql immutable as $$
  select array(select finding ->> 'id' from jsonb_array_elements(findings) finding where finding ->> 'state' = 'met')
    @> array['findings', 'standing']
$$;
create or replace function release_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if cardinality(open_gates(new.session_id, new.released_at)) > 0 then
    raise exception 'a gate does not hold' using errcode = 'TL002';
  end if;
  if not exists (
    select from gate_evaluation e
    join course_facts f on f.practice_id = e.practice_id and f.course_id = e.course_id and f.version = e.facts_version
    where e.practice_id = new.practice_id and e.id = new.evaluation_id and e.session_id = new.session_id
      and e.course_id = new.course_id and e.recorded_at = now() and e.verdict = 'clear'
      and evaluated_gates(e.findings)
      and not exists (select from jsonb_array_elements(e.findings) finding where finding ->> 'state' is distinct from 'met')
  ) then
    raise exception 'these facts were not evaluated' using errcode = 'TL002';
  end if;
  if not exists (select from order_in_force(new.course_id, new.released_at) o where o.id = new.order_id)
    or not works_as(new.practice_id, new.released_by, array['prescriber', 'monitor'])
    or new.expires_at <= new.released_at
    or not exists (select from journey_session j where j.id = new.session_id and j.course_id = new.course_id) then
    raise exception 'this release cannot stand' using errcode = 'TL002';
  end if;
  if exists (
    select from release r where r.practice_id = new.practice_id and r.session_id = new.session_id and r.id <> new.id
      and r.expires_at > new.released_at
      and not exists (select from dose d where d.practice_id = r.practice_id and d.release_id = r.id and d.corrects is null)
      and not exists (select from release_end e where e.practice_id = r.practice_id and e.release_id = r.id)
  ) then
    raise exception 'a release is live already' using errcode = 'TL002';
  end if;
  return null;
end $$;
