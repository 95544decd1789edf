-- Where a session takes place; what a review decided; whom a practice names when someone needs help.

alter table journey_session add column room text check (room <> '' and length(room) <= 80);
grant update (room) on journey_session to throughline_app;

-- A review looks at the whole course and decides how it goes on. A course that is completed ends on a day that was agreed.
create table course_review (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  decision text not null check (decision in ('continue', 'change', 'complete')),
  reason text not null check (reason <> ''),
  next_review_at timestamptz,
  ends_at timestamptz,
  -- What stays with the client, in words written for them.
  farewell text check (farewell <> ''),
  reviewed_by uuid not null,
  reviewed_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  check ((decision = 'complete') = (ends_at is not null and farewell is not null)),
  check (decision <> 'complete' or next_review_at is null)
);
create index course_review_of_course on course_review (practice_id, course_id, reviewed_at);
call fence('course_review', 'person');
call append_only('course_review');

-- Each change is a new row, and the newest holds. Texts that a client reads stand in both languages: {"en", "es"}.
create table practice_help (
  practice_id uuid not null references practice,
  id uuid not null unique,
  hours jsonb not null check (hours ?& array['en', 'es']),
  after_hours jsonb not null check (after_hours ?& array['en', 'es']),
  -- Someone outside every treating team.
  concern_name text not null check (concern_name <> ''),
  concern_role jsonb not null check (concern_role ?& array['en', 'es']),
  concern_phone text not null check (concern_phone <> ''),
  board_name text not null check (board_name <> ''),
  board_phone text not null check (board_phone <> ''),
  board_site text,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id)
);
create index practice_help_newest on practice_help (practice_id, number desc);
call fence('practice_help', 'practice');
call append_only('practice_help');
