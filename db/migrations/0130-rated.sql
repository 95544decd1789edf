-- Answers that a member of the care team wrote down: a rating of their own, or questions that were asked together.

-- `together`: read out to the person, and their answers noted. `rated`: what a clinician saw and judged. `answered_by` says who.
-- `replaces`: a correction, which stands in the place of what it names; both stay. `read_from`: whose copy the questions were
-- read from, where there are no words of them here.
alter table instrument_response
  add column given text not null default 'alone' check (given in ('alone', 'together', 'rated', 'tablet')),
  add column replaces uuid,
  add column read_from text check (btrim(read_from) <> '' and length(read_from) <= 200),
  add constraint instrument_response_corrects foreign key (practice_id, replaces)
    references instrument_response (practice_id, id),
  add constraint instrument_response_written_down check (
    given in ('together', 'rated') or (replaces is null and read_from is null)),
  add constraint instrument_response_corrects_another check (replaces <> id);
create index instrument_response_replaced on instrument_response (practice_id, replaces) where replaces is not null;

-- 'stated': whoever wrote it down said when it was.
alter table instrument_response drop constraint instrument_response_clock_check;
alter table instrument_response add constraint instrument_response_clock_check
  check (clock in ('device', 'received', 'bounded', 'stated'));

-- No client and no guest can say that a clinician rated them.
create policy written_down_by_members on instrument_response as restrictive for insert
  with check ((select app_person()) is null or given in ('alone', 'tablet'));

-- What someone has written down so far. Its author alone goes on with it; its id becomes the response's.
create table rating_draft (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  instrument_id text not null,
  instrument_version text not null,
  language text not null check (language in ('en', 'es')),
  answers jsonb not null,
  withheld jsonb not null,
  read_from text,
  rated_at timestamptz,
  replaces uuid,
  by_seat_id uuid not null,
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  primary key (practice_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  foreign key (practice_id, replaces) references instrument_response (practice_id, id),
  foreign key (practice_id, by_seat_id) references member (practice_id, id)
);
create index rating_draft_of_person on rating_draft (practice_id, person_id, by_seat_id, saved_at desc);
call fence('rating_draft', 'staff');
grant select, insert, update (language, answers, withheld, read_from, rated_at, saved_at) on rating_draft to throughline_app;

-- Whoever was rated, or asked together, has met a human being of the practice.
create or replace function has_met(about uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from suicide_check c where c.practice_id = app_practice() and c.person_id = about)
    or exists (select from history_statement h where h.practice_id = app_practice() and h.person_id = about)
    or exists (select from clearance k where k.practice_id = app_practice() and k.person_id = about)
    or exists (select from dose d where d.practice_id = app_practice() and d.person_id = about)
    or exists (select from instrument_response r where r.practice_id = app_practice() and r.person_id = about
      and r.given in ('together', 'rated'))
$$;

-- As in 0088-plain-facts.sql, but for one thing: on the thread stands what corrected a score, and not the score it corrected.
create or replace function thread_facts(wanted uuid) returns json language plpgsql stable
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
