-- Confirming, just before a signature, that the one who signs is the one who is signed in.

create function app_login() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.login_id', true), '')::uuid;

-- Still owing a second factor: the password was right, and nothing more is known.
alter table login add column complete boolean not null default true;

-- The door, once more: it now says which login came in, whether that one is complete, and that it was seen: at most once
-- a minute, and only when a person was there to ask (`attended`; a page left open asks by itself).
drop function enter(bytea, uuid, timestamptz);
create function enter(token bytea, wanted_seat uuid, machine_now timestamptz, attended boolean default true)
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
grant execute on function enter to throughline_app;

-- Good for one signature, on one document, by this login in this seat, for two minutes.
create table confirmation (
  id uuid primary key,
  account_id uuid not null references account,
  login_id uuid not null references login,
  seat_id uuid references seat,
  document_hash bytea not null check (length(document_hash) = 32),
  factor text not null check (factor in ('password', 'password+totp', 'passkey')),
  made_at timestamptz not null,
  used_at timestamptz
);
alter table confirmation enable row level security;
create policy fenced on confirmation using (
  account_id = (select app_account()) and login_id = (select app_login()) and
  seat_id is not distinct from (select app_seat())
);
grant select, insert, update (used_at) on confirmation to throughline_app;
