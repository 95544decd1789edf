-- Which gates are still open for a session, by name, for those who take part in the care: for the first screen of a chart.
create function open_gates_for_team(wanted uuid) returns text[] language plpgsql stable
security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from journey_session j
    where j.practice_id = app_practice() and j.id = wanted and (j.course_id = app_course() or app_course() is null and exists (
      select from care_team t where t.practice_id = j.practice_id and t.person_id = j.person_id
        and t.member_id = app_seat() and t.until is null))
  ) then
    return null;
  end if;
  return open_gates(wanted, care_now(app_practice()));
end $$;
