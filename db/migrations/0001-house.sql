-- The house: practices, the people in them, who may see whom, what was asked once, and the trail of it all.
-- The app connects as throughline_app, which owns nothing: every table it reads is fenced by row-level security.

-- Who is asking, for the length of one transaction. Unset means: nobody, and nobody sees nothing.
create function app_practice() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.practice_id', true), '')::uuid;
create function app_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person_id', true), '')::uuid;
create function app_course() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.course_id', true), '')::uuid;
create function app_seat() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.seat_id', true), '')::uuid;
create function app_account() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.account_id', true), '')::uuid;
-- The house itself: sign-in, and whatever happens before a practice is known. Its rows carry the nil practice.
create function in_house() returns boolean language sql stable parallel safe
  return current_setting('app.realm', true) = 'house';

-- Scopes: 'practice' = everyone acting in it · 'staff' = its members only · 'person' = members, and the one person an
-- actor is tied to (a client to themself, a guest to the person whose course they joined).
create procedure fence(tbl text, scope text, person_column text default 'person_id') language plpgsql as $$
declare fit text := 'practice_id = (select app_practice())';
begin
  if scope = 'staff' then fit := fit || ' and (select app_person()) is null'; end if;
  if scope = 'person' then
    fit := fit || format(' and ((select app_person()) is null or %I = (select app_person()))', person_column);
  end if;
  if scope = 'account' then fit := '(select in_house()) or account_id = (select app_account())'; end if;
  execute format('alter table %I enable row level security', tbl);
  execute format('create policy fenced on %I using (%s)', tbl, fit);
end $$;

-- Facts are only ever added.
create procedure append_only(tbl text) language plpgsql as $$
begin
  execute format('grant select, insert on %I to throughline_app', tbl);
end $$;

create table practice (
  id uuid primary key,
  name text not null check (name <> ''),
  time_zone text not null,
  language text not null default 'en' check (language in ('en', 'es')),
  phone text,
  coordinator_email text,
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
alter table practice enable row level security;
create policy fenced on practice using (id = (select app_practice()) or (select in_house()));
grant select, insert on practice to throughline_app;

-- A person who can sign in, anywhere. Credentials live in tables of their own.
create table account (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  language text not null default 'en' check (language in ('en', 'es')),
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);
alter table account enable row level security;
create policy fenced on account using ((select in_house()) or id = (select app_account()));
grant select, insert, update (language, disabled_at) on account to throughline_app;

-- One sign-in on one device. The token is known to the browser alone; here is its SHA-256.
create table login (
  id uuid primary key,
  account_id uuid not null references account,
  token_hash bytea not null unique check (length(token_hash) = 32),
  factors smallint not null check (factors in (1, 2)),
  device text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_why text
);
create index login_of_account on login (account_id, started_at desc);
call fence('login', 'account');
grant select, insert, update (seen_at, ended_at, ended_why) on login to throughline_app;

create table member (
  practice_id uuid not null references practice,
  id uuid not null unique,
  name text not null check (name <> ''),
  roles text[] not null check (
    roles <@ array['therapist', 'prescriber', 'monitor', 'coordinator', 'administrator', 'auditor']
  ),
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  primary key (practice_id, id)
);
call fence('member', 'practice');
grant select, insert, update (name, roles, disabled_at) on member to throughline_app;

create table person (
  practice_id uuid not null references practice,
  id uuid not null unique,
  given_name text not null,
  family_name text not null,
  called_by text,
  birth_date date,
  gender text check (gender in ('female', 'male', 'other', 'unknown')),
  language text not null default 'en' check (language in ('en', 'es')),
  time_zone text not null,
  email text,
  phone text,
  address_line text,
  city text,
  state text,
  postal_code text,
  created_at timestamptz not null default now(),
  primary key (practice_id, id)
);
call fence('person', 'person', 'id');
grant select, insert, update (given_name, family_name, called_by, language, time_zone, email, phone, address_line, city, state, postal_code)
  on person to throughline_app;

-- Since when, and until when, a member takes part in a person's care.
create table care_team (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  member_id uuid not null,
  since timestamptz not null,
  until timestamptz,
  primary key (practice_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  foreign key (practice_id, member_id) references member (practice_id, id)
);
create unique index care_team_once on care_team (practice_id, person_id, member_id) where until is null;
create index care_team_of_member on care_team (practice_id, member_id);
call fence('care_team', 'person');
grant select, insert, update (until) on care_team to throughline_app;

create table course (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  protocol_id text not null,
  protocol_version text not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  primary key (practice_id, id),
  unique (practice_id, person_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id)
);
create index course_of_person on course (practice_id, person_id, begun_at desc);
call fence('course', 'person');
grant select, insert, update (ended_at) on course to throughline_app;

create table journey_session (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  number smallint not null check (number > 0),
  planned_at timestamptz not null,
  phase text not null default 'planned'
    check (phase in ('planned', 'under-way', 'recovering', 'closed', 'cancelled')),
  primary key (practice_id, id),
  unique (practice_id, course_id, number),
  unique (practice_id, person_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id)
);
create index journey_session_of_person on journey_session (practice_id, person_id);
create index journey_session_by_day on journey_session (practice_id, planned_at);
call fence('journey_session', 'person');
grant select, insert, update (phase, planned_at) on journey_session to throughline_app;

-- A seat is one way of taking part: as a member of a practice, as a client of it, or as a guest who joined one course
-- there by the client's permission. It has the id of the member or the person; a guest's is its own.
create table seat (
  id uuid primary key,
  practice_id uuid not null references practice,
  account_id uuid not null references account,
  kind text not null check (kind in ('member', 'client', 'guest')),
  person_id uuid,
  course_id uuid,
  home_member_id uuid references member (id),
  since timestamptz not null,
  until timestamptz,
  foreign key (practice_id, person_id) references person (practice_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  check ((kind = 'member') = (person_id is null)),
  check ((kind = 'guest') = (course_id is not null and home_member_id is not null))
);
create index seat_of_account on seat (account_id);
create unique index seat_once on seat (practice_id, account_id, kind, coalesce(course_id, id)) where until is null;
alter table seat enable row level security;
create policy fenced on seat using (
  (select in_house()) or account_id = (select app_account()) or
  (practice_id = (select app_practice()) and ((select app_person()) is null or person_id = (select app_person())))
);
grant select, insert, update (until) on seat to throughline_app;

-- The clock of care. Only a demo practice can move it; sign-in, keys and the audit trail use the machine's.
create table care_clock (
  practice_id uuid not null references practice,
  id bigint generated always as identity,
  ahead interval not null,
  moved_at timestamptz not null default now(),
  primary key (practice_id, id)
);
call fence('care_clock', 'practice');
call append_only('care_clock');
create function care_clock_is_for_rehearsal() returns trigger language plpgsql as $$
begin
  if not (select demo from practice where id = new.practice_id) then
    raise exception 'only a demo practice can move its clock' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger demo_only before insert on care_clock for each row execute function care_clock_is_for_rehearsal();

create function care_now(practice uuid) returns timestamptz language sql stable return
  now() + coalesce((select ahead from care_clock where practice_id = practice order by id desc limit 1), '0'::interval);

-- What was asked once, and the answer it got. Keys never expire: a tablet may come back after days.
create table intent (
  practice_id uuid not null,
  key uuid not null,
  content_hash bytea not null,
  answer jsonb not null,
  answered_at timestamptz not null default now(),
  primary key (practice_id, key)
);
call fence('intent', 'practice');
call append_only('intent');

-- The lock is taken in one statement and the row read in the next, so that the second of two senders sees the first's answer.
create function first_answer(wanted uuid) returns table (content_hash bytea, answer jsonb) language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(app_practice()::text || wanted::text, 0));
  return query select i.content_hash, i.answer from intent i where i.practice_id = app_practice() and i.key = wanted;
end $$;

-- The trail. `xid` orders rows by transaction, so that the sealer can tell which rows can have no unseen elder.
create table audit_event (
  practice_id uuid not null,
  id bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  account_id uuid,
  seat_id uuid,
  roles text not null,
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  person_id uuid,
  intent_key uuid,
  effect boolean not null,
  outcome text not null,
  why text,
  primary key (practice_id, id)
);
create index audit_event_by_xid on audit_event (xid);
create index audit_event_of_person on audit_event (practice_id, person_id, id) where person_id is not null;
alter table audit_event enable row level security;
create policy fenced on audit_event for select using (
  practice_id = (select app_practice()) and ((select app_person()) is null or person_id = (select app_person()))
);
create policy written on audit_event for insert with check (practice_id = (select app_practice()));
call append_only('audit_event');

-- Opens the door for one request: who holds this token, in which seat, and what time it is where they are.
-- Sets the fence for the transaction. No row: nobody is signed in. A row without a seat: signed in, but nowhere.
create function enter(token bytea, wanted_seat uuid, machine_now timestamptz)
returns table (
  login_id uuid, account_id uuid, factors smallint, language text, seen_at timestamptz,
  seat_id uuid, kind text, practice_id uuid, person_id uuid, course_id uuid, home_member_id uuid,
  roles text[], name text, demo boolean, care_now timestamptz
) language plpgsql volatile security definer set search_path = public as $$
#variable_conflict use_column
declare holder record;
begin
  select l.id as login_id, l.account_id, l.factors, a.language, l.seen_at,
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
    order by since limit 1
  ) s on true
  left join member m on m.id = coalesce(s.home_member_id, s.id) and s.kind in ('member', 'guest')
  left join person p on p.id = s.person_id and s.kind = 'client'
  left join practice pr on pr.id = s.practice_id
  where l.token_hash = token and l.ended_at is null and l.ends_at > machine_now
    and l.seen_at > machine_now - case s.kind when 'client' then interval '20 minutes' else interval '15 minutes' end;
  if not found then return; end if;
  perform set_config('app.account_id', holder.account_id::text, true),
    set_config('app.practice_id', coalesce(holder.practice_id::text, '00000000-0000-0000-0000-000000000000'), true),
    set_config('app.seat_id', coalesce(holder.seat_id::text, ''), true),
    set_config('app.person_id', coalesce(holder.person_id::text, ''), true),
    set_config('app.course_id', coalesce(holder.course_id::text, ''), true);
  return query select holder.login_id, holder.account_id, holder.factors, holder.language, holder.seen_at,
    holder.seat_id, holder.kind, holder.practice_id, holder.person_id, holder.course_id, holder.home_member_id,
    holder.roles, holder.name, holder.demo, holder.care_now;
end $$;
grant execute on function enter to throughline_app;

-- How the one who asks stands to the person this is about. No row: there is no such person here, for them.
create function relation_to(kind text, id uuid) returns table (person_id uuid, relation text) language sql stable as $$
  with about as (
    select p.id as person_id, (select c.course_id from (
      select course.id as course_id from course where kind = 'course' and course.id = relation_to.id
      union all
      select s.course_id from journey_session s where kind = 'session' and s.id = relation_to.id) c) as course_id
    from person p
    where p.practice_id = app_practice() and p.id = case kind
      when 'person' then relation_to.id
      when 'course' then (select c.person_id from course c where c.practice_id = app_practice() and c.id = relation_to.id)
      when 'session' then (select s.person_id from journey_session s where s.practice_id = app_practice() and s.id = relation_to.id)
    end
  )
  select about.person_id, case
    when app_course() is not null then case when about.course_id is null or about.course_id = app_course() then 'guest' else 'same-practice' end
    when app_person() = about.person_id then 'self'
    else coalesce((
      select case when t.until is null then 'assigned' else 'formerly-assigned' end from care_team t
      where t.practice_id = app_practice() and t.person_id = about.person_id and t.member_id = app_seat()
      order by t.until desc nulls first limit 1), 'same-practice')
  end
  from about
$$;
