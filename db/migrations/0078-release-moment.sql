-- A release may wait for whoever is just changing one of its facts. What they told is then committed, but later than the
-- moment at which the release was asked for, and a gate worked out as of that moment would not see it. So the moment of a
-- release is the one at which the facts are held: nothing that was committed before it is later than it.

-- The clock of care at this very moment and not when the transaction began; in whole milliseconds, rounded up.
create function care_at_once(practice uuid) returns timestamptz language sql volatile as $$
  select date_trunc('milliseconds', care_now(practice) + (clock_timestamp() - now()) + interval '999 microseconds')
$$;
grant execute on function care_at_once to throughline_app;

create or replace function release_begins() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  s journey_session;
  document jsonb;
begin
  perform hold_facts(new.session_id);
  select j.* into s from journey_session j where j.practice_id = new.practice_id and j.id = new.session_id;
  select e.document into document from course c join protocol_edition e on e.id = c.protocol_id and e.version = c.protocol_version
    where c.practice_id = new.practice_id and c.id = new.course_id;
  new.released_at := care_at_once(new.practice_id);
  new.expires_at := coalesce(release_ends(s, document, new.released_at), new.released_at);
  return new;
end $$;
