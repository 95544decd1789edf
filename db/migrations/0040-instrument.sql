-- What a person was asked, what they answered, and how it scored under which version. A response is a fact; a draft is not.

-- What someone has answered so far, so that another device can go on. Its id becomes the response's.
create table instrument_draft (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  instrument_id text not null,
  instrument_version text not null,
  language text not null check (language in ('en', 'es')),
  answers jsonb not null,
  withheld jsonb not null,
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  primary key (practice_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id)
);
create index instrument_draft_of_person on instrument_draft (practice_id, person_id, saved_at desc);
call fence('instrument_draft', 'person');
grant select, insert, update (language, answers, withheld, saved_at) on instrument_draft to throughline_app;

-- `answers` is what the scorer was given; `withheld` says why an item has none: {"9": "in-person"}.
-- A total that could not be formed is null; it is never 0.
create table instrument_response (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid,
  instrument_id text not null,
  instrument_version text not null,
  language text not null check (language in ('en', 'es')),
  answers jsonb not null,
  withheld jsonb not null,
  status text not null check (status in ('complete', 'prorated', 'incomplete')),
  scores jsonb not null,
  total double precision,
  band text,
  flags text[] not null,
  answered_at timestamptz not null,
  answered_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  check (status <> 'incomplete' or total is null)
);
create index instrument_response_of_person on instrument_response (practice_id, person_id, instrument_id, answered_at desc);
call fence('instrument_response', 'person');
call append_only('instrument_response');
