-- What the app's own role may do, made as narrow as what the app does. The policy table refuses first, with words; here the
-- same is refused without any, to whoever has found a way around it.

-- Where nothing says who acts, it is not the house: what asks `not in_house()` must hear yes.
create or replace function in_house() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.realm', true) = 'house', false);

-- A moment that has been written down stays: what has ended, was used, taken or withdrawn is so for good. Each argument is
-- the name of such a column.
create function said_once() returns trigger language plpgsql as $$
declare col text;
begin
  foreach col in array tg_argv loop
    if to_jsonb(old) ->> col is not null and to_jsonb(new) ->> col is distinct from to_jsonb(old) ->> col then
      raise exception '% is said once', col using errcode = '42501';
    end if;
  end loop;
  return new;
end $$;
do $$
declare
  tbl text;
  cols text[];
begin
  for tbl, cols in values
    ('login', array['ended_at', 'ended_why']), ('seat', array['until']), ('care_team', array['until']),
    ('confirmation', array['used_at']), ('sign_in_link', array['used_at']), ('set_up_code', array['used_at']),
    ('recovery_code', array['used_at', 'replaced_at']), ('invitation', array['taken_at', 'taken_by', 'withdrawn_at']),
    ('recovery_request', array['decided_at', 'decided_by', 'allowed']), ('known_device', array['until']),
    ('passkey', array['until']), ('totp', array['until'])
  loop
    execute format('create trigger said_once before update of %s on %I for each row when (not as_owner()) execute function said_once(%s)',
      array_to_string(cols, ', '), tbl, (select string_agg(quote_literal(c), ', ') from unnest(cols) c));
  end loop;
end $$;

-- A journey goes on, and not back: the app calls off what is planned, and closes with a discharge in the same transaction.
-- Everything else about its phase follows from doses and departures, in functions of the owner's.
create function session_goes_on() returns trigger language plpgsql as $$
begin
  if new.phase is distinct from old.phase and not (case new.phase
    when 'cancelled' then old.phase = 'planned'
    when 'closed' then exists (select from discharge e
      where e.practice_id = new.practice_id and e.session_id = new.id and e.recorded_at = now())
    else false end)
  then
    raise exception 'a journey does not go from % to % by itself', old.phase, new.phase using errcode = '42501';
  end if;
  if (new.planned_at, new.room) is distinct from (old.planned_at, old.room) and old.phase <> 'planned' then
    raise exception 'what has begun is not planned any more' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger session_goes_on before update on journey_session for each row when (not as_owner())
  execute function session_goes_on();

-- Written by those who work in the practice, also where it is about someone who sits here themself.
do $$
declare tbl text;
begin
  foreach tbl in array array['clearance', 'clearance_recall', 'finding_override', 'suicide_check', 'suicide_override',
    'dose_order', 'dose_order_second', 'dose_order_stop', 'release', 'gate_evaluation', 'dose', 'discharge', 'discharge_check',
    'day_decision', 'presence', 'course', 'course_review', 'journey_session', 'care_team', 'member'] loop
    execute format('create policy added_by_members on %I as restrictive for insert with check ((select app_person()) is null)', tbl);
  end loop;
  foreach tbl in array array['journey_session', 'course', 'care_team', 'member'] loop
    execute format('create policy changed_by_members on %I as restrictive for update with check ((select app_person()) is null)', tbl);
  end loop;
end $$;

-- An administrator of this practice takes on, changes and lets go; the first member of a new practice is there before anyone, and
-- a demo's are invented with it. Nobody gives themself a part more while someone else could; who is alone proves in the same
-- transaction that it is them (docs/decisions/0250-a-part-more-for-oneself.md). An administrator who can come in stays.
create function administers(practice uuid, who uuid) returns boolean language sql stable
security definer set search_path = public, pg_temp as $$
  select exists (select from member m join seat s on s.id = m.id and s.until is null
    where m.practice_id = practice and m.id = who and m.disabled_at is null and 'administrator' = any (m.roles))
$$;
create function other_administrators(practice uuid, but uuid) returns boolean language sql stable
security definer set search_path = public, pg_temp as $$
  select exists (select from member m join seat s on s.id = m.id and s.until is null
    where m.practice_id = practice and m.id <> but and m.disabled_at is null and 'administrator' = any (m.roles))
$$;
create function member_begins() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if administers(new.practice_id, app_seat()) or not exists (select from member m where m.practice_id = new.practice_id)
    or (app_seat() is null and exists (select from practice p where p.id = new.practice_id and p.demo))
  then return new; end if;
  raise exception 'only an administrator takes someone on' using errcode = '42501';
end $$;
create function member_is_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare alone boolean := not other_administrators(new.practice_id, new.id);
begin
  if not administers(new.practice_id, app_seat()) then
    raise exception 'only an administrator changes who works here' using errcode = '42501';
  end if;
  if alone and 'administrator' = any (old.roles) and old.disabled_at is null
    and (new.disabled_at is not null or not 'administrator' = any (new.roles)) then
    raise exception 'an administrator stays' using errcode = '42501';
  end if;
  if new.id = app_seat() and not new.roles <@ old.roles and not (alone and exists (
    select from confirmation c where c.seat_id = new.id and c.account_id = app_account() and c.xmin = pg_current_xact_id()::xid
      and c.used_at is not null
      and c.document_hash = sha256(convert_to('a part more for oneself ' || new.id || ' ' || array_to_string(new.roles, ' '), 'UTF8'))))
  then
    raise exception 'nobody gives themself a part more' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger member_begins before insert on member for each row when (not as_owner()) execute function member_begins();
create trigger member_is_changed before update of roles, disabled_at on member for each row when (not as_owner())
  execute function member_is_changed();
revoke execute on function administers, other_administrators from public;

-- Where the app puts a job on the list, it is of the practice it acts in, and a mail goes to whom this practice has to do with:
-- whoever signs in here, whoever was invited here, its own desk. From someone's own seat: to themself, and to whom they have
-- invited. A key never takes the place of another practice's job.
create or replace function enqueue(task text, payload jsonb, run_at timestamptz, key text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  owns constant boolean := pg_has_role(session_user, (select relowner from pg_class where oid = 'public.practice'::regclass), 'usage');
  of_practice constant text := payload ->> 'practiceId';
begin
  if not owns and not in_house() then
    if of_practice is distinct from app_practice()::text then
      raise exception 'a job is of the practice that asks for it' using errcode = '42501';
    end if;
    if task = 'mail' and not may_be_written_to(payload ->> 'to') or task = 'mail-notice' and not sits_here((payload ->> 'accountId')::uuid) then
      raise exception 'nobody here writes to that address' using errcode = '42501';
    end if;
  end if;
  perform graphile_worker.add_job(task, payload::json, run_at => run_at,
    job_key => case when key is not null then coalesce(of_practice || ' ', '') || key end);
end $$;
create function may_be_written_to(address text) returns boolean language sql stable
security definer set search_path = public, pg_temp as $$
  select exists (select from account a where a.email = address and (a.id = app_account() or app_person() is null and exists (
      select from seat s where s.account_id = a.id and s.practice_id = app_practice())))
    or exists (select from invitation i where i.practice_id = app_practice() and i.email = address and i.withdrawn_at is null
      and i.made_by = app_seat())
    or app_person() is null and exists (select from practice p where p.id = app_practice() and p.coordinator_email = address)
$$;
create function sits_here(account uuid) returns boolean language sql stable
security definer set search_path = public, pg_temp as $$
  select app_person() is null and exists (select from seat s where s.account_id = account and s.practice_id = app_practice())
$$;
revoke execute on function may_be_written_to, sits_here from public;

-- Asked in someone's own name, about them alone; and not by a tablet.
create or replace function has_met(about uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select app_tablet() is null and (app_person() is null or (app_person() = about and app_course() is null)) and (
    exists (select from suicide_check c where c.practice_id = app_practice() and c.person_id = about)
    or exists (select from history_statement h where h.practice_id = app_practice() and h.person_id = about)
    or exists (select from clearance k where k.practice_id = app_practice() and k.person_id = about)
    or exists (select from dose d where d.practice_id = app_practice() and d.person_id = about)
    or exists (select from instrument_response r where r.practice_id = app_practice() and r.person_id = about
      and r.given in ('together', 'rated')))
$$;
create or replace function help_open_since(about uuid) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
  select max(t.raised_at) from task t
  where app_tablet() is null and app_course() is null and (app_person() is null or app_person() = about)
    and t.practice_id = app_practice() and t.person_id = about and t.urgency <> 'listed'
    and t.kind in ('danger-now', 'danger-answer')
    and not exists (select from task_event e where e.practice_id = t.practice_id and e.task_id = t.id and e.kind = 'done')
$$;

-- A practice alone is no reader: the facts of a chart and of a course are given to someone who has a seat there.
create function sits_in_practice() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select app_tablet() is null and exists (
    select from seat s where s.id = app_seat() and s.practice_id = app_practice() and s.until is null)
$$;
revoke execute on function sits_in_practice from public;
create or replace function fenced_course(wanted uuid) returns course language sql stable
security definer set search_path = public, pg_temp as $$
  select c from course c
  where c.practice_id = app_practice() and c.id = wanted and sits_in_practice()
    and (app_person() is null or c.person_id = app_person()) and (app_course() is null or c.id = app_course())
$$;
create or replace function chart_facts(about uuid, whole boolean) returns json language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare
  p person;
  c course;
  next journey_session;
  open text[];
begin
  if not sits_in_practice() then return null; end if;
  select * into p from person where practice_id = app_practice() and id = about
    and (app_person() is null or id = app_person());
  if p.id is null then return null; end if;
  c := fenced_course(newest_course(about));
  if whole and c.id is not null then
    select s.* into next from journey_session s
    where s.practice_id = c.practice_id and s.course_id = c.id and s.phase in ('planned', 'under-way', 'recovering')
    order by s.phase = 'planned', s.planned_at limit 1;
    if next.phase = 'planned' then open := open_gates_for_team(next.id); end if;
  end if;
  return json_build_object(
    'person', to_json(p),
    'team', (select coalesce(json_agg(json_build_object('memberId', m.id, 'name', m.name, 'roles', m.roles) order by t.since), '[]')
      from care_team t join member m on m.practice_id = t.practice_id and m.id = t.member_id
      where t.practice_id = p.practice_id and t.person_id = p.id and t.until is null),
    'course', (select json_build_object('id', c.id, 'title', e.document -> 'title', 'begunAt', as_ms(c.begun_at),
        'endsAt', as_ms(c.ended_at), 'sessions', session_facts(c))
      from protocol_edition e where e.id = c.protocol_id and e.version = c.protocol_version),
    'thread', case when whole then thread_facts(c.id) end,
    'openGates', case when open is not null then json_build_object('sessionId', next.id, 'gates', to_json(open)) end);
end $$;

create or replace function hold_facts(wanted uuid) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  course uuid;
  known bigint;
begin
  select j.course_id into course from journey_session j
    where j.practice_id = app_practice() and j.id = wanted and app_tablet() is null
      and (app_person() is null or (j.person_id = app_person() and app_course() is null)) for no key update;
  select f.version into known from course_facts f where f.practice_id = app_practice() and f.course_id = course for no key update;
  return known;
end $$;

-- What a practice is told of mail that belongs to none: that some waits, and since when. Not what it is about.
create or replace function unsent_mail() returns table (sent_to text, subject text, since timestamptz, tries integer, gave_up boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not administers(app_practice(), app_seat()) or app_person() is not null then return; end if;
  return query
    select case when own.it then j.payload ->> 'to' end, case when own.it then j.payload ->> 'subject' end,
      j.created_at, j.attempts::integer, j.attempts >= j.max_attempts
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    cross join lateral (select j.payload ->> 'practiceId' = app_practice()::text as it) own
    where t.identifier = 'mail' and j.created_at < now() - interval '2 minutes'
      and j.payload ->> 'practiceId' in (app_practice()::text, '00000000-0000-0000-0000-000000000000')
    order by j.created_at;
end $$;

-- Nothing here is kept in large objects or temporary tables, so nobody can fill the disk with either. Where the owner of the
-- database is not the cluster's, the first has to be said by whoever is (docs/DATABASE.md).
do $$
declare f regprocedure;
begin
  execute format('revoke temporary on database %I from public', current_database());
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'pg_catalog'::regnamespace
    and p.proname in ('lo_create', 'lo_creat', 'lo_from_bytea', 'lo_put', 'lo_open', 'lowrite', 'lo_truncate', 'lo_truncate64', 'lo_unlink', 'lo_import', 'lo_export')
  loop
    begin
      execute format('revoke execute on function %s from public', f);
    exception when insufficient_privilege then null;
    end;
  end loop;
end $$;
