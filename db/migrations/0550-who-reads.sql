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
