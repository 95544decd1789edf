-- A practice's own form: a FHIR R4 Questionnaire that it brought itself, with the file as it came.

-- Each import of a changed file is a new version; the newest row holds, and one without a file takes the form back. What was
-- answered keeps the version it was answered under.
create table own_form (
  practice_id uuid not null references practice,
  id uuid not null unique,
  form_id text not null check (form_id ~ '^own-[0-9a-f]{12}$'),
  version integer check (version > 0),
  language text check (language in ('en', 'es')),
  -- Word for word.
  original text check (octet_length(original) <= 1048576),
  -- What it became when it was read, in the order in which it stands: a later reader does not read it otherwise. Not jsonb,
  -- which would sort it.
  definition json,
  -- Which answers must reach a person, as the practice named them; none is a choice too.
  danger json not null,
  -- What gives the practice the right, in its own words.
  licence text not null check (licence <> ''),
  number bigint generated always as identity,
  added_by uuid not null,
  added_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, form_id, version),
  foreign key (practice_id, added_by) references member (practice_id, id),
  check ((original is null) = (definition is null)),
  check ((original is null) = (version is null)),
  check ((original is null) = (language is null))
);
create index own_form_newest on own_form (practice_id, form_id, number desc);
call fence('own_form', 'practice');
call append_only('own_form');
