-- What stood before a response that has just come: asked by everyone who sends a form, while they wait. As four questions under
-- the fence it cost more than the row itself. It runs as the owner and so asks, like the policies of the table: this practice,
-- for a client their own, for a guest what belongs to their course, for a tablet nothing. What was corrected counts for nothing.
--
-- `best` and `last` are of what was answered by that moment; `knownBest` and `knownLast` of everything that had come by now,
-- whenever it was answered. The newest answers count while they are not too old to be known; what this one corrects comes before
-- them, for nobody is called twice for one answer. `higher`: of this instrument more is better.
create function stood_before(about uuid, instrument text, answered timestamptz, corrected uuid, known interval,
  higher boolean default false)
returns json language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := app_practice();
  joined course;
  now_here timestamptz;
  best double precision;
  known_best double precision;
  last jsonb;
  known_last jsonb;
begin
  if app_tablet() is not null or app_person() <> about then return null; end if;
  if app_course() is not null then
    joined := fenced_course(app_course());
    if joined.id is null then return null; end if;
  end if;
  select
    case when higher then max(b.total) filter (where b.answered_at <= answered) else min(b.total) filter (where b.answered_at <= answered) end,
    case when higher then max(b.total) else min(b.total) end
  into best, known_best
  from instrument_response b
  where b.practice_id = here and b.person_id = about and b.instrument_id = instrument and b.id is distinct from corrected
    and (joined.id is null or b.course_id = joined.id
      or b.course_id is null and b.answered_at > joined.begun_at - interval '336 hours')
    and not exists (select from instrument_response c where c.practice_id = here and c.replaces = b.id);
  if corrected is not null then
    select b.answers into last from instrument_response b
    where b.practice_id = here and b.id = corrected and b.person_id = about and b.instrument_id = instrument
      and (joined.id is null or b.course_id = joined.id
        or b.course_id is null and b.answered_at > joined.begun_at - interval '336 hours')
      and not exists (select from instrument_response c where c.practice_id = here and c.replaces = b.id);
    known_last := last;
  end if;
  if last is null then
    select b.answers into last from instrument_response b
    where b.practice_id = here and b.person_id = about and b.instrument_id = instrument
      and b.answered_at <= answered and b.answered_at > answered - known
      and (joined.id is null or b.course_id = joined.id
        or b.course_id is null and b.answered_at > joined.begun_at - interval '336 hours')
      and not exists (select from instrument_response c where c.practice_id = here and c.replaces = b.id)
    order by b.answered_at desc limit 1;
    now_here := care_now(here);
    select b.answers into known_last from instrument_response b
    where b.practice_id = here and b.person_id = about and b.instrument_id = instrument
      and b.answered_at > now_here - known
      and (joined.id is null or b.course_id = joined.id
        or b.course_id is null and b.answered_at > joined.begun_at - interval '336 hours')
      and not exists (select from instrument_response c where c.practice_id = here and c.replaces = b.id)
    order by b.answered_at desc limit 1;
  end if;
  return json_build_object('best', best, 'last', last, 'knownBest', known_best, 'knownLast', known_last);
end $$;
revoke execute on function stood_before from public;
grant execute on function stood_before to throughline_app;
