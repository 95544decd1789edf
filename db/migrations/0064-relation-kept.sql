-- The same answer as before, from kept plans: asked at every request, it cost more to plan than to run.
drop function relation_to(text, uuid);
create function relation_to(kind text, id uuid) returns table (person_id uuid, relation text) language plpgsql stable as $$
#variable_conflict use_column
declare
  about uuid;
  through uuid;
begin
  case kind
    when 'person' then about := relation_to.id;
    when 'course' then
      select c.person_id, c.id into about, through from course c where c.practice_id = app_practice() and c.id = relation_to.id;
    when 'session' then
      select s.person_id, s.course_id into about, through from journey_session s
      where s.practice_id = app_practice() and s.id = relation_to.id;
    else return;
  end case;
  if not exists (select from person p where p.practice_id = app_practice() and p.id = about) then return; end if;
  return query select about, case
    when app_course() is not null then
      case when through is null or through = app_course() then 'guest' else 'same-practice' end
    when app_person() = about then 'self'
    else coalesce((
      select case when t.until is null then 'assigned' else 'formerly-assigned' end from care_team t
      where t.practice_id = app_practice() and t.person_id = about and t.member_id = app_seat()
      order by t.until desc nulls first limit 1), 'same-practice')
  end;
end $$;
