-- A session room stays signed in while nobody touches it: for itself alone, for as long as its session is under way, and
-- within bounds. Everything else behind the same sign-in is idle as ever (docs/decisions/0084-the-room-stays.md).

-- For how long after the last touch a room may stay signed in: a practice's own decision. The newest counts.
create table room_stay (
  practice_id uuid not null references practice,
  id uuid not null unique,
  minutes integer not null check (minutes between 30 and 720),
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id)
);
call fence('room_stay', 'practice');
call append_only('room_stay');

-- Six hours unless the practice says otherwise: the longest stay of a session that is monitored at all (PD).
create function room_stay_minutes(practice uuid) returns integer language sql stable return
  coalesce((select minutes from room_stay where practice_id = practice order by recorded_at desc, id desc limit 1), 360);

-- The one room a sign-in has open, and when that room was last heard of. Written by hold_room() alone.
create table room_hold (
  login_id uuid primary key references login,
  practice_id uuid not null,
  seat_id uuid not null references seat,
  session_id uuid not null,
  held_at timestamptz not null,
  foreign key (practice_id, session_id) references journey_session (practice_id, id)
);
alter table room_hold enable row level security;
create policy fenced on room_hold using (
  login_id in (select id from login where account_id = (select app_account()))
);
grant select on room_hold to throughline_app;

-- Said by the server for as long as the room's own page is open. True while its session is under way.
create function hold_room(session uuid, machine_now timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public as $$
begin
  insert into room_hold (login_id, practice_id, seat_id, session_id, held_at)
  select app_login(), s.practice_id, app_seat(), s.id, machine_now from journey_session s
  where s.practice_id = app_practice() and s.id = session and s.phase in ('under-way', 'recovering')
    and app_login() is not null and app_seat() is not null and app_person() is null
  on conflict (login_id) do update
    set practice_id = excluded.practice_id, seat_id = excluded.seat_id, session_id = excluded.session_id, held_at = excluded.held_at;
  return found;
end $$;
grant execute on function hold_room to throughline_app;

-- The door of a room that was left alone: asked only when enter() finds nobody. The sign-in is idle and stays so, whatever
-- is touched; it opens that session, to the member whose seat held it (never to a guest), while the session is under way, the room was heard of within
-- the hour (a network may be gone for a while) and the last touch anywhere is not longer ago than the practice allows.
create function enter_room(token bytea, wanted_seat uuid, machine_now timestamptz)
returns table (
  login_id uuid, account_id uuid, factors smallint, language text, seen_at timestamptz,
  seat_id uuid, practice_id uuid,
  roles text[], name text, demo boolean, care_now timestamptz,
  session_id uuid, session_person uuid, session_course uuid
) language plpgsql volatile security definer set search_path = public as $$
#variable_conflict use_column
declare holder record;
begin
  select l.id as login_id, l.account_id, l.factors, a.language, l.seen_at,
    s.id as seat_id, s.practice_id, m.roles, m.name, pr.demo, care_now(s.practice_id) as care_now,
    j.id as session_id, j.person_id as session_person, j.course_id as session_course
  into holder
  from login l
  join account a on a.id = l.account_id and a.disabled_at is null
  join room_hold h on h.login_id = l.id and h.held_at > machine_now - interval '1 hour'
  join journey_session j on j.practice_id = h.practice_id and j.id = h.session_id and j.phase in ('under-way', 'recovering')
  join seat s on s.id = h.seat_id and s.practice_id = h.practice_id and s.account_id = l.account_id and s.until is null
    and s.kind = 'member' and (wanted_seat is null or s.id = wanted_seat)
  join member m on m.id = s.id and m.disabled_at is null
  join practice pr on pr.id = s.practice_id
  where l.token_hash = token and l.ended_at is null and l.ends_at > machine_now and l.complete and l.factors = 2
    and l.seen_at > machine_now - make_interval(mins => room_stay_minutes(h.practice_id));
  if not found then return; end if;
  perform set_config('app.account_id', holder.account_id::text, true),
    set_config('app.login_id', holder.login_id::text, true),
    set_config('app.practice_id', holder.practice_id::text, true),
    set_config('app.seat_id', holder.seat_id::text, true),
    set_config('app.person_id', '', true),
    set_config('app.course_id', '', true);
  return query select holder.login_id, holder.account_id, holder.factors, holder.language, holder.seen_at,
    holder.seat_id, holder.practice_id,
    holder.roles, holder.name, holder.demo, holder.care_now,
    holder.session_id, holder.session_person, holder.session_course;
end $$;
grant execute on function enter_room to throughline_app;

-- Someone has been away, and the page says so before the clock does: from here on this sign-in is idle, at once.
create function rest_login(machine_now timestamptz) returns void
language sql volatile security definer set search_path = public as $$
  update login set seen_at = least(seen_at, machine_now - interval '20 minutes') where id = app_login()
$$;
grant execute on function rest_login to throughline_app;
