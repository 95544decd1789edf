-- The client's own hand on their safety plan. What they change holds on their page and is read by their team; whether a plan has been
-- made with a clinician, which a dose may hang on, is told by safety_plan alone.
create table safety_plan_change (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  warning_signs text not null,
  on_my_own text not null,
  people_and_places text not null,
  people_to_ask text not null,
  professionals text not null,
  surroundings text not null,
  written_by uuid not null references seat,
  written_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  check (btrim(warning_signs || on_my_own || people_and_places || people_to_ask || professionals || surroundings) <> ''),
  check (greatest(length(warning_signs), length(on_my_own), length(people_and_places), length(people_to_ask),
    length(professionals), length(surroundings)) <= 2000)
);
create index safety_plan_change_of_person on safety_plan_change (practice_id, person_id, written_at desc, number desc);
call fence('safety_plan_change', 'person');
create policy own_hand on safety_plan_change as restrictive for insert
  with check (is_self(person_id) and written_by = (select app_seat()));
call append_only('safety_plan_change');
