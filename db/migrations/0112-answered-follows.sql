-- Whoever writes an answer asks for the person's schedule to be looked at anew, in the same transaction: the job writes down
-- which occasion it served, so that nobody who sends a form waits for the bookkeeping.
create function asking_moved() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform enqueue('asking-person', jsonb_build_object('practiceId', new.practice_id, 'personId', new.person_id), null,
    'asking ' || new.person_id);
  return null;
end $$;
create trigger asking_moved after insert on instrument_response for each row execute function asking_moved();
