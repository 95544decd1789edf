-- How people come in, and how they come in again after losing what lets them in.

-- Good once, for a week, for one place. The secret is in the mail alone; here is its SHA-256.
create table invitation (
  practice_id uuid not null references practice,
  id uuid not null unique,
  kind text not null check (kind in ('client', 'member')),
  token_hash bytea not null unique check (length(token_hash) = 32),
  email text not null check (email = lower(email)),
  language text not null check (language in ('en', 'es')),
  person_id uuid,
  member_id uuid,
  made_by uuid not null references seat,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  taken_at timestamptz,
  taken_by uuid references account,
  withdrawn_at timestamptz,
  primary key (practice_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  foreign key (practice_id, member_id) references member (practice_id, id),
  check ((kind = 'client') = (person_id is not null)),
  check ((kind = 'member') = (member_id is not null)),
  check ((taken_at is null) = (taken_by is null))
);
create index invitation_of_place on invitation (practice_id, coalesce(person_id, member_id), made_at desc);
alter table invitation enable row level security;
create policy fenced on invitation using (
  (select in_house()) or (practice_id = (select app_practice()) and (select app_person()) is null)
);
grant select, insert, update (taken_at, taken_by, withdrawn_at) on invitation to throughline_app;

-- Takes an invitation for the one signed in, or tells that it cannot be taken: used, withdrawn, too old, or none.
create function take_invitation(token bytea, machine_now timestamptz)
returns table (invitation_id uuid, practice_id uuid, kind text, person_id uuid, member_id uuid)
language sql volatile security definer set search_path = public as $$
  update invitation i set taken_at = machine_now, taken_by = app_account()
  where i.token_hash = token and i.taken_at is null and i.withdrawn_at is null and i.expires_at > machine_now
    and app_account() is not null
  returning i.id, i.practice_id, i.kind, i.person_id, i.member_id
$$;
grant execute on function take_invitation to throughline_app;

-- A link that opens one's own sign-in once: a new password (an hour), or everything anew (a day).
create table sign_in_link (
  id uuid primary key,
  account_id uuid not null references account,
  kind text not null check (kind in ('new-password', 'renewal')),
  token_hash bytea not null unique check (length(token_hash) = 32),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_link_of_account on sign_in_link (account_id);
alter table sign_in_link enable row level security;
create policy opened on sign_in_link using ((select in_house()) or account_id = (select app_account()));
-- Staff send a renewal to someone who has a place in their practice; they never see it.
create policy sent on sign_in_link for insert with check (
  kind = 'renewal' and (select app_person()) is null and exists (
    select from seat s where s.account_id = sign_in_link.account_id and s.practice_id = (select app_practice())
      and s.until is null)
);
grant select, insert, update (used_at) on sign_in_link to throughline_app;

-- "I have lost what lets me in." Asked by the person, or for them; allowed by someone who is neither.
create table recovery_request (
  practice_id uuid not null references practice,
  id uuid not null unique,
  account_id uuid not null references account,
  seat_id uuid not null references seat,
  asked_by uuid references seat,
  asked_at timestamptz not null,
  decided_by uuid references seat,
  decided_at timestamptz,
  allowed boolean,
  primary key (practice_id, id),
  check ((decided_at is null) = (decided_by is null)),
  check ((decided_at is null) = (allowed is null)),
  check (allowed is not true or (decided_by <> seat_id and decided_by is distinct from asked_by))
);
create unique index recovery_request_open on recovery_request (practice_id, seat_id) where decided_at is null;
alter table recovery_request enable row level security;
create policy fenced on recovery_request using (
  (select in_house()) or account_id = (select app_account()) or
  (practice_id = (select app_practice()) and (select app_person()) is null)
);
grant select, insert, update (decided_by, decided_at, allowed) on recovery_request to throughline_app;

-- Shown in the terminal where a new house starts; opens it once.
create table set_up_code (
  id uuid primary key,
  code_hash bytea not null unique check (length(code_hash) = 32),
  made_at timestamptz not null,
  used_at timestamptz
);
alter table set_up_code enable row level security;
create policy in_house on set_up_code using ((select in_house()));
grant select, insert, update (used_at) on set_up_code to throughline_app;

-- Ends the sign-ins of someone who may no longer sit anywhere. Called in the practice that let them go.
create function end_logins_of_leaver(leaver uuid, machine_now timestamptz) returns void
language sql volatile security definer set search_path = public as $$
  update login l set ended_at = machine_now, ended_why = 'left'
  where l.ended_at is null
    and l.account_id = (select s.account_id from seat s where s.id = leaver and s.practice_id = app_practice())
    and not exists (
      select from seat o left join member m on m.id = coalesce(o.home_member_id, o.id)
      where o.account_id = l.account_id and o.until is null and (o.kind = 'client' or m.disabled_at is null))
$$;
grant execute on function end_logins_of_leaver to throughline_app;
