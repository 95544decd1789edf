-- A reading that was due and has not come, and for which nobody said why: noted once, and put before a named person (MO-MISS).
create table reading_missed (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  session_id uuid not null,
  due_key text not null check (due_key ~ '^(planned [0-9]{1,4}|again [0-9a-f-]{36})$'),
  due_at timestamptz not null,
  noted_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id)
);
create unique index reading_missed_once on reading_missed (practice_id, session_id, due_key);
call fence('reading_missed', 'staff');
call append_only('reading_missed');

-- A dose, and the end of a session, ask for it to be looked at, in the same transaction; while it goes on the job comes back by
-- itself, so that no reading waits for it.
create function due_moved() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform enqueue('missed-session', jsonb_build_object('practiceId', new.practice_id, 'sessionId', new.session_id), null,
    'missed ' || new.session_id);
  return null;
end $$;
create trigger due_moved after insert on dose for each row execute function due_moved();
create trigger due_moved after insert on discharge for each row execute function due_moved();
create trigger due_moved after insert on departure for each row execute function due_moved();
