-- A consent to treatment that was signed on paper, before care began here: what the paper says, and that a member of the team has seen
-- it. It counts as attested only once a second member has seen it too. It opens no gate: `consent_gate` asks for what is signed here.
create table paper_consent (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  -- As it is written on the paper; null where the paper names no version.
  form_name text not null check (btrim(form_name) <> '' and length(form_name) <= 200),
  form_version text check (btrim(form_version) <> '' and length(form_version) <= 60),
  -- A year, a month or a day, as exact as the paper is.
  signed_on text not null check (signed_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  signer_name text not null check (btrim(signer_name) <> '' and length(signer_name) <= 120),
  signed_as text not null check (signed_as in ('self', 'representative')),
  language text not null check (language in ('en', 'es', 'other')),
  kept_where text not null check (btrim(kept_where) <> '' and length(kept_where) <= 300),
  document_hash text not null check (document_hash ~ '^[0-9a-f]{64}$'),
  attested_by uuid not null,
  attested_at timestamptz not null,
  confirmation_id uuid not null unique,
  factor text not null check (factor in ('password', 'password+totp', 'passkey')),
  seal text not null check (seal ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, person_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  foreign key (practice_id, attested_by) references member (practice_id, id)
);
create index paper_consent_of_person on paper_consent (practice_id, person_id);
call fence('paper_consent', 'person');
call append_only('paper_consent');

-- The second pair of eyes: over exactly what the first wrote, and never the first's own.
create table paper_consent_second (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  paper_id uuid not null,
  document_hash text not null check (document_hash ~ '^[0-9a-f]{64}$'),
  attested_by uuid not null,
  attested_at timestamptz not null,
  confirmation_id uuid not null unique,
  factor text not null check (factor in ('password', 'password+totp', 'passkey')),
  seal text not null check (seal ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, paper_id),
  foreign key (practice_id, person_id, paper_id) references paper_consent (practice_id, person_id, id),
  foreign key (practice_id, attested_by) references member (practice_id, id)
);
create index paper_consent_second_of_person on paper_consent_second (practice_id, person_id);
call fence('paper_consent_second', 'person');
call append_only('paper_consent_second');

-- It holds no longer: the person took it back, said that it is not so, or the team brought it in by mistake. Nothing can refuse the
-- first two, so there may be several; the earliest is the end.
create table paper_consent_end (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  paper_id uuid not null,
  how text not null check (how in ('withdrawn', 'not-so', 'mistake')),
  reason text check (btrim(reason) <> ''),
  ended_by uuid not null,
  ended_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, paper_id) references paper_consent (practice_id, person_id, id),
  check ((how = 'mistake') = (reason is not null))
);
create index paper_consent_end_of_person on paper_consent_end (practice_id, person_id);
call fence('paper_consent_end', 'person');
call append_only('paper_consent_end');

-- Each by their own hand, whoever writes.
create policy own_hand on paper_consent as restrictive for insert with check (attested_by = (select app_seat()));
create policy own_hand on paper_consent_second as restrictive for insert with check (attested_by = (select app_seat()));
create policy own_hand on paper_consent_end as restrictive for insert with check (ended_by = (select app_seat()));

create function paper_seen_by_the_team() returns trigger language plpgsql as $$
begin
  if not works_as(new.practice_id, new.attested_by, array['therapist', 'prescriber', 'monitor']) then
    raise exception 'only a therapist, a prescriber or a monitor attests a paper' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger paper_seen_by_the_team before insert on paper_consent for each row execute function paper_seen_by_the_team();
create trigger paper_seen_by_the_team before insert on paper_consent_second for each row execute function paper_seen_by_the_team();

create function paper_seen_by_another() returns trigger language plpgsql as $$
begin
  if exists (select from paper_consent p where p.practice_id = new.practice_id and p.id = new.paper_id and p.attested_by = new.attested_by) then
    raise exception 'a second attests, and never the first' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger paper_seen_by_another before insert on paper_consent_second for each row execute function paper_seen_by_another();

create function paper_ended_by_who_may() returns trigger language plpgsql as $$
begin
  if not works_as(new.practice_id, new.ended_by, array['therapist', 'prescriber', 'monitor'])
    and (new.how = 'mistake' or new.ended_by <> new.person_id) then
    raise exception 'the client or the team ends it' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger paper_ended_by_who_may before insert on paper_consent_end for each row execute function paper_ended_by_who_may();

-- The gate says what it stands on: what is said of it changes with each of these.
do $$
declare tbl text;
begin
  foreach tbl in array array['paper_consent', 'paper_consent_second', 'paper_consent_end'] loop
    execute format('create trigger facts_changed after insert on %I for each row execute function facts_changed()', tbl);
    execute format('create trigger facts_find_dead_releases before insert on %I for each row execute function facts_find_dead_releases()', tbl);
  end loop;
end $$;
