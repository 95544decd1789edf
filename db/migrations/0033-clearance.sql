-- The prescriber's decisions. Each is signed, and stands until a later one; the gates of a journey read them here.

create table clearance (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  decision text not null check (decision in ('clear', 'clear-with-conditions', 'not-now', 'no')),
  reason text not null check (reason <> ''),
  conditions text check (conditions <> ''),
  valid_until timestamptz,
  acknowledged text[] not null,
  -- What was in view when it was signed: [{rule, severity, state, …}], and the version of the rules.
  findings jsonb not null check (jsonb_typeof(findings) = 'array'),
  rules_version text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  document_hash bytea not null check (length(document_hash) = 32),
  confirmation_id uuid not null unique references confirmation,
  factor text not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, person_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  check ((decision in ('clear', 'clear-with-conditions')) = (valid_until is not null)),
  check ((decision = 'clear-with-conditions') = (conditions is not null)),
  check (valid_until > decided_at)
);
create index clearance_of_person on clearance (practice_id, person_id, number desc);
call fence('clearance', 'person');
call append_only('clearance');

-- Going ahead in spite of one finding, in writing, for a time, with these facts in view.
create table finding_override (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  rule text not null check (rule <> ''),
  reason text not null check (reason <> ''),
  risk_and_benefit text not null check (risk_and_benefit <> ''),
  mitigation text not null check (mitigation <> ''),
  seen jsonb not null check (jsonb_typeof(seen) = 'array'),
  expires_at timestamptz not null,
  written_by uuid not null,
  written_at timestamptz not null,
  document_hash bytea not null check (length(document_hash) = 32),
  confirmation_id uuid not null unique references confirmation,
  factor text not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  check (expires_at > written_at)
);
create index finding_override_of_person on finding_override (practice_id, person_id, number);
call fence('finding_override', 'person');
call append_only('finding_override');

-- Facts came in after a clearance that it had not seen and that stand against it. It holds no longer; a new one may.
create table clearance_recall (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  clearance_id uuid not null,
  rules text[] not null check (cardinality(rules) > 0),
  recalled_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, clearance_id),
  foreign key (practice_id, person_id, clearance_id) references clearance (practice_id, person_id, id)
);
call fence('clearance_recall', 'person');
call append_only('clearance_recall');

-- Who will call the client, by when. Said by a person who meant it: no page promises a call that nobody took on.
create table promised_call (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  member_id uuid not null,
  due_by timestamptz not null,
  promised_by uuid not null,
  promised_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  foreign key (practice_id, member_id) references member (practice_id, id),
  check (due_by > promised_at)
);
create index promised_call_of_person on promised_call (practice_id, person_id, number desc);
call fence('promised_call', 'person');
call append_only('promised_call');

-- How the newest clearance stands at a moment of care: none · clear · clear-with-conditions · not-now · no · expired ·
-- recalled. The gate before a dose asks this, whatever the program says. src/clearance/clearance.ts decides the same.
create function clearance_standing(of_person uuid, at timestamptz) returns text language sql stable as $$
  select coalesce((
    select case
      when c.decision in ('not-now', 'no') then c.decision
      when exists (select from clearance_recall r where r.practice_id = c.practice_id and r.clearance_id = c.id) then 'recalled'
      when c.valid_until <= at then 'expired'
      else c.decision
    end
    from clearance c
    where c.practice_id = app_practice() and c.person_id = of_person
    order by c.number desc limit 1), 'none')
$$;
