-- A medicine or an allergy that comes in after a release was not in view when it was given. What it means may be a thing that only the
-- rules can say (a pressure on standing, a last dose to be asked for), and not the gates that are derived here: so the release is over,
-- whatever it is, and everything is looked at again. Where a gate of its own has opened, that one is named.
create function told_ends_releases() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moment timestamptz;
begin
  perform end_dead_releases(new.practice_id, new.person_id);
  moment := care_at_once(new.practice_id);
  insert into release_end (practice_id, release_id, person_id, course_id, session_id, gates, ended_at)
  select l.practice_id, l.id, l.person_id, l.course_id, l.session_id, array['findings'],
    date_trunc('milliseconds', care_now(l.practice_id) + (clock_timestamp() - now()))
  from release l
  where l.practice_id = new.practice_id and l.person_id = new.person_id and l.expires_at > moment and l.released_at <= moment
    and not exists (select from dose d where d.practice_id = l.practice_id and d.release_id = l.id)
    and not exists (select from release_end e where e.practice_id = l.practice_id and e.release_id = l.id)
  on conflict do nothing;
  return null;
end $$;
create constraint trigger told_ends_releases after insert on history_item deferrable initially deferred
  for each row when (new.kind in ('medicine', 'allergy')) execute function told_ends_releases();
