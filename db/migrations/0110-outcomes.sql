-- How each course stood at each time after its last dose, worked out from doses and responses and made anew when either
-- changes. Derived, so it may change; no fact lives here alone. It lets a practice of a hundred thousand people be counted at once.
create table outcome_point (
  practice_id uuid not null,
  course_id uuid not null,
  person_id uuid not null,
  instrument_id text not null,
  time text not null check (time in ('week', 'month', 'quarter', 'half-year', 'year')),
  protocol_id text not null,
  route text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  baseline double precision,
  baseline_band text,
  total double precision,
  answered_at timestamptz,
  change double precision,
  reliable text not null check (reliable in ('improvement', 'deterioration', 'no-reliable-change', 'not-defined', 'unknown')),
  response boolean,
  remission boolean,
  primary key (practice_id, instrument_id, time, course_id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  -- A total that could not be formed changes nothing: it is unknown.
  check (total is not null or (change is null and reliable = 'unknown'))
);
create index outcome_point_of_course on outcome_point (practice_id, course_id);
call fence('outcome_point', 'staff');
grant select, insert,
  update (protocol_id, route, opens_at, closes_at, baseline, baseline_band, total, answered_at, change, reliable, response, remission)
  on outcome_point to throughline_app;

-- Whoever writes a dose or a response asks for the person's points to be made anew, in the same transaction.
create function outcome_is_stale() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform enqueue('outcome-points', jsonb_build_object('practiceId', new.practice_id, 'personId', new.person_id), null,
    'outcome ' || new.person_id);
  return null;
end $$;
create trigger outcome_is_stale after insert on dose for each row execute function outcome_is_stale();
create trigger outcome_is_stale after insert on instrument_response for each row execute function outcome_is_stale();

-- Alike courses counted together. It reads as the owner because the planner cannot see through the fence: behind it, it
-- expects a thousand rows where there are half a million, and sorts them on disk. It asks the fence's own two questions
-- first, and gives out counts alone.
create function outcome_counts(instrument text, moment timestamptz)
returns table (
  "time" text, protocol_id text, route text, baseline_band text, change double precision, reliable text,
  response boolean, remission boolean, assessed boolean, over boolean, courses integer
) language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare here uuid := app_practice();
begin
  if here is null or app_person() is not null then return; end if;
  return query
    select p.time, p.protocol_id, p.route, p.baseline_band, p.change, p.reliable, p.response, p.remission,
      p.total is not null, p.closes_at <= moment, count(*)::integer
    from outcome_point p
    where p.practice_id = here and p.instrument_id = instrument and p.opens_at <= moment
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
end $$;
revoke execute on function outcome_counts from public;
grant execute on function outcome_counts to throughline_app;
