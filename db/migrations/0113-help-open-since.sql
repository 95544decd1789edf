-- Since when an answer about dying, given in a form, waits for a person or for what came of it: the newest of them. A moment and
-- nothing else: it can be asked in the client's own name, who sees nothing of what was done about it. Answers that are only
-- listed are none, and what was said to somebody in person has been heard.
create function help_open_since(about uuid) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
  select max(t.raised_at) from task t
  where (app_person() is null or app_person() = about)
    and t.practice_id = app_practice() and t.person_id = about and t.urgency <> 'listed'
    and t.kind in ('danger-now', 'danger-answer')
    and not exists (select from task_event e where e.practice_id = t.practice_id and e.task_id = t.id and e.kind = 'done')
$$;
revoke all on function help_open_since from public;
grant execute on function help_open_since to throughline_app;
