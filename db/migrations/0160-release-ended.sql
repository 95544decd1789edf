-- A release that ended because a gate opened stays ended, also when that gate closes again: who would give a dose after that
-- decides anew. So its end is written down at the moment it happens, by the database, and never taken back.

create table release_end (
  practice_id uuid not null,
  id uuid not null unique default gen_random_uuid(),
  release_id uuid not null,
  person_id uuid not null,
  course_id uuid not null,
  session_id uuid not null,
  -- What had opened; 'order' also where another order has come to hold.
  gates text[] not null check (cardinality(gates) > 0),
  ended_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, release_id),
  foreign key (practice_id, person_id, session_id, release_id) references release (practice_id, person_id, session_id, id)
);
call fence('release_end', 'person');
-- Written by the triggers below and by nobody else.
grant select on release_end to throughline_app;
create index release_until on release (practice_id, expires_at);

-- A clearance that facts have overtaken is none, as clearance_standing says.
create or replace function clearance_gate(s journey_session, moment timestamptz) returns boolean language plpgsql stable as $$
begin
  return coalesce((
    select c.decision in ('clear', 'clear-with-conditions') and c.valid_until > moment
      and not exists (select from clearance_recall r
        where r.practice_id = c.practice_id and r.clearance_id = c.id and r.recalled_at <= moment)
    from clearance c
    where c.practice_id = s.practice_id and c.person_id = s.person_id and c.decided_at <= moment
    order by c.number desc limit 1
  ), false);
end $$;

-- A release never outlives what it stands on; written decisions end by themselves too.
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
    (select ((moment at time zone p.time_zone)::date + 1)::timestamp at time zone p.time_zone from practice p where p.id = s.practice_id)
  );
end $$;

-- Ends each release of a person (of a practice, where none is named) that is not used up and has a gate open now. It works
-- the gates out behind the fence of that practice, whoever writes.
create function end_dead_releases(practice uuid, person uuid) returns void language plpgsql volatile
security definer set search_path = public, pg_temp as $$
declare
  r release;
  moment timestamptz := care_at_once(practice);
  open text[];
  fence text := current_setting('app.practice_id', true);
begin
  for r in
    select l.* from release l
    where l.practice_id = practice and (person is null or l.person_id = person) and l.expires_at > moment and l.released_at <= moment
      and not exists (select from dose d where d.practice_id = l.practice_id and d.release_id = l.id)
      and not exists (select from release_end e where e.practice_id = l.practice_id and e.release_id = l.id)
  loop
    perform set_config('app.practice_id', practice::text, true);
    open := open_gates(r.session_id, moment);
    perform set_config('app.practice_id', coalesce(fence, ''), true);
    if not 'order' = any (open) and not exists (select from order_in_force(r.course_id, moment) o where o.id = r.order_id) then
      open := array_append(open, 'order');
    end if;
    if cardinality(open) > 0 then
      insert into release_end (practice_id, release_id, person_id, course_id, session_id, gates, ended_at)
      values (practice, r.id, r.person_id, r.course_id, r.session_id, open,
        date_trunc('milliseconds', care_now(practice) + (clock_timestamp() - now())))
      on conflict do nothing;
    end if;
  end loop;
end $$;
revoke execute on function end_dead_releases from public;

-- At the end of the transaction, when all that belongs together has been told.
create function facts_end_releases() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform end_dead_releases(new.practice_id, new.person_id);
  return null;
end $$;
create constraint trigger facts_end_releases after update on course_facts deferrable initially deferred
  for each row execute function facts_end_releases();
create constraint trigger phase_ends_releases after update of phase on journey_session deferrable initially deferred
  for each row when (old.phase is distinct from new.phase) execute function facts_end_releases();
create constraint trigger course_ends_releases after update of ended_at on course deferrable initially deferred
  for each row execute function facts_end_releases();

create function member_ends_releases() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform end_dead_releases(new.practice_id, null);
  return null;
end $$;
create constraint trigger member_ends_releases after update of roles, disabled_at on member deferrable initially deferred
  for each row execute function member_ends_releases();

-- A gate may have opened by the clock alone. Whatever is told next might close it again, so it is looked at before.
create function facts_find_dead_releases() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform end_dead_releases(new.practice_id, new.person_id);
  return new;
end $$;
do $$
declare watched text;
begin
  foreach watched in array array['dose_order', 'dose_order_second', 'dose_order_stop', 'ride_home', 'asked_alone', 'presence',
    'day_decision', 'vital_reading', 'clearance', 'finding_override', 'consent_signature', 'suicide_check', 'suicide_override',
    'safety_plan'] loop
    execute format('create trigger facts_find_dead_releases before insert on %I for each row execute function facts_find_dead_releases()', watched);
  end loop;
end $$;

-- As 0051-release.sql has it, but for releases that have ended.
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
      and jsonb_array_length(e.findings) > 0
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

-- As 0051-release.sql has it; and a dose under a release that had ended by then is a deviation, whatever the gates say now.
create or replace function dose_judged() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  permit release;
  ordered dose_order;
begin
  perform hold_facts(new.session_id);
  new.because := '{}';
  new.release_id := null;
  if new.corrects is null then
    select r.* into permit from release r
      where r.practice_id = new.practice_id and r.session_id = new.session_id
        and new.given_at between r.released_at and r.expires_at
        and not exists (select from dose d where d.practice_id = r.practice_id and d.release_id = r.id)
      order by r.released_at desc limit 1;
    if found then
      begin
        new.because := open_gates(new.session_id, new.given_at);
      exception when others then
        new.because := array['not-checked'];
      end;
      if exists (select from release_end e
        where e.practice_id = permit.practice_id and e.release_id = permit.id and e.ended_at <= new.given_at) then
        new.because := array_append(new.because, 'release-ended');
      end if;
    end if;
  else
    select r.* into permit from release r join dose d on d.practice_id = r.practice_id and d.release_id = r.id
      where d.practice_id = new.practice_id and d.id = new.corrects and new.given_at between r.released_at and r.expires_at;
    new.because := coalesce((select array(
        select reason from unnest(d.because) reason where reason not in ('no-release', 'not-as-ordered', 'order-replaced'))
      from dose d where d.practice_id = new.practice_id and d.id = new.corrects), '{}');
  end if;
  if permit.id is null then
    new.because := array_append(new.because, 'no-release');
  else
    new.release_id := permit.id;
    if not exists (select from order_in_force(permit.course_id, new.given_at) o where o.id = permit.order_id) then
      new.because := array_append(new.because, 'order-replaced');
    end if;
    select o.* into ordered from dose_order o where o.practice_id = permit.practice_id and o.id = permit.order_id;
    if (ordered.product, ordered.form, ordered.route, ordered.base_mg) is distinct from (new.product, new.form, new.route, new.base_mg) then
      new.because := array_append(new.because, 'not-as-ordered');
    end if;
  end if;
  if new.struck then new.because := '{}'; end if;
  new.deviation := cardinality(new.because) > 0;
  return new;
end $$;
