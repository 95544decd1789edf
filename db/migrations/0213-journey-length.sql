-- How long a journey takes up its room and its people: a practice's own decision. The newest counts; without one, the project's
-- own setting does (content/schedules/journey.json).
create table journey_length (
  practice_id uuid not null references practice,
  id uuid not null unique,
  minutes integer not null check (minutes between 60 and 720),
  number bigint generated always as identity,
  set_by uuid not null,
  set_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, set_by) references member (practice_id, id)
);
create index journey_length_newest on journey_length (practice_id, number desc);
call fence('journey_length', 'practice');
call append_only('journey_length');
