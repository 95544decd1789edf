-- Which plan of vitals holds in a session, where its protocol has a sparser one beside the full: chosen when the dose is written
-- down, from what is on file then, and kept with its reasons. The newest counts; without one the full plan holds.
-- docs/decisions/0420-own-protocols.md
create table vitals_plan (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  session_id uuid not null,
  plan text not null check (plan in ('full', 'sparser')),
  because text[] not null,
  chosen_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  check ((plan = 'sparser') = (cardinality(because) = 0))
);
create index vitals_plan_newest on vitals_plan (practice_id, session_id, number desc);
call fence('vitals_plan', 'person');
call append_only('vitals_plan');
drop policy closed_to_guests on vitals_plan;
call close_to_guests('vitals_plan', 'course_id = (select app_course())');
