-- A dose is released only while every gate holds. Here each gate is worked out again from its own tables, as of a moment
-- of the care clock, whatever the code above believes; src/journey/gates.ts gives the same answers with reasons.

create function figure_of(document jsonb, part text, name text) returns numeric language sql immutable return
  (document #>> array[part, name, 'value'])::numeric;

create function roles_in(document jsonb, place text) returns text[] language sql immutable return
  array(select jsonb_array_elements_text(document #> array['people', place]));

create function works_as(practice uuid, member uuid, wanted text[]) returns boolean language sql stable return
  exists (select from member m where m.practice_id = practice and m.id = member and m.disabled_at is null and m.roles && wanted);

create function same_day(one timestamptz, other timestamptz, practice uuid) returns boolean language sql stable as $$
  select (one at time zone p.time_zone)::date = (other at time zone p.time_zone)::date from practice p where p.id = practice
$$;

-- Doses as they stand: what no other corrects, and what was not entered in error.
create function doses_standing(practice uuid, person uuid) returns setof dose language sql stable as $$
  select d.* from dose d
  where d.practice_id = practice and d.person_id = person and not d.struck
    and not exists (select from dose c where c.practice_id = d.practice_id and c.corrects = d.id)
$$;

-- The order of a course that holds at a moment: the newest that was neither replaced nor stopped by then.
create function order_in_force(course uuid, moment timestamptz) returns setof dose_order language sql stable as $$
  select o.* from dose_order o
  where o.course_id = course and o.signed_at <= moment
    and not exists (select from dose_order n where n.practice_id = o.practice_id and n.supersedes = o.id and n.signed_at <= moment)
    and not exists (select from dose_order_stop s where s.practice_id = o.practice_id and s.order_id = o.id and s.stopped_at <= moment)
  order by o.signed_at desc, o.id desc limit 1
$$;

-- A weight nobody knows is as good as one that is too low.
create function order_range(o dose_order, document jsonb) returns text language sql stable as $$
  select case
    when o.base_mg > figure_of(document, 'order', 'secondAboveMg')
      or o.base_mg > figure_of(document, 'order', 'secondAboveMgPerKg') * o.weight_kg
      or (o.weight_kg is null and figure_of(document, 'order', 'secondAboveMgPerKg') is not null) then 'second'
    when o.base_mg > figure_of(document, 'order', 'reasonAboveMg')
      or o.base_mg > figure_of(document, 'order', 'reasonAboveMgPerKg') * o.weight_kg
      or o.base_mg < figure_of(document, 'order', 'lowMg')
      or o.base_mg < figure_of(document, 'order', 'lowMgPerKg') * o.weight_kg then 'reason'
    else 'inside'
  end
$$;

create function order_gate(s journey_session, document jsonb, moment timestamptz) returns boolean language sql stable as $$
  select coalesce((
    select o.valid_until > moment
      and document -> 'products' ? o.product and document -> 'forms' ? o.form and document ->> 'route' = o.route
      and works_as(o.practice_id, o.signed_by, array['prescriber'])
      and o.doses > (select count(*) from doses_standing(o.practice_id, o.person_id) d where d.order_id = o.id)
      and case order_range(o, document)
        when 'inside' then true
        when 'reason' then o.range_reason is not null
        else o.range_reason is not null and exists (
          select from dose_order_second n where n.practice_id = o.practice_id and n.order_id = o.id
            and n.signed_by <> o.signed_by and n.signed_at <= moment
            and works_as(n.practice_id, n.signed_by, array['prescriber'])
        )
      end
    from order_in_force(s.course_id, moment) o
  ), false)
$$;

-- A dose is released for a session that is still ahead, in a course that still runs.
create function session_gate(s journey_session, moment timestamptz) returns boolean language sql stable as $$
  select s.phase = 'planned'
    and not exists (select from doses_standing(s.practice_id, s.person_id) d where d.session_id = s.id)
    and not exists (select from course c where c.practice_id = s.practice_id and c.id = s.course_id and c.ended_at <= moment)
$$;

-- Today's written decision of a prescriber to go on, made after what it is about.
create function decided_to_proceed(s journey_session, wanted text, since timestamptz, moment timestamptz)
returns boolean language sql stable as $$
  select coalesce((
    select d.proceed and d.expires_at > moment and d.decided_at >= since and works_as(d.practice_id, d.decided_by, array['prescriber'])
    from day_decision d
    where d.practice_id = s.practice_id and d.session_id = s.id and d.gate = wanted and d.decided_at <= moment
      and same_day(d.decided_at, moment, d.practice_id)
    order by d.number desc limit 1
  ), false)
$$;

create function interval_gate(s journey_session, document jsonb, moment timestamptz) returns boolean language sql stable as $$
  select last.at is null or last.at <= moment - figure_of(document, 'gates', 'gapHours') * interval '1 hour'
    or decided_to_proceed(s, 'interval', last.at, moment)
  from (
    select max(d.given_at) as at from doses_standing(s.practice_id, s.person_id) d
    where d.session_id <> s.id and d.given_at <= moment
  ) last
$$;

-- MO-BP1, MO-BP2 and MO-BP4: blood pressures of this session and this day, oldest first.
create function pressures_of(s journey_session, document jsonb, moment timestamptz)
returns table (taken_at timestamptz, over boolean, too_high boolean, newest boolean) language sql stable as $$
  with old as (
    select coalesce(
      to_char(moment at time zone h.time_zone, 'YYYY-MM-DD') >=
        lpad((extract(year from p.birth_date) + figure_of(document, 'gates', 'olderFromYears'))::int::text, 4, '0') || to_char(p.birth_date, '-MM-DD'),
      false) as enough
    from person p join practice h on h.id = p.practice_id where p.practice_id = s.practice_id and p.id = s.person_id
  )
  select v.taken_at,
    v.systolic_mmhg > figure_of(document, 'gates', case when old.enough then 'olderSystolicMmHg' else 'systolicMmHg' end)
      or v.diastolic_mmhg > figure_of(document, 'gates', case when old.enough then 'olderDiastolicMmHg' else 'diastolicMmHg' end)
      or v.systolic_mmhg < figure_of(document, 'gates', 'lowSystolicMmHg'),
    v.systolic_mmhg >= figure_of(document, 'gates', 'noDoseSystolicMmHg') or v.diastolic_mmhg >= figure_of(document, 'gates', 'noDoseDiastolicMmHg'),
    row_number() over (order by v.taken_at desc, v.id desc) = 1
  from vital_reading v, old
  where v.practice_id = s.practice_id and v.person_id = s.person_id and v.session_id = s.id
    and v.systolic_mmhg is not null and not v.struck and v.doubt is null
    and v.taken_at <= moment and same_day(v.taken_at, moment, s.practice_id)
    and not exists (select from vital_reading c where c.practice_id = v.practice_id and c.corrects = v.id)
$$;

create function pressure_gate(s journey_session, document jsonb, moment timestamptz) returns boolean language sql stable as $$
  with reading as (select * from pressures_of(s, document, moment)),
  newest as (select * from reading where reading.newest)
  select exists (
    select from newest where newest.taken_at > moment - figure_of(document, 'gates', 'readingMinutes') * interval '1 minute'
  ) and not exists (select from reading where reading.too_high)
  and case
    when (select count(*) from reading where reading.over) >= figure_of(document, 'gates', 'readings')
      then decided_to_proceed(s, 'pressure', (select max(reading.taken_at) from reading where reading.over), moment)
    else not exists (
      select from reading, newest
      where reading.over and reading.taken_at > newest.taken_at - figure_of(document, 'gates', 'restMinutes') * interval '1 minute'
    )
  end
$$;

create function ride_in_force(s journey_session, moment timestamptz) returns uuid language sql stable as $$
  select case when r.name is not null then r.id end from ride_home r
  where r.practice_id = s.practice_id and r.session_id = s.id and r.named_at <= moment
  order by r.number desc limit 1
$$;

create function people_gate(s journey_session, document jsonb, moment timestamptz) returns boolean language sql stable as $$
  with noted as (
    select distinct on (p.member_id) p.member_id, p.state from presence p
    where p.practice_id = s.practice_id and p.session_id = s.id and p.noted_at <= moment and same_day(p.noted_at, moment, p.practice_id)
    order by p.member_id, p.number desc
  )
  select exists (
    select from noted guide, noted medical
    where guide.member_id <> medical.member_id and guide.state = 'here' and medical.state = 'here'
      and works_as(s.practice_id, guide.member_id, roles_in(document, 'guide'))
      and works_as(s.practice_id, medical.member_id, roles_in(document, 'medical'))
  ) and exists (
    select from noted where noted.state in ('here', 'reachable') and works_as(s.practice_id, noted.member_id, roles_in(document, 'reachable'))
  )
$$;

-- After a "not today", or a "not with this person", only the client's own screen can say otherwise; and a "not today" that
-- came since counts at once.
create function asked_gate(s journey_session, moment timestamptz) returns boolean language sql stable as $$
  select coalesce((
    select a.wants_today and a.safe_home and a.ride_id = ride_in_force(s, moment)
      and same_day(a.asked_at, moment, a.practice_id)
      and not exists (
        select from asked_alone n where n.practice_id = a.practice_id and n.session_id = a.session_id
          and not n.wants_today and n.number > a.number
      )
      and (a.on_own_screen or not exists (
        select from asked_alone n where n.practice_id = a.practice_id and n.session_id = a.session_id and n.number < a.number
          and same_day(n.asked_at, moment, n.practice_id) and (not n.wants_today or (not n.safe_home and n.ride_id = a.ride_id))
      ))
    from asked_alone a
    where a.practice_id = s.practice_id and a.session_id = s.id and a.asked_at <= moment
    order by a.number desc limit 1
  ), false)
$$;

-- Old enough that it was not signed at the door, and not taken back since, not even a moment ago.
create function consent_gate(s journey_session, document jsonb, moment timestamptz) returns boolean language plpgsql stable as $$
begin
  return consent_state(s.person_id, moment) = 'stands'
    and consent_state(s.person_id, greatest(moment, care_now(s.practice_id))) <> 'withdrawn'
    and exists (
      select from consent_signature c where c.practice_id = s.practice_id and c.person_id = s.person_id
        and c.signed_at <= moment - figure_of(document, 'gates', 'consentAgeHours') * interval '1 hour'
        and not exists (
          select from consent_withdrawal w where w.practice_id = c.practice_id and w.person_id = c.person_id and w.part = 'all'
            and w.withdrawn_at >= c.signed_at
        )
    );
end $$;

create function clearance_gate(s journey_session, moment timestamptz) returns boolean language plpgsql stable as $$
begin
  return coalesce((
    select c.decision in ('clear', 'clear-with-conditions') and c.valid_until > moment from clearance c
    where c.practice_id = s.practice_id and c.person_id = s.person_id and c.decided_at <= moment
    order by c.number desc limit 1
  ), false);
end $$;

-- The gates that do not hold at a moment, in the order of clinical.md 3.5. It sees all rows, because a row hidden by a
-- fence must never open a gate; so only the triggers below may call it.
create function open_gates(wanted uuid, moment timestamptz) returns text[] language plpgsql stable
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
      (6, 'pressure', pressure_gate(s, document, moment)),
      (7, 'ride', ride_in_force(s, moment) is not null),
      (8, 'people', people_gate(s, document, moment)),
      (9, 'asked', asked_gate(s, moment)),
      (10, 'interval', interval_gate(s, document, moment))
    ) as gates (place, gate, met) where met is not true order by place);
end $$;
revoke execute on function open_gates from public;

-- What a client may know of their own session: which gates are open, by name alone.
create function my_open_gates(wanted uuid) returns text[] language plpgsql stable
security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from journey_session j where j.practice_id = app_practice() and j.id = wanted and j.person_id = app_person()) then
    return null;
  end if;
  return open_gates(wanted, care_now(app_practice()));
end $$;

-- Whoever releases or records a dose holds the session and the facts, always in this order.
create function hold_facts(wanted uuid) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  course uuid;
  known bigint;
begin
  select j.course_id into course from journey_session j where j.practice_id = app_practice() and j.id = wanted for no key update;
  select f.version into known from course_facts f where f.practice_id = app_practice() and f.course_id = course for no key update;
  return known;
end $$;

-- A release never outlives what it stands on.
create function release_ends(s journey_session, document jsonb, moment timestamptz) returns timestamptz language plpgsql stable as $$
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
    (select ((moment at time zone p.time_zone)::date + 1)::timestamp at time zone p.time_zone from practice p where p.id = s.practice_id)
  );
end $$;

-- The moments of a release are the database's own.
create function release_begins() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  s journey_session;
  document jsonb;
begin
  perform hold_facts(new.session_id);
  select j.* into s from journey_session j where j.practice_id = new.practice_id and j.id = new.session_id;
  select e.document into document from course c join protocol_edition e on e.id = c.protocol_id and e.version = c.protocol_version
    where c.practice_id = new.practice_id and c.id = new.course_id;
  -- Devices and rules count in whole milliseconds.
  new.released_at := date_trunc('milliseconds', care_now(new.practice_id));
  new.expires_at := coalesce(release_ends(s, document, new.released_at), new.released_at);
  return new;
end $$;
create trigger release_begins before insert on release for each row execute function release_begins();

-- Refused, whoever asks, unless every gate holds and someone has just evaluated exactly these facts and found nothing open.
create function release_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
  ) then
    raise exception 'a release is live already' using errcode = 'TL002';
  end if;
  return null;
end $$;
create constraint trigger release_stands after insert on release deferrable initially deferred
  for each row execute function release_stands();

-- A dose is always recorded. Here the database says whether a live release stood behind it, and if not, why.
create function dose_judged() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
create trigger dose_judged before insert on dose for each row execute function dose_judged();

-- From a dose on the session is under way; a dose that was entered in error, and was the only one, was none.
create function dose_begins_session() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.struck then
    update journey_session set phase = 'planned'
      where practice_id = new.practice_id and id = new.session_id and phase in ('under-way', 'recovering')
        and not exists (select from doses_standing(new.practice_id, new.person_id) d where d.session_id = new.session_id);
  elsif new.corrects is null then
    update journey_session set phase = 'under-way'
      where practice_id = new.practice_id and id = new.session_id and phase <> 'under-way'
        and not exists (select from discharge e
          where e.practice_id = new.practice_id and e.session_id = new.session_id and e.discharged_at >= new.given_at);
  end if;
  return null;
end $$;
create trigger dose_begins_session after insert on dose for each row execute function dose_begins_session();

-- Whatever a gate depends on, wherever it is written.
do $$
declare watched text;
begin
  foreach watched in array array['history_item', 'history_statement', 'clearance', 'clearance_recall', 'finding_override',
    'consent_signature', 'consent_withdrawal', 'suicide_check', 'suicide_override', 'safety_plan'] loop
    execute format('create trigger facts_changed after insert on %I for each row execute function facts_changed()', watched);
  end loop;
end $$;
