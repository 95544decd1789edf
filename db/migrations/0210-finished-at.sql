-- What waited on a device has two moments: when it was said, by that device's clock, and when it arrived here. Both are kept;
-- `arrived_at` is empty where nothing waited. `doubt` marks a clock that ran ahead, or an entry that came long after.
alter table suicide_check
  add column arrived_at timestamptz,
  add column doubt text check (doubt in ('ahead', 'late')),
  -- By which of the two it counts: the safer. A clear answer opens a way from the earlier one on, and where its clock is in doubt
  -- it opens none; any other stands until the later one.
  add column counts_at timestamptz generated always as (
    case
      when answer <> 'no-thoughts' then greatest(asked_at, arrived_at)
      when doubt is null then least(asked_at, arrived_at)
    end
  ) stored;
alter table safety_plan_change
  add column arrived_at timestamptz,
  add column doubt text check (doubt in ('ahead', 'late'));

-- As in 0041-safety.sql, by the moment that counts.
create or replace function suicide_gate(about uuid, at timestamptz) returns text language sql stable as $$
  with here as (
    select p.time_zone from practice p where p.id = app_practice()
  ), asked as (
    select c.id, c.answer, c.counts_at,
      (c.counts_at at time zone here.time_zone)::date = (suicide_gate.at at time zone here.time_zone)::date as today
    from suicide_check c, here
    where c.practice_id = app_practice() and c.person_id = about and c.counts_at <= suicide_gate.at
      and c.counts_at > suicide_gate.at - interval '720 hours'
  ), latest as (
    select * from asked where today order by counts_at desc, id desc limit 1
  ), alarm as (
    select max(counts_at) as at from asked where answer = 'intent-or-plan'
  )
  select case
    when not exists (select from latest) then 'not-asked'
    when exists (select from asked where today and answer = 'intent-or-plan') then 'stop'
    when (select answer from latest) = 'no-thoughts' and (select alarm.at from alarm) is null then 'met'
    when exists (
      select from suicide_override o where o.practice_id = app_practice() and o.check_id = (select id from latest)
        and o.decided_at <= suicide_gate.at and o.expires_at > suicide_gate.at
    ) and exists (
      select from safety_plan s where s.practice_id = app_practice() and s.person_id = about
        and s.made_at <= suicide_gate.at and s.made_at > suicide_gate.at - interval '2160 hours'
        and s.made_at > coalesce((select alarm.at from alarm), '-infinity')
    ) then 'met'
    else 'needs-decision'
  end
$$;
