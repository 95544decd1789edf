-- What a person agreed to: exactly what they were shown, signed once, withdrawn at any time. Nothing widens while the
-- medicine may still be at work.

-- When the last dose was given, and when that person was discharged since: null where it has not happened.
-- Asked dynamically, because doses and discharges belong to a later chapter of this history.
create function last_medicine(about uuid) returns table (dosed_at timestamptz, discharged_at timestamptz)
language plpgsql stable as $$
begin
  if to_regclass('dose') is null or to_regclass('discharge') is null then
    return query select null::timestamptz, null::timestamptz;
    return;
  end if;
  return query execute
    'with last as (
       select max(d.given_at) as at from dose d
       where d.practice_id = app_practice() and d.person_id = $1 and not d.struck
         and not exists (select from dose c where c.practice_id = d.practice_id and c.corrects = d.id)
     )
     select last.at, (select min(d.discharged_at) from discharge d
       where d.practice_id = app_practice() and d.person_id = $1 and d.discharged_at >= last.at)
     from last' using about;
end $$;

-- Until when nothing may be signed (CO: from the first dose until 24 hours after discharge). Null: signing is open.
-- The same answer as `consentWindow` in src/consent/window.ts.
create function signing_closed_until(about uuid, at timestamptz) returns timestamptz language sql stable as $$
  select case
    when m.dosed_at is null or m.dosed_at > signing_closed_until.at then null
    when m.discharged_at is null or m.discharged_at > signing_closed_until.at then 'infinity'::timestamptz
    when m.discharged_at + interval '24 hours' > signing_closed_until.at then m.discharged_at + interval '24 hours'
  end
  from last_medicine(about) m
$$;

-- Someone began to read. How long a signature took is measured from here, by the machine's clock.
create table consent_opening (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  document_id text not null,
  document_version text not null,
  language text not null check (language in ('en', 'es')),
  opened_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, person_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id)
);
call fence('consent_opening', 'person');
call append_only('consent_opening');

-- `shown` is the canonical JSON of everything that was on the screen when it was signed: the whole document in that
-- language and version, the choices made, the printed name, what signing means, and whose it is.
create table consent_signature (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid,
  opening_id uuid not null,
  document_id text not null,
  document_version text not null,
  language text not null check (language in ('en', 'es')),
  shown text not null,
  document_hash text not null check (document_hash = encode(sha256(convert_to(shown, 'UTF8')), 'hex')),
  choices jsonb not null,
  printed_name text not null check (btrim(printed_name) <> ''),
  meaning text not null check (btrim(meaning) <> ''),
  signed_at timestamptz not null,
  signed_by uuid not null,
  confirmation_id uuid not null unique,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, person_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  foreign key (practice_id, person_id, opening_id) references consent_opening (practice_id, person_id, id)
);
create index consent_signature_of_person on consent_signature (practice_id, person_id, signed_at desc);
call fence('consent_signature', 'person');
call append_only('consent_signature');

create function refuse_signing_under_medicine() returns trigger language plpgsql as $$
begin
  if signing_closed_until(new.person_id, greatest(new.signed_at, care_now(new.practice_id))) is not null then
    raise exception 'nothing is signed from a dose until 24 hours after discharge' using errcode = 'TL001';
  end if;
  return new;
end $$;
create trigger not_under_medicine before insert on consent_signature
  for each row execute function refuse_signing_under_medicine();

-- Taking back works always and at once. `part` is 'all', or one thing that was allowed, such as 'touch:hand'.
create table consent_withdrawal (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  signature_id uuid not null,
  part text not null default 'all' check (part ~ '^[a-z]+(:[a-z-]+)?$'),
  withdrawn_at timestamptz not null,
  withdrawn_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, signature_id) references consent_signature (practice_id, person_id, id)
);
create index consent_withdrawal_of_person on consent_withdrawal (practice_id, person_id, withdrawn_at desc);
call fence('consent_withdrawal', 'person');
call append_only('consent_withdrawal');

-- Gate 4 of clinical.md 3.5, in SQL: the same answer as `consentState` in src/consent/state.ts, for the trigger that
-- guards a release. 'stands', 'unsigned', 'withdrawn' or 'expired' (12 months, clinical.md 7.2, a practice setting).
create function consent_state(about uuid, at timestamptz) returns text language sql stable as $$
  with signed as (
    select s.signed_at from consent_signature s
    where s.practice_id = app_practice() and s.person_id = about and s.signed_at <= consent_state.at
    order by s.signed_at desc limit 1
  )
  select case
    when not exists (select from signed) then 'unsigned'
    when exists (
      select from consent_withdrawal w where w.practice_id = app_practice() and w.person_id = about and w.part = 'all'
        and w.withdrawn_at >= (select signed_at from signed) and w.withdrawn_at <= consent_state.at
    ) then 'withdrawn'
    when (select signed_at from signed) + interval '8760 hours' <= consent_state.at then 'expired'
    else 'stands'
  end
$$;
