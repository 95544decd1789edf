-- What was told of when a journey is to be: planned, moved, called off; by whom, when and why. `journey_session` holds where
-- it stands now, and these are what made it so.

create table session_plan (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  session_id uuid not null,
  kind text not null check (kind in ('planned', 'moved', 'cancelled')),
  -- When it was to be until then; null where it was planned anew.
  from_at timestamptz,
  planned_at timestamptz,
  room text,
  reason text check (btrim(reason) <> ''),
  -- Why it is planned although a room or a person is taken at that hour.
  despite text check (btrim(despite) <> ''),
  told_by uuid not null,
  told_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  foreign key (practice_id, told_by) references member (practice_id, id),
  check ((kind = 'planned') = (from_at is null)),
  check ((kind = 'planned') = (reason is null)),
  check ((kind = 'cancelled') = (planned_at is null))
);
create index session_plan_of_course on session_plan (practice_id, course_id, number desc);
call fence('session_plan', 'person');
call append_only('session_plan');
create index journey_session_at on journey_session (practice_id, planned_at) where phase in ('planned', 'under-way', 'recovering');

-- One plan after another in a practice, so that two who take the same room at once do not miss each other.
create function hold_plans() returns void language sql volatile as $$
  select pg_advisory_xact_lock(hashtextextended(app_practice()::text || ' plans', 0))
$$;
grant execute on function hold_plans to throughline_app;
