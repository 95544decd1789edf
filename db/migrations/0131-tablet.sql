-- The practice's tablet: one form, for one person, behind a code that works once (docs/decisions/0130-tablet.md).

-- Which form a request is let in for; unset for everyone who is no tablet.
create function app_tablet() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.tablet_id', true), '')::uuid;

-- Made by a member, taken by a tablet, ended once. Neither the code nor the token is here, only marks of them; the mark of
-- the code is made with a key that the database does not hold, since all the short codes there are can be tried.
create table tablet_pass (
  practice_id uuid not null,
  -- Becomes the response's id.
  id uuid not null unique,
  person_id uuid not null,
  instrument_id text not null,
  code_mark bytea not null unique check (length(code_mark) = 32),
  made_by uuid not null,
  made_at timestamptz not null,
  -- Until then a tablet may take it.
  expires_at timestamptz not null check (expires_at > made_at and expires_at <= made_at + interval '15 minutes'),
  taken_at timestamptz,
  token_hash bytea unique check (length(token_hash) = 32),
  seen_at timestamptz,
  ended_at timestamptz,
  ended_why text check (ended_why in ('sent', 'left', 'withdrawn')),
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  foreign key (practice_id, made_by) references member (practice_id, id),
  check ((taken_at is null) = (token_hash is null)),
  check ((ended_at is null) = (ended_why is null)),
  check (taken_at is null or taken_at <= expires_at)
);
create index tablet_pass_of_person on tablet_pass (practice_id, person_id, made_at desc);

-- Everything is closed to a tablet, in every table there is and every later one, but for what is named here: the words of
-- the form, and whether someone reads now.
create procedure close_to_tablets(tbl text, unless text default 'false') language plpgsql as $$
begin
  execute format('create policy closed_to_tablets on %I as restrictive using ((select app_tablet()) is null or (%s))', tbl, unless);
end $$;

create or replace procedure fence(tbl text, scope text, person_column text default 'person_id') language plpgsql as $$
declare fit text := 'practice_id = (select app_practice())';
begin
  if scope = 'staff' then fit := fit || ' and (select app_person()) is null'; end if;
  if scope = 'person' then
    fit := fit || format(' and ((select app_person()) is null or %I = (select app_person()))', person_column);
  end if;
  if scope = 'account' then fit := '(select in_house()) or account_id = (select app_account())'; end if;
  execute format('alter table %I enable row level security', tbl);
  execute format('create policy fenced on %I using (%s)', tbl, fit);
  if scope in ('person', 'staff') then call close_to_guests(tbl); end if;
  call close_to_tablets(tbl);
end $$;

do $$
declare tbl text;
begin
  for tbl in
    select relname from pg_class c join pg_namespace n on n.oid = relnamespace
    where nspname = 'public' and relkind = 'r' and relrowsecurity
  loop
    if tbl in ('practice', 'cover', 'own_wording') then continue; end if;
    if tbl = 'audit_event' then
      -- A tablet's own doings are written down; the trail is not its to read.
      create policy closed_to_tablets on audit_event as restrictive for select using ((select app_tablet()) is null);
    else
      call close_to_tablets(tbl);
    end if;
  end loop;
end $$;

-- Members see what was made; nobody else, and no tablet. Taking, seeing and ending are done by the functions below alone.
call fence('tablet_pass', 'staff');
grant select, insert on tablet_pass to throughline_app;

-- A code is taken once. Whoever was signed in to this browser is so no longer: it is handed to someone else now.
create function take_tablet(mark bytea, token bytea, held bytea, machine_now timestamptz)
returns table (pass_id uuid, practice_id uuid) language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    update tablet_pass t set taken_at = machine_now, seen_at = machine_now, token_hash = token
    where t.code_mark = mark and t.taken_at is null and t.ended_at is null and t.expires_at > machine_now
      and t.made_at <= machine_now
    returning t.id, t.practice_id;
  if found then
    update login set ended_at = machine_now, ended_why = 'handed on' where token_hash = held and ended_at is null;
  end if;
end $$;
revoke all on function take_tablet from public;
grant execute on function take_tablet to throughline_app;

-- The door of a tablet. It stays open for two hours at most, so that what was answered without a network still arrives; and
-- after it has sent, so that a retry is told that it has.
create function enter_tablet(token bytea, machine_now timestamptz, attended boolean)
returns table (pass_id uuid, practice_id uuid, demo boolean, seen_at timestamptz, care_now timestamptz)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare pass tablet_pass;
begin
  select * into pass from tablet_pass t
  where t.token_hash = token and (t.ended_at is null or t.ended_why = 'sent') and t.taken_at > machine_now - interval '2 hours' for update;
  if not found then return; end if;
  perform set_config('app.account_id', '', true), set_config('app.login_id', '', true),
    set_config('app.practice_id', pass.practice_id::text, true), set_config('app.seat_id', '', true),
    set_config('app.person_id', pass.person_id::text, true), set_config('app.course_id', '', true),
    set_config('app.tablet_id', pass.id::text, true);
  if attended then
    update tablet_pass t set seen_at = machine_now where t.id = pass.id;
  end if;
  return query select pass.id, pass.practice_id, p.demo, pass.seen_at,
    case when p.demo then care_now(pass.practice_id) else now() end
    from practice p where p.id = pass.practice_id;
end $$;
revoke all on function enter_tablet from public;
grant execute on function enter_tablet to throughline_app;

-- What a tablet may know of itself: which form. Whose it is stays on the server.
create function own_tablet() returns table (id uuid, instrument_id text, person_id uuid, seen_at timestamptz, is_over boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, instrument_id, person_id, seen_at, ended_at is not null from tablet_pass where id = app_tablet() and practice_id = app_practice()
$$;
revoke all on function own_tablet from public;
grant execute on function own_tablet to throughline_app;

-- The end, once: by the tablet itself, by a member of its practice, or by the house when it has taken what was sent.
create function end_tablet(wanted uuid, why text, machine_now timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update tablet_pass set ended_at = machine_now, ended_why = why
  where id = wanted and practice_id = app_practice() and ended_at is null
    and (app_tablet() = id or (app_tablet() is null and app_person() is null));
  return found;
end $$;
revoke all on function end_tablet from public;
grant execute on function end_tablet to throughline_app;
