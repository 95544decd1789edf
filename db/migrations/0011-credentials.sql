-- What proves that someone is who they say. Nothing here can be turned back into a password, and a one-time-code secret
-- is sealed with a key that is not in the database.

create table password (
  account_id uuid primary key references account,
  hash text not null check (hash like '$argon2id$%'),
  set_at timestamptz not null
);
call fence('password', 'account');
grant select, insert, update (hash, set_at) on password to throughline_app;

-- `last_used_step` only grows: a code that was accepted, or any older one, is never accepted again.
create table totp (
  id uuid primary key,
  account_id uuid not null references account,
  sealed_secret bytea not null,
  last_used_step bigint not null,
  since timestamptz not null,
  until timestamptz
);
create unique index totp_once on totp (account_id) where until is null;
call fence('totp', 'account');
grant select, insert, update (last_used_step, until) on totp to throughline_app;
create function totp_moves_on() returns trigger language plpgsql as $$
begin
  if new.last_used_step < old.last_used_step then
    raise exception 'a one-time code cannot become fresh again' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger moves_on before update on totp for each row execute function totp_moves_on();

create table recovery_code (
  id uuid primary key,
  account_id uuid not null references account,
  code_hash bytea not null unique check (length(code_hash) = 32),
  made_at timestamptz not null,
  used_at timestamptz,
  replaced_at timestamptz
);
create index recovery_code_of_account on recovery_code (account_id);
call fence('recovery_code', 'account');
grant select, insert, update (used_at, replaced_at) on recovery_code to throughline_app;

create table passkey (
  id uuid primary key,
  account_id uuid not null references account,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null check (name <> ''),
  since timestamptz not null,
  used_at timestamptz,
  until timestamptz
);
create index passkey_of_account on passkey (account_id);
call fence('passkey', 'account');
grant select, insert, update (counter, name, used_at, until) on passkey to throughline_app;

-- Answers a passkey has given. A question is sealed, so asking one leaves nothing here; each is answered at most once.
create table passkey_answer (
  challenge_hash bytea primary key check (length(challenge_hash) = 32),
  account_id uuid not null references account,
  given_at timestamptz not null
);
call fence('passkey_answer', 'account');
grant select, insert on passkey_answer to throughline_app;

-- Wrong tries, so that guessing slows down. The key is a hash of whose sign-in is tried and from what kind of device, or
-- of the address it is tried from; it names nobody, and it can always be waited out.
create table wrong_try (
  key bytea primary key check (length(key) = 32),
  wrong integer not null check (wrong >= 0),
  last_at timestamptz not null
);
alter table wrong_try enable row level security;
create policy counted on wrong_try using ((select in_house()) or (select app_account()) is not null);
grant select, insert, update (wrong, last_at) on wrong_try to throughline_app;

-- A browser that has signed in to this account before: strangers' guesses do not slow it down.
create table known_device (
  id uuid primary key,
  account_id uuid not null references account,
  token_hash bytea not null check (length(token_hash) = 32),
  since timestamptz not null,
  until timestamptz,
  unique (account_id, token_hash)
);
call fence('known_device', 'account');
grant select, insert, update (until) on known_device to throughline_app;

-- Every seat the one signed in may sit in, in whatever practice: what they choose from after signing in.
create function my_seats() returns table (
  seat_id uuid, kind text, practice_id uuid, practice_name text, time_zone text, demo boolean, name text, roles text[], since timestamptz
) language sql stable security definer set search_path = public as $$
  select s.id, s.kind, s.practice_id, p.name, p.time_zone, p.demo,
    case s.kind when 'client' then coalesce(nullif(c.called_by, ''), c.given_name) else m.name end,
    case s.kind when 'member' then m.roles else array[s.kind] end, s.since
  from seat s
  join practice p on p.id = s.practice_id
  left join member m on m.id = coalesce(s.home_member_id, s.id) and s.kind in ('member', 'guest')
  left join person c on c.id = s.person_id and s.kind = 'client'
  where s.account_id = app_account() and s.until is null and m.disabled_at is null
  order by s.since
$$;
grant execute on function my_seats to throughline_app;
