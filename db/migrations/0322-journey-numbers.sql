-- "Journey 2" is the second one that takes place. One that was called off, or that somebody left before any dose, does not count: the
-- next one has its number. Those that took place are counted by when, then those that are still to come by their day. What does not
-- count keeps the number it would have had.
create function journey_numbers(practice uuid, course uuid) returns table (session_id uuid, number smallint)
language sql stable as $$
  with every as (
    select j.id, j.planned_at, j.phase, (
      select min(d.given_at) from doses_standing(j.practice_id, j.person_id) d where d.session_id = j.id) as dosed_at
    from journey_session j where j.practice_id = practice and j.course_id = course
  ), counting as (
    select e.*, coalesce(e.dosed_at, e.planned_at) as at from every e
    where e.dosed_at is not null or e.phase in ('planned', 'under-way', 'recovering')
  )
  select c.id, (row_number() over (order by c.dosed_at is null, c.at, c.id))::smallint from counting c
  union all
  select e.id, (1 + (select count(*) from counting c where c.at < e.planned_at))::smallint from every e
  where not exists (select from counting c where c.id = e.id)
$$;

-- Two that do not count may have had the same number, and one that counts has it again.
alter table journey_session drop constraint journey_session_practice_id_course_id_number_key;
create index journey_session_of_course on journey_session (practice_id, course_id, number);

-- One after the other for a course: what the other wrote is seen.
create function number_journeys(practice uuid, course uuid) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  perform from course c where c.practice_id = practice and c.id = course for no key update;
  update journey_session j set number = n.number from journey_numbers(practice, course) n
    where j.practice_id = practice and j.id = n.session_id and j.number <> n.number;
end $$;
revoke execute on function number_journeys from public;

create function journeys_are_numbered() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare one record;
begin
  for one in select distinct practice_id, course_id from added loop
    perform number_journeys(one.practice_id, one.course_id);
  end loop;
  return null;
end $$;
create trigger journeys_are_numbered after insert on journey_session
  referencing new table as added for each statement execute function journeys_are_numbered();
create trigger journeys_are_numbered after insert on dose
  referencing new table as added for each statement execute function journeys_are_numbered();

create function journey_is_numbered() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform number_journeys(new.practice_id, new.course_id);
  return null;
end $$;
create trigger journey_is_numbered after update of phase, planned_at on journey_session for each row
  when (new.phase is distinct from old.phase or new.planned_at is distinct from old.planned_at)
  execute function journey_is_numbered();

do $$
declare one record;
begin
  for one in select practice_id, id from course loop
    perform number_journeys(one.practice_id, one.id);
  end loop;
end $$;
