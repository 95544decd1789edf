-- As in 0088-plain-facts.sql, and how each session ended where that was not by discharge: the departure that stands, if it is the
-- last that is known of the session since its last dose.
create or replace function session_facts(c course) returns json language plpgsql stable
security definer set search_path = public, pg_temp as $$
begin
  return (select coalesce(json_agg(json_build_object('id', s.id, 'number', s.number, 'plannedAt', as_ms(s.planned_at),
      'phase', s.phase, 'room', s.room, 'departure', (
        select json_build_object('way', l.way, 'at', as_ms(l.left_at))
        from departures_standing(s.practice_id, s.id) l
        where l.left_at >= coalesce((select max(d.given_at) from doses_standing(s.practice_id, s.person_id) d
            where d.session_id = s.id), '-infinity')
          and not exists (select from discharge e where e.practice_id = s.practice_id and e.session_id = s.id
            and e.discharged_at > l.left_at)
        order by l.left_at desc, l.id desc limit 1)) order by s.number), '[]')
    from journey_session s where s.practice_id = c.practice_id and s.course_id = c.id);
end $$;
revoke execute on function session_facts from public;
