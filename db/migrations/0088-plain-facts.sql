-- The same facts of a thread and a chart, as plain text rather than as a tree that is built to be printed at once: the chart
-- is opened more often than anything else, and this is what most of its time went into. What may be read is unchanged, to
-- the word, from 0063-thread-facts.sql.
drop function chart_facts(uuid, boolean);
drop function thread_facts(uuid);
drop function integration_facts(uuid);
drop function session_facts(course);

create function integration_facts(wanted uuid) returns json language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare
  here uuid := app_practice();
  c course := fenced_course(wanted);
  roots uuid[];
begin
  roots := array(
    select i.id from insight i
    where i.practice_id = here and i.course_id = c.id and i.corrects is null and may_read_insight(i.id, i.person_id, i.course_id));
  return json_build_object(
    'insights', (select coalesce(json_agg(json_build_object('id', i.id, 'words', i.words, 'at', as_ms(i.arisen_at),
        'sessionId', i.session_id, 'corrects', i.corrects, 'audience', insight_audience(coalesce(i.corrects, i.id)))), '[]')
      from insight i where i.practice_id = here and i.course_id = c.id and coalesce(i.corrects, i.id) = any (roots)),
    'meanings', (select coalesce(json_agg(json_build_object('id', m.id, 'words', m.words, 'at', as_ms(m.found_at),
        'insightId', m.insight_id)), '[]')
      from insight_meaning m where m.practice_id = here and m.insight_id = any (roots)),
    'exercises', (select coalesce(json_agg(json_build_object('id', e.id, 'words', e.words, 'at', as_ms(e.begun_at),
        'insightId', e.insight_id, 'replaces', e.replaces)), '[]')
      from exercise e where e.practice_id = here and e.course_id = c.id
        and (e.insight_id is null or e.insight_id = any (roots))),
    'logs', (select coalesce(json_agg(json_build_object('id', l.id, 'exerciseId', l.exercise_id, 'outcome', l.outcome,
        'words', l.words, 'at', as_ms(l.logged_at))), '[]')
      from exercise e join exercise_log l on l.exercise_id = e.id
      where e.practice_id = here and e.course_id = c.id and (e.insight_id is null or e.insight_id = any (roots))),
    'changes', (select coalesce(json_agg(json_build_object('id', n.id, 'words', n.words, 'at', as_ms(n.noticed_at),
        'insightId', n.insight_id, 'exerciseId', n.exercise_id)), '[]')
      from change_noticed n where n.practice_id = here and n.insight_id = any (roots)));
end $$;

create function session_facts(c course) returns json language plpgsql stable
security definer set search_path = public, pg_temp as $$
begin
  return (select coalesce(json_agg(json_build_object('id', s.id, 'number', s.number, 'plannedAt', as_ms(s.planned_at),
      'phase', s.phase, 'room', s.room) order by s.number), '[]')
    from journey_session s where s.practice_id = c.practice_id and s.course_id = c.id);
end $$;
revoke execute on function session_facts from public;

create function thread_facts(wanted uuid) returns json language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare
  c course := fenced_course(wanted);
  -- Beliefs, how true they feel, and intentions: for whom the client left them open.
  opened uuid;
begin
  if c.id is null then return null; end if;
  if may_read_preparation(c.person_id, c.id) then opened := c.id; end if;
  return json_build_object(
    'begunAt', as_ms(c.begun_at),
    'endsAt', as_ms(c.ended_at),
    'sessions', session_facts(c),
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
        and (a.course_id = c.id or (a.course_id is null and a.answered_at > c.begun_at - interval '336 hours'))),
    'beliefs', (select coalesce(json_agg(json_build_object('id', b.id, 'words', b.words, 'at', as_ms(b.said_at))), '[]')
      from belief b where b.practice_id = c.practice_id and b.course_id = opened),
    'ratings', (select coalesce(json_agg(json_build_object('id', r.id, 'beliefId', r.belief_id, 'rating', r.rating,
        'at', as_ms(r.rated_at))), '[]')
      from belief_rating r where r.practice_id = c.practice_id and r.course_id = opened),
    'intentions', (select coalesce(json_agg(json_build_object('id', i.id, 'words', i.words, 'at', as_ms(i.said_at))), '[]')
      from intention i where i.practice_id = c.practice_id and i.course_id = opened),
    'integration', integration_facts(c.id));
end $$;

create function chart_facts(about uuid, whole boolean) returns json language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare
  p person;
  c course;
  next journey_session;
  open text[];
begin
  select * into p from person where practice_id = app_practice() and id = about
    and (app_person() is null or id = app_person());
  if p.id is null then return null; end if;
  c := fenced_course(newest_course(about));
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
        'endsAt', as_ms(c.ended_at), 'sessions', session_facts(c))
      from protocol_edition e where e.id = c.protocol_id and e.version = c.protocol_version),
    'thread', case when whole then thread_facts(c.id) end,
    'openGates', case when open is not null then json_build_object('sessionId', next.id, 'gates', to_json(open)) end);
end $$;
