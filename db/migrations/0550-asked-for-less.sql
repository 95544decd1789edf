-- Who reads what a client keeps, as 0043-preparation.sql and 0063-thread-facts.sql have it, asked for less: row by row in a record and in a
-- thread these are called more often than anything else. Their plans are kept, and no policy is asked within a policy. What may be read is
-- unchanged: the rows looked at here are named by practice, course and seat, as the policies of those tables name them.
create or replace function may_read_preparation(person uuid, course uuid) returns boolean language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare audience text;
begin
  if app_person() is not null and app_course() is null then return app_person() = person; end if;
  if app_course() is not null and app_course() is distinct from course then return false; end if;
  select r.audience into audience from preparation_reader r
    where r.practice_id = app_practice() and r.course_id = course order by r.number desc limit 1;
  if audience = 'no-one' then return false; end if;
  if app_course() is not null then return true; end if;
  return exists (
    select from care_team t join member m on m.practice_id = t.practice_id and m.id = t.member_id
    where t.practice_id = app_practice() and t.person_id = person and t.member_id = app_seat() and t.until is null
      and (coalesce(audience, 'team') = 'team' or 'therapist' = any (m.roles)));
end $$;

create or replace function may_read_insight(root uuid, person uuid, course uuid) returns boolean language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare audience text;
begin
  if app_person() is not null and app_course() is null then return app_person() = person; end if;
  if app_course() is not null and app_course() is distinct from course then return false; end if;
  select s.audience into audience from insight_sharing s where s.insight_id = root order by s.number desc limit 1;
  if audience is null or audience = 'no-one' then return false; end if;
  if app_course() is not null then return true; end if;
  return exists (
    select from care_team t join member m on m.practice_id = t.practice_id and m.id = t.member_id
    where t.practice_id = app_practice() and t.person_id = person and t.member_id = app_seat() and t.until is null
      and (audience = 'team' or 'therapist' = any (m.roles)));
end $$;

-- As 0240-moved.sql has it; the jobs go on the list together, not one by one.
create or replace function gather_moved(most integer) returns integer
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  taken integer;
  people jsonb;
begin
  if not in_house() then return 0; end if;
  with gone as (
    delete from moved where number in (select m.number from moved m order by m.number limit most for update skip locked)
    returning practice_id, whom
  )
  select count(*), jsonb_agg(distinct jsonb_build_object('practiceId', practice_id, 'personId', whom)) into taken, people from gone;
  if taken > 0 then
    perform graphile_worker.add_jobs(array(
      select (job.task, one::json, null, null, null, (one ->> 'practiceId') || job.key || (one ->> 'personId'), null, null)::graphile_worker.job_spec
      from jsonb_array_elements(people) one, (values ('asking-person', ' asking '), ('outcome-points', ' outcome ')) job (task, key)));
  end if;
  return taken;
end $$;
