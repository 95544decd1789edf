-- Why a reading that was due was not taken, where somebody says so. That it was not taken needs no row of its own: it is read
-- from the plan, the dose and the readings. `due_key` names what was due (src/journey/due.ts).
create table reading_not_taken (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  session_id uuid not null,
  due_key text not null check (due_key ~ '^(planned [0-9]{1,4}|again [0-9a-f-]{36})$'),
  reason text not null check (btrim(reason) <> ''),
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  foreign key (practice_id, recorded_by) references member (practice_id, id)
);
create index reading_not_taken_of_session on reading_not_taken (practice_id, session_id, recorded_at);
call fence('reading_not_taken', 'person');
call append_only('reading_not_taken');
