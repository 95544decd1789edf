-- What a licensed clinician makes of somebody's risk after the suicide screen, or after intent or a plan was told: in their
-- own words, with a level. The newest holds until there is a newer one; nothing here runs out by waiting (clinical.md EL-M06).
create table risk_formulation (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  level text not null check (level in ('low', 'moderate', 'high')),
  speaks_for text not null check (btrim(speaks_for) <> ''),
  protects text not null check (btrim(protects) <> ''),
  could_change text not null check (btrim(could_change) <> ''),
  next_steps text not null check (btrim(next_steps) <> ''),
  document_hash text not null,
  confirmation_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  foreign key (practice_id, made_by) references member (practice_id, id)
);
create index risk_formulation_of_person on risk_formulation (practice_id, person_id, made_at desc);
call fence('risk_formulation', 'staff');
call append_only('risk_formulation');
create trigger facts_changed after insert on risk_formulation for each row execute function facts_changed();
create trigger facts_find_dead_releases before insert on risk_formulation for each row execute function facts_find_dead_releases();

-- What the screen called for, each at the moment it came here: `now` for "right now", and otherwise what was new or worse. It
-- stands in the list of tasks, which a form that is not finished yet raises as well.
create function screens_raised(about uuid, until timestamptz) returns table (at timestamptz, now boolean) language sql stable as $$
  select t.raised_at, t.kind = 'danger-now'
  from task t
  where t.practice_id = app_practice() and t.person_id = about and t.raised_at <= until
    and (t.kind = 'danger-now' or t.kind = 'danger-answer' and t.urgency <> 'listed' and (
      exists (select from instrument_response r where r.practice_id = t.practice_id and r.id = t.about_id and r.instrument_id = 'asq')
      or exists (select from instrument_draft d where d.practice_id = t.practice_id and d.id = t.about_id and d.instrument_id = 'asq')))
$$;

create trigger facts_changed after insert on task for each row
  when (new.kind in ('danger-now', 'danger-answer')) execute function facts_changed();
create trigger facts_find_dead_releases before insert on task for each row
  when (new.kind in ('danger-now', 'danger-answer')) execute function facts_find_dead_releases();

-- As 0210-finished-at.sql has it, and in addition: a high formulation and "right now" stop, whatever was asked today; the screen,
-- and intent or a plan, call for a formulation since, however long ago they were; moderate calls for the prescriber's decision.
create or replace function suicide_gate(about uuid, at timestamptz) returns text language sql stable as $$
  with here as (
    select p.time_zone from practice p where p.id = app_practice()
  ), asked as (
    select c.id, c.answer, c.counts_at,
      (c.counts_at at time zone here.time_zone)::date = (suicide_gate.at at time zone here.time_zone)::date as today
    from suicide_check c, here
    where c.practice_id = app_practice() and c.person_id = about and c.counts_at <= suicide_gate.at
  ), latest as (
    select * from asked where today order by counts_at desc, id desc limit 1
  ), alarm as (
    select max(counts_at) as at from asked where answer = 'intent-or-plan'
  ), formulated as (
    select f.level, f.made_at from risk_formulation f
    where f.practice_id = app_practice() and f.person_id = about and f.made_at <= suicide_gate.at
    order by f.made_at desc, f.id desc limit 1
  ), since as (
    select coalesce((select made_at from formulated), '-infinity') as at
  ), screen as (
    select max(s.at) as at, max(s.at) filter (where s.now) as now from screens_raised(about, suicide_gate.at) s
  )
  select case
    when exists (select from asked where today and answer = 'intent-or-plan') then 'stop'
    when (select screen.now > since.at from screen, since) then 'stop'
    when (select level from formulated) = 'high' then 'stop'
    when not exists (select from latest) then 'not-asked'
    when (select screen.at > since.at from screen, since) then 'needs-formulation'
    when (select alarm.at > since.at from alarm, since) then 'needs-formulation'
    when ((select answer from latest) = 'no-thoughts'
        and coalesce((select alarm.at from alarm) <= suicide_gate.at - interval '720 hours', true)
        and coalesce((select level from formulated), 'low') = 'low'
      or exists (
        select from suicide_override o where o.practice_id = app_practice() and o.check_id = (select id from latest)
          and o.decided_at <= suicide_gate.at and o.expires_at > suicide_gate.at
      )) and ((select answer from latest) = 'no-thoughts' and (select alarm.at from alarm) is null
        and coalesce((select level from formulated), 'low') = 'low'
      or exists (
        select from safety_plan s where s.practice_id = app_practice() and s.person_id = about
          and s.made_at <= suicide_gate.at and s.made_at > suicide_gate.at - interval '2160 hours'
          and s.made_at > coalesce((select alarm.at from alarm), '-infinity')
      )) then 'met'
    else 'needs-decision'
  end
$$;
