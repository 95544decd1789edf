-- A therapist from outside joins one course, by the client's own permission, until the client, the therapist or the day that
-- was named ends it. The permission is what opens the door: `enter` asks for it each time, whatever the seat says.

-- A practice made at joining for a therapist whose own is not on this server: it holds who they are, and nothing else.
alter table practice add column sole boolean not null default false;

create table guest_grant (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  -- As the client knows them.
  name text not null check (btrim(name) <> '' and length(name) <= 200),
  email text not null check (email = lower(email)),
  -- Null: until the course ends. It never lasts longer than that.
  until timestamptz,
  -- Exactly what the client was shown when they agreed, and its hash.
  shown text not null,
  document_hash text not null check (document_hash = encode(sha256(convert_to(shown, 'UTF8')), 'hex')),
  confirmation_id uuid not null unique,
  granted_at timestamptz not null,
  granted_by uuid not null references seat,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, person_id, course_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  check (until > granted_at)
);
create index guest_grant_of_person on guest_grant (practice_id, person_id, granted_at desc);

-- The therapist took the seat. Name, practice and license are as they state them: nobody here has checked them.
create table guest_joining (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  grant_id uuid not null,
  seat_id uuid not null unique references seat,
  name text not null check (btrim(name) <> ''),
  practice_name text not null check (btrim(practice_name) <> ''),
  license_state text not null check (license_state ~ '^[A-Z]{2}$'),
  license_number text not null check (btrim(license_number) <> ''),
  joined_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, grant_id),
  foreign key (practice_id, person_id, course_id, grant_id) references guest_grant (practice_id, person_id, course_id, id)
);

-- Taken back by the client, or left by the therapist. Either is the end, once.
create table guest_grant_end (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  grant_id uuid not null,
  how text not null check (how in ('taken-back', 'left')),
  ended_at timestamptz not null,
  ended_by uuid not null references seat,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, grant_id),
  foreign key (practice_id, person_id, course_id, grant_id) references guest_grant (practice_id, person_id, course_id, id)
);

-- The same answer as `stands` in src/access/guest.ts.
create function guest_grant_stands(wanted uuid) returns boolean language sql stable
security definer set search_path = public, pg_temp as $$
  select exists (
    select from guest_grant g join course c on c.practice_id = g.practice_id and c.id = g.course_id
    where g.id = wanted and (g.until is null or g.until > care_now(g.practice_id))
      and (c.ended_at is null or c.ended_at > care_now(g.practice_id))
      and not exists (select from guest_grant_end e where e.practice_id = g.practice_id and e.grant_id = g.id))
$$;

create function guest_stands(wanted uuid) returns boolean language sql stable
security definer set search_path = public, pg_temp as $$
  select coalesce((select guest_grant_stands(j.grant_id) from guest_joining j where j.seat_id = wanted), false)
$$;

-- The permission on which the one who asks sits here.
create function own_grant() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select grant_id from guest_joining where practice_id = app_practice() and seat_id = app_seat()
$$;

-- Members read it, the client their own, a guest the one they came by. Only the client gives.
do $$
declare
  tbl text;
  about text;
begin
  foreach tbl in array array['guest_grant', 'guest_joining', 'guest_grant_end'] loop
    about := case tbl when 'guest_grant' then 'id' else 'grant_id' end;
    execute format('alter table %I enable row level security', tbl);
    execute format('create policy fenced on %I for select using (practice_id = (select app_practice()) and (
      (select app_person()) is null or is_self(person_id) or %I = (select own_grant())))', tbl, about);
    call append_only(tbl);
  end loop;
end $$;
create policy given on guest_grant for insert
  with check (practice_id = (select app_practice()) and is_self(person_id) and granted_by = (select app_seat()));
create policy taken on guest_joining for insert with check (
  practice_id = (select app_practice()) and (select app_person()) is null and exists (
    select from seat s where s.id = seat_id and s.kind = 'guest' and s.account_id = (select app_account())
      and s.person_id = guest_joining.person_id and s.course_id = guest_joining.course_id));
create policy ended on guest_grant_end for insert with check (
  practice_id = (select app_practice()) and ended_by = (select app_seat())
  and case how when 'taken-back' then is_self(person_id) else grant_id = (select own_grant()) end);

-- From a dose until 24 hours after discharge nothing widens: no permission is given, and none is taken up.
create function refuse_widening_under_medicine() returns trigger language plpgsql as $$
begin
  if signing_closed_until(new.person_id, care_now(new.practice_id)) is not null then
    raise exception 'nothing widens from a dose until 24 hours after discharge' using errcode = 'TL001';
  end if;
  return new;
end $$;
create trigger not_under_medicine before insert on guest_grant
  for each row execute function refuse_widening_under_medicine();
create trigger not_under_medicine before insert on guest_joining
  for each row execute function refuse_widening_under_medicine();

create function refuse_joining_without_grant() returns trigger language plpgsql as $$
begin
  if not guest_grant_stands(new.grant_id) then
    raise exception 'this permission does not hold' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger stands before insert on guest_joining for each row execute function refuse_joining_without_grant();

-- A guest is a therapist of another practice, under the same sign-in; neither someone who works here nor the client.
create function refuse_guest_from_within() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from member m join seat h on h.id = m.id and h.account_id = new.account_id and h.until is null
    where m.id = new.home_member_id and m.practice_id <> new.practice_id and m.disabled_at is null
      and 'therapist' = any (m.roles)
  ) or exists (
    select from seat o where o.account_id = new.account_id and o.practice_id = new.practice_id and o.until is null
      and (o.kind = 'member' or (o.kind = 'client' and o.person_id = new.person_id))
  ) then
    raise exception 'a guest is a therapist of another practice' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger from_elsewhere before insert on seat for each row when (new.kind = 'guest')
  execute function refuse_guest_from_within();

-- Taken at the end of everything a guest writes: it is committed before the seat ends, or not at all.
create function hold_seat() returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from seat where id = app_seat() and until is null for share;
  return found;
end $$;

-- An invitation may now be for a guest: the client sends it, and it hangs on their permission.
alter table invitation add column grant_id uuid references guest_grant (id);
alter table invitation drop constraint invitation_kind_check;
alter table invitation add constraint invitation_kind_check check (kind in ('client', 'member', 'guest'));
alter table invitation add constraint invitation_grant_check check ((kind = 'guest') = (grant_id is not null));
create index invitation_of_grant on invitation (grant_id) where grant_id is not null;
create policy of_client on invitation using (
  practice_id = (select app_practice()) and kind = 'guest'
  and exists (select from guest_grant g where g.id = grant_id and is_self(g.person_id)));

drop function take_invitation(bytea, timestamptz);
create function take_invitation(token bytea, machine_now timestamptz)
returns table (
  invitation_id uuid, practice_id uuid, kind text, person_id uuid, member_id uuid, grant_id uuid, course_id uuid
) language sql volatile security definer set search_path = public as $$
  with taken as (
    update invitation i set taken_at = machine_now, taken_by = app_account()
    where i.token_hash = token and i.taken_at is null and i.withdrawn_at is null and i.expires_at > machine_now
      and app_account() is not null and (i.grant_id is null or guest_grant_stands(i.grant_id))
    returning i.*)
  select t.id, t.practice_id, t.kind, coalesce(t.person_id, g.person_id), t.member_id, t.grant_id, g.course_id
  from taken t left join guest_grant g on g.id = t.grant_id
$$;
grant execute on function take_invitation to throughline_app;

-- The door, once more: a guest comes in while the client's permission stands, and not a moment longer.
create or replace function enter(token bytea, wanted_seat uuid, machine_now timestamptz, attended boolean default true)
returns table (
  login_id uuid, account_id uuid, factors smallint, complete boolean, language text, seen_at timestamptz,
  seat_id uuid, kind text, practice_id uuid, person_id uuid, course_id uuid, home_member_id uuid,
  roles text[], name text, demo boolean, care_now timestamptz
) language plpgsql volatile security definer set search_path = public as $$
#variable_conflict use_column
declare holder record;
begin
  select l.id as login_id, l.account_id, l.factors, l.complete, a.language, l.seen_at,
    s.id as seat_id, s.kind, s.practice_id, s.person_id, s.course_id, s.home_member_id,
    case s.kind when 'member' then m.roles when 'client' then array['client'] when 'guest' then array['guest'] end as roles,
    case s.kind when 'client' then coalesce(nullif(p.called_by, ''), p.given_name) else m.name end as name,
    pr.demo, care_now(s.practice_id) as care_now
  into holder
  from login l
  join account a on a.id = l.account_id and a.disabled_at is null
  left join lateral (
    select * from seat where account_id = l.account_id and until is null and (wanted_seat is null or id = wanted_seat)
      and not exists (select from member d where d.id in (seat.id, seat.home_member_id) and d.disabled_at is not null)
      and (seat.kind <> 'guest' or guest_stands(seat.id))
    order by since limit 1
  ) s on true
  left join member m on m.id = coalesce(s.home_member_id, s.id) and s.kind in ('member', 'guest')
  left join person p on p.id = s.person_id and s.kind = 'client'
  left join practice pr on pr.id = s.practice_id
  where l.token_hash = token and l.ended_at is null and l.ends_at > machine_now
    and l.seen_at > machine_now - case s.kind when 'client' then interval '20 minutes' else interval '15 minutes' end;
  if not found then return; end if;
  if attended and holder.seen_at < machine_now - interval '1 minute' then
    update login set seen_at = machine_now where id = (
      select l.id from login l where l.id = holder.login_id and l.seen_at < machine_now - interval '1 minute'
      for no key update skip locked);
  end if;
  perform set_config('app.account_id', holder.account_id::text, true),
    set_config('app.login_id', holder.login_id::text, true),
    set_config('app.practice_id', coalesce(holder.practice_id::text, '00000000-0000-0000-0000-000000000000'), true),
    set_config('app.seat_id', coalesce(holder.seat_id::text, ''), true),
    set_config('app.person_id', coalesce(holder.person_id::text, ''), true),
    set_config('app.course_id', coalesce(holder.course_id::text, ''), true);
  return query select holder.login_id, holder.account_id, holder.factors, holder.complete, holder.language, holder.seen_at,
    holder.seat_id, holder.kind, holder.practice_id, holder.person_id, holder.course_id, holder.home_member_id,
    holder.roles, holder.name, holder.demo, holder.care_now;
end $$;

-- Where one may sit, with whose permission a guest's place is (`about`), and which practice is only one's own name.
drop function my_seats();
create function my_seats() returns table (
  seat_id uuid, kind text, practice_id uuid, practice_name text, time_zone text, demo boolean, name text, roles text[],
  since timestamptz, about text, sole boolean
) language sql stable security definer set search_path = public as $$
  select s.id, s.kind, s.practice_id, p.name, p.time_zone, p.demo,
    case s.kind when 'client' then coalesce(nullif(c.called_by, ''), c.given_name) else m.name end,
    case s.kind when 'member' then m.roles else array[s.kind] end, s.since,
    case s.kind when 'guest' then coalesce(nullif(c.called_by, ''), c.given_name) end, p.sole
  from seat s
  join practice p on p.id = s.practice_id
  left join member m on m.id = coalesce(s.home_member_id, s.id) and s.kind in ('member', 'guest')
  left join person c on c.id = s.person_id
  where s.account_id = app_account() and s.until is null and m.disabled_at is null
    and (s.kind <> 'guest' or guest_stands(s.id))
  order by s.since
$$;
grant execute on function my_seats to throughline_app;

-- The fence around a guest, table by table: everything that holds something about a person is closed to them, but for what
-- is named here, and that only as far as it belongs to their course. Tables of later chapters are closed by `fence`.
create procedure close_to_guests(tbl text, unless text default 'false') language plpgsql as $$
begin
  execute format('create policy closed_to_guests on %I as restrictive using ((select app_course()) is null or (%s))', tbl, unless);
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
end $$;

do $$
declare
  tbl text;
  here constant text := 'course_id = (select app_course())';
  in_session constant text := 'exists (select from journey_session s where s.id = session_id)';
begin
  for tbl in
    select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'person_id' and t.table_type = 'BASE TABLE'
  loop
    -- Fenced row by row already, for a guest too.
    continue when tbl in ('care_team', 'intention', 'belief', 'belief_rating', 'comfort', 'insight', 'insight_sharing',
      'insight_meaning', 'change_noticed', 'exercise', 'exercise_log', 'guest_grant', 'guest_joining', 'guest_grant_end');
    if tbl = 'audit_event' then
      -- A guest's own doings are written down; the trail is not theirs to read.
      create policy closed_to_guests on audit_event as restrictive for select using ((select app_course()) is null);
    elsif tbl = 'seat' then
      call close_to_guests(tbl, 'account_id = (select app_account())');
    elsif tbl in ('journey_session', 'course_review', 'dose', 'discharge', 'preparation_reader', 'stop_signal') then
      call close_to_guests(tbl, here);
    elsif tbl in ('vital_reading', 'journey_event', 'distress_rating') then
      call close_to_guests(tbl, in_session);
    elsif tbl = 'instrument_response' then
      -- What was answered shortly before the course began belongs to its beginning, as on the thread.
      call close_to_guests(tbl, here || ' or (course_id is null and exists (select from course c
        where c.id = (select app_course()) and answered_at > c.begun_at - interval ''336 hours''))');
    elsif tbl = 'consent_signature' then
      call close_to_guests(tbl, here || ' or course_id is null');
    elsif tbl = 'consent_withdrawal' then
      call close_to_guests(tbl, 'exists (select from consent_signature s where s.id = signature_id)');
    elsif tbl = 'course' then
      call close_to_guests(tbl, 'id = (select app_course())');
    else
      call close_to_guests(tbl);
    end if;
  end loop;
end $$;
