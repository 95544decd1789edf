-- When something was written down, as the clock of care told it then: in a rehearsal that clock has been moved since.
create function care_at(practice uuid, moment timestamptz) returns timestamptz language sql stable return
  moment + coalesce((
    select c.ahead from care_clock c where c.practice_id = practice and c.moved_at <= moment order by c.id desc limit 1
  ), '0'::interval);
grant execute on function care_at to throughline_app;
