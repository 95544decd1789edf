-- What came with a referral, and what clinicians here have said about it. Nothing that came is ever changed: a statement
-- stands beside it, and a later statement stands in for an earlier one.

create table referral (
  practice_id uuid not null references practice,
  id uuid not null unique,
  person_id uuid not null,
  content_hash bytea not null check (length(content_hash) = 32),
  entries integer not null check (entries >= 0),
  -- Entries that were not taken over, and parts missing from those that were: [{what, entry, why, …}].
  unread jsonb not null check (jsonb_typeof(unread) = 'array'),
  partly jsonb not null check (jsonb_typeof(partly) = 'array'),
  -- Who the sender says this is. The person's own row is what the practice goes by.
  demographics jsonb not null,
  received_by uuid not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, content_hash),
  unique (practice_id, person_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id)
);
create index referral_of_person on referral (practice_id, person_id, received_at);
call fence('referral', 'person');
call append_only('referral');

-- Names that other systems have for a person. One name, one person: that is how the same person is known again.
create table person_identifier (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  system text not null check (system <> ''),
  value text not null check (value <> ''),
  type text not null default '',
  referral_id uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, system, value),
  foreign key (practice_id, person_id, referral_id) references referral (practice_id, person_id, id)
);
create index person_identifier_of_person on person_identifier (practice_id, person_id);
call fence('person_identifier', 'staff');
call append_only('person_identifier');

-- One problem, medicine, allergy, measurement, procedure or visit, as it came, with its place in the file.
create table history_item (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  -- None when it was measured here.
  referral_id uuid,
  kind text not null check (kind in ('problem', 'medicine', 'allergy', 'measurement', 'procedure', 'visit')),
  item jsonb not null check (item ->> 'kind' = kind),
  -- The same record come again is the same row.
  fingerprint bytea not null check (length(fingerprint) = 32),
  received_by uuid not null,
  received_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, person_id, fingerprint),
  unique (practice_id, person_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  foreign key (practice_id, person_id, referral_id) references referral (practice_id, person_id, id)
);
call fence('history_item', 'person');
call append_only('history_item');

-- What a named clinician said: of one item, or in answer to one question of the rules.
create table history_statement (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  item_id uuid,
  question text check (question <> ''),
  answer text not null check (answer <> ''),
  -- A year, a month or a day, no more exact than it was said.
  on_date text check (on_date ~ '^\d{4}(-\d{2}){0,2}$'),
  note text not null default '',
  said_by uuid not null,
  said_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  foreign key (practice_id, person_id, item_id) references history_item (practice_id, person_id, id),
  check ((item_id is null) <> (question is null)),
  check ((answer = 'on') = (on_date is not null)),
  check (answer not in ('cannot-be-known', 'refuted') or note <> '')
);
create index history_statement_of_person on history_statement (practice_id, person_id, number);
call fence('history_statement', 'person');
call append_only('history_statement');

-- Imports into one practice wait for each other, so that two copies of one referral, sent at once, make one person.
create function hold_imports() returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('import ' || app_practice()::text, 0));
end $$;
