-- The facts of a chart: its sessions are listed once for the chart and its thread, an ending that was not a discharge is looked for
-- where there is one, and each question has one plan for all, for what is asked never depends on who it is asked about. What may be read
-- is unchanged, to the word (0130-rated.sql, 0212-thread-departure.sql, 0251-narrower-hands.sql).
-- docs/decisions/0351-a-chart-costs-less.md

-- As in 0212-thread-departure.sql.
create or replace function session_facts(c course) returns json language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare
  has_left boolean := exists (select from departure d where d.practice_id = c.practice_id and d.person_id = c.person_id);
begin
  return (select coalesce(json_agg(json_build_object('id', s.id, 'number', s.number, 'plannedAt', as_ms(s.planned_at),
      'phase', s.phase, 'room', s.room, 'departure', case when has_left then (
        select json_build_object('way', l.way, 'at', as_ms(l.left_at))
        from departures_standing(s.practice_id, s.id) l
        where l.left_at >= coalesce((select max(d.given_at) from doses_standing(s.practice_id, s.person_id) d
            where d.session_id = s.id), '-infinity')
          and not exists (select from discharge e where e.practice_id = s.practice_id and e.session_id = s.id
            and e.discharged_at > l.left_at)
        order by l.left_at desc, l.id desc limit 1) end) order by s.number), '[]')
    from journey_session s where s.practice_id = c.practice_id and s.course_id = c.id);
end $$;

-- As 0130-rated.sql has it. `c` is a course that fenced_course let through.
create function thread_of(c course, sessions json) returns json language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare
  -- Beliefs, how true they feel, and intentions: for whom the client left them open.
  opened uuid;
begin
  if may_read_preparation(c.person_id, c.id) then opened := c.id; end if;
  return json_build_object(
    'begunAt', as_ms(c.begun_at),
    'endsAt', as_ms(c.ended_at),
    'sessions', sessions,
    'doses', (select coalesce(json_agg(json_build_object('id', d.id, 'sessionId', d.session_id, 'at', as_ms(d.given_at),
        'corrects', d.corrects, 'struck', d.struck)), '[]')
      from dose d where d.practice_id = c.practice_id and d.person_id = c.person_id and d.course_id = c.id),
    'reviews', (select coalesce(json_agg(json_build_object('id', r.id, 'at', as_ms(r.reviewed_at),
        'nextReviewAt', as_ms(r.next_review_at), 'endsAt', as_ms(r.ends_at))), '[]')
      from course_review r where r.practice_id = c.practice_id and r.course_id = c.id),
    -- What a person answered shortly before the course began belongs to its beginning.
    'scores', (select coalesce(json_agg(json_build_object('id', a.id, 'instrumentId', a.instrument_id, 'total', a.total,
        'at', as_ms(a.answered_at))), '[]')
      from instrument_response a
      where a.practice_id = c.practice_id and a.person_id = c.person_id
        and (a.course_id = c.id or (a.course_id is null and a.answered_at > c.begun_at - interval '336 hours'))
        and not exists (select from instrument_response r where r.practice_id = a.practice_id and r.replaces = a.id)),
    'beliefs', (select coalesce(json_agg(json_build_object('id', b.id, 'words', b.words, 'at', as_ms(b.said_at))), '[]')
      from belief b where b.practice_id = c.practice_id and b.course_id = opened),
    'ratings', (select coalesce(json_agg(json_build_object('id', r.id, 'beliefId', r.belief_id, 'rating', r.rating,
        'at', as_ms(r.rated_at))), '[]')
      from belief_rating r where r.practice_id = c.practice_id and r.course_id = opened),
    'intentions', (select coalesce(json_agg(json_build_object('id', i.id, 'words', i.words, 'at', as_ms(i.said_at))), '[]')
      from intention i where i.practice_id = c.practice_id and i.course_id = opened),
    'integration', integration_facts(c.id));
end $$;
revoke execute on function thread_of from public;

create or replace function thread_facts(wanted uuid) returns json language plpgsql stable
security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  c course := fenced_course(wanted);
begin
  if c.id is null then return null; end if;
  return thread_of(c, session_facts(c));
end $$;

-- As 0251-narrower-hands.sql has it.
create or replace function chart_facts(about uuid, whole boolean) returns json language plpgsql stable
security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  p person;
  c course;
  next journey_session;
  open text[];
  sessions json;
begin
  if not sits_in_practice() then return null; end if;
  select * into p from person where practice_id = app_practice() and id = about
    and (app_person() is null or id = app_person());
  if p.id is null then return null; end if;
  c := fenced_course(newest_course(about));
  if c.id is not null then sessions := session_facts(c); end if;
  if whole and c.id is not null then
    select s.* into next from journey_session s
    where s.practice_id = c.practice_id and s.course_id = c.id and s.phase in ('planned', 'under-way', 'recovering')
    order by s.phase = 'planned', s.planned_at limit 1;
    if next.phase = 'planned' then open := open_gates_for_team(next.id); end if;
  end if;
  return json_build_object(
    'person', to_json(p),
    'team', (select coalesce(json_agg(json_build_object('memberId', m.id, 'name', m.name, 'roles', m.roles) order by t.since), '[]')
      from care_team t join member m on m.practice_id = t.practice_id and m.id = t.member_id
      where t.practice_id = p.practice_id and t.person_id = p.id and t.until is null),
    'course', (select json_build_object('id', c.id, 'title', e.document -> 'title', 'begunAt', as_ms(c.begun_at),
        'endsAt', as_ms(c.ended_at), 'sessions', sessions)
      from protocol_edition e where e.id = c.protocol_id and e.version = c.protocol_version),
    'thread', case when whole and c.id is not null then thread_of(c, sessions) end,
    'openGates', case when open is not null then json_build_object('sessionId', next.id, 'gates', to_json(open)) end);
end $$;
