-- What is asked anew on the day of a dose, and what is tested or looked up for it (clinical.md 3.5 #2, #3, #6, #7; EL-M09, EL-U02, EL-B04,
-- EL-S05, MO-SX, IX-02, EV-HCG, EV-PDMP). docs/decisions/0380-asked-on-the-day.md

alter table day_told
  -- answers: what was said to each question of the day; medicines: the last dose of each, by ingredient.
  add column answers jsonb check (jsonb_typeof(answers) = 'object' and answers <> '{}'),
  -- reviewed: what changed, as a prescriber found it in going through it.
  add column review text check (btrim(review) <> ''),
  add column test_result text check (test_result in ('negative', 'positive', 'unclear')),
  add column report_result text check (report_result in ('as-expected', 'concern')),
  drop constraint day_told_kind_check,
  add constraint day_told_kind_check check (kind in ('fasting', 'standing', 'equipment', 'rems', 'closing', 'talked', 'talked-instead', 'count',
    'answers', 'reviewed', 'medicines', 'pregnancy-test', 'report')),
  add constraint day_told_answers check ((kind in ('answers', 'medicines')) = (answers is not null)),
  add constraint day_told_review check ((kind = 'reviewed') = (review is not null)),
  add constraint day_told_test check ((kind = 'pregnancy-test') = (test_result is not null)),
  add constraint day_told_report check ((kind = 'report') = (report_result is not null));
create index day_told_of_person on day_told (practice_id, person_id, kind, number desc);

alter table day_decision drop constraint day_decision_gate_check,
  add constraint day_decision_gate_check check (gate in ('pressure', 'interval', 'standing', 'count', 'today', 'medicines', 'report', 'substances'));

-- What an answer weighs; `dayRulesOf` works the same out of the table of rules, and a test holds them together. `hold` is as good as not
-- asked, `review` waits until a prescriber has gone through it.
create function day_lines() returns table (gate text, line text, answer text, weight text) language sql immutable as $$
  values
    ('today', 'warning-signs', 'none', 'settled'), ('today', 'warning-signs', 'any', 'block'), ('today', 'warning-signs', 'declined', 'hold'),
    ('today', 'infection-today', 'no', 'settled'), ('today', 'infection-today', 'yes', 'block'), ('today', 'infection-today', 'declined', 'hold'),
    ('today', 'bladder', 'no', 'settled'), ('today', 'bladder', 'known', 'override'), ('today', 'bladder', 'new', 'override'),
    ('today', 'bladder', 'declined', 'override'),
    ('today', 'capacity', 'has', 'settled'), ('today', 'capacity', 'lacks', 'block'), ('today', 'capacity', 'coerced', 'block'),
    ('today', 'capacity', 'intoxicated', 'block'),
    ('changes', 'changed-medicine', 'no', 'settled'), ('changes', 'changed-medicine', 'yes', 'review'),
    ('changes', 'changed-medicine', 'declined', 'review'),
    ('changes', 'changed-illness', 'no', 'settled'), ('changes', 'changed-illness', 'yes', 'review'),
    ('changes', 'changed-illness', 'declined', 'review'),
    ('changes', 'changed-emergency', 'no', 'settled'), ('changes', 'changed-emergency', 'yes', 'review'),
    ('changes', 'changed-emergency', 'declined', 'review'),
    ('changes', 'changed-fall', 'no', 'settled'), ('changes', 'changed-fall', 'yes', 'review'), ('changes', 'changed-fall', 'declined', 'review'),
    ('changes', 'changed-pregnancy', 'no', 'settled'), ('changes', 'changed-pregnancy', 'yes', 'review'),
    ('changes', 'changed-pregnancy', 'declined', 'review'),
    ('changes', 'changed-mind', 'no', 'settled'), ('changes', 'changed-mind', 'yes', 'review'), ('changes', 'changed-mind', 'declined', 'review'),
    ('substances', 'alcohol-today', 'no', 'settled'), ('substances', 'alcohol-today', 'yes', 'block'),
    ('substances', 'alcohol-today', 'declined', 'override'),
    ('substances', 'within-24-hours', 'no', 'settled'), ('substances', 'within-24-hours', 'yes', 'override'),
    ('substances', 'within-24-hours', 'declined', 'override'),
    ('substances', 'cannabis-within-24-hours', 'no', 'settled'), ('substances', 'cannabis-within-24-hours', 'yes', 'caution'),
    ('substances', 'cannabis-within-24-hours', 'declined', 'override'),
    ('substances', 'psychedelic-within-7-days', 'no', 'settled'), ('substances', 'psychedelic-within-7-days', 'yes', 'override'),
    ('substances', 'psychedelic-within-7-days', 'declined', 'override'),
    ('substances', 'intoxicated', 'no', 'settled'), ('substances', 'intoxicated', 'yes', 'block'),
    ('substances', 'withdrawing', 'no', 'settled'), ('substances', 'withdrawing', 'yes', 'block')
$$;

-- The newest answer to each question of a group that was told for this session today, with what it weighs; one nobody asked has none.
create function heard_today(s journey_session, wanted text, moment timestamptz)
returns table (line text, told_at timestamptz, weight text) language sql stable as $$
  select l.line, a.told_at, case when a.answer is not null then coalesce(w.weight, 'hold') end
  from (select distinct d.line from day_lines() d where d.gate = wanted) l
  left join lateral (
    select t.answers ->> l.line as answer, t.told_at from day_told t
    where t.practice_id = s.practice_id and t.session_id = s.id and t.kind = 'answers' and t.answers ? l.line and t.told_at <= moment
      and same_day(t.told_at, moment, t.practice_id)
    order by t.number desc limit 1
  ) a on true
  left join day_lines() w on w.gate = wanted and w.line = l.line and w.answer = a.answer
$$;

-- Every question asked today, none answered in a way that stops, and what weighs decided in writing since.
create function lines_gate(s journey_session, wanted text, moment timestamptz) returns boolean language sql stable as $$
  with heard as (select * from heard_today(s, wanted, moment))
  select not exists (select from heard where weight is null or weight not in ('settled', 'info', 'caution', 'override'))
    and (not exists (select from heard where weight = 'override')
      or decided_to_proceed(s, wanted, (select max(told_at) from heard where weight = 'override'), moment))
$$;

-- Every question asked today; what changed has been gone through since, by a prescriber.
create function changes_gate(s journey_session, moment timestamptz) returns boolean language sql stable as $$
  with heard as (select * from heard_today(s, 'changes', moment))
  select not exists (select from heard where weight is null)
    and (not exists (select from heard where weight in ('review', 'override', 'hold', 'block')) or exists (
      select from day_told t
      where t.practice_id = s.practice_id and t.session_id = s.id and t.kind = 'reviewed' and t.told_at <= moment
        and same_day(t.told_at, moment, t.practice_id)
        and t.told_at >= (select max(told_at) from heard where weight in ('review', 'override', 'hold', 'block'))
        and works_as(t.practice_id, t.told_by, array['prescriber'])
    ))
$$;

-- EV-PDMP: of the same day before a first dose, no older than 90 days after one; or a prescriber decided in writing.
create function report_gate(s journey_session, moment timestamptz) returns boolean language sql stable as $$
  with newest as (
    select t.told_at, t.report_result from day_told t
    where t.practice_id = s.practice_id and t.person_id = s.person_id and t.kind = 'report' and t.told_at <= moment
    order by t.number desc limit 1
  )
  select decided_to_proceed(s, 'report', coalesce((select told_at from newest), '-infinity'), moment) or coalesce((
    select n.report_result = 'as-expected' and case
      when exists (select from doses_standing(s.practice_id, s.person_id)) then n.told_at >= moment - interval '90 days'
      else same_day(n.told_at, moment, s.practice_id) end
    from newest n
  ), false)
$$;

-- What was told of the last dose of a sedative: one of today, or of which nobody knows, waits for a decision. Of which medicines it has to be
-- told, only the code can find.
create function medicines_gate(s journey_session, moment timestamptz) returns boolean language sql stable as $$
  select coalesce((
    select decided_to_proceed(s, 'medicines', t.told_at, moment) or not exists (
      select from jsonb_each_text(t.answers) said (medicine, last)
      where said.last <> 'not-today' and case
        when pg_input_is_valid(said.last, 'timestamptz') then same_day(said.last::timestamptz, moment, s.practice_id)
        else true end
    )
    from told_today(s, 'medicines', moment) t
  ), true)
$$;

-- EL-PG1: a test that was positive, whoever it was asked of. Whether one is needed, and how old it may be, only the code can find.
create function pregnancy_gate(s journey_session, moment timestamptz) returns boolean language sql stable as $$
  select coalesce((
    select t.test_result <> 'positive' from day_told t
    where t.practice_id = s.practice_id and t.person_id = s.person_id and t.kind = 'pregnancy-test' and t.told_at <= moment
    order by t.number desc limit 1
  ), true)
$$;

-- As 0261-day-told.sql has it, with these. What only the code can find, a release demands an evaluation of (below).
create or replace function open_gates(wanted uuid, moment timestamptz) returns text[] language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare
  s journey_session;
  document jsonb;
begin
  select j.* into s from journey_session j where j.practice_id = app_practice() and j.id = wanted;
  if not found then return array['session']; end if;
  select e.document into document from course c join protocol_edition e on e.id = c.protocol_id and e.version = c.protocol_version
    where c.practice_id = s.practice_id and c.id = s.course_id;
  return array(
    select gate from (values
      (1, 'session', session_gate(s, moment)),
      (2, 'order', order_gate(s, document, moment)),
      (3, 'today', lines_gate(s, 'today', moment)),
      (4, 'medicines', medicines_gate(s, moment)),
      (5, 'clearance', clearance_gate(s, moment)),
      (6, 'pregnancy', pregnancy_gate(s, moment)),
      (7, 'report', report_gate(s, moment)),
      (8, 'consent', consent_gate(s, document, moment)),
      (9, 'suicide', suicide_gate(s.person_id, moment) = 'met'),
      (10, 'changes', changes_gate(s, moment)),
      (11, 'substances', lines_gate(s, 'substances', moment)),
      (12, 'fasting', fasting_gate(s, document, moment)),
      (13, 'pressure', pressure_gate(s, document, moment)),
      (14, 'ride', ride_in_force(s, moment) is not null),
      (15, 'people', people_gate(s, document, moment)),
      (16, 'equipment', equipment_gate(s, document, moment)),
      (17, 'rems', rems_gate(s, document, moment)),
      (18, 'asked', asked_gate(s, moment)),
      (19, 'closing', coalesce(moment < last_start(s, document, moment), false)),
      (20, 'interval', interval_gate(s, document, moment)),
      (21, 'talked', talked_gate(s, document, moment)),
      (22, 'count', count_gate(s, moment))
    ) as gates (place, gate, met) where met is not true order by place);
end $$;

create or replace function evaluated_gates(findings jsonb) returns boolean language sql immutable as $$
  select array(select finding ->> 'id' from jsonb_array_elements(findings) finding where finding ->> 'state' = 'met')
    @> array['findings', 'standing', 'medicines', 'pregnancy']
$$;
