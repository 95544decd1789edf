-- What one sitting raises is one thing for one person (docs/decisions/0343-one-task-a-sitting.md): the first and most urgent leads, what
-- comes up beside it joins it. It is seen, handed on and closed as the one that leads, and calls no one by itself.
alter table task add column joins uuid,
  add constraint task_joins foreign key (practice_id, joins) references task (practice_id, id),
  add check (joins <> id);
create index task_joined on task (practice_id, joins) where joins is not null;

-- Whom it joins: raised a short while ago by answers of the same person, for the same owner, at least as urgent, and not touched by
-- anyone yet. What someone has seen is not made to mean more than they saw. The row is held, so that "I have seen it" waits or is waited
-- for; what was done meanwhile is read in a statement of its own. A client cannot read what was done with a task, so this asks for them.
create function task_to_join(about uuid, wanted text, care_now timestamptz) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare found_id uuid;
begin
  if app_person() is not null and app_person() <> about then return null; end if;
  select t.id into found_id from task t
  where t.practice_id = app_practice() and t.person_id = about and t.joins is null
    and t.owner_seat_id = owner_for(about)
    and t.kind in ('danger-now', 'danger-high', 'danger-answer', 'screen-in-person', 'medical-answer', 'asked-in-person',
      'getting-worse', 'answered-after', 'unscored-answers')
    and t.raised_at > care_now - interval '1 hour' and t.raised_at <= care_now
    and array_position(array['at-once', 'same-day', 'listed'], t.urgency)
      <= array_position(array['at-once', 'same-day', 'listed'], wanted)
    and not exists (select from task_event e where e.practice_id = t.practice_id and e.task_id = t.id)
  order by array_position(array['at-once', 'same-day', 'listed'], t.urgency), t.raised_at desc, t.id
  limit 1 for update;
  if found_id is null then return null; end if;
  perform from task_event e where e.practice_id = app_practice() and e.task_id = found_id;
  return case when found then null else found_id end;
end $$;
revoke all on function task_to_join from public;
grant execute on function task_to_join to throughline_app;
