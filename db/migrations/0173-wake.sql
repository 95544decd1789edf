-- What hangs on the content that a release brings is planned anew when a server starts on other content, or after a migration.

-- On what everything was planned last; nothing about anyone.
create table content_print (
  number bigint primary key generated always as identity,
  what text not null check (what in ('asking', 'outcomes')),
  print text not null,
  seen_at timestamptz not null default now()
);
-- Read and written by the function below alone: a policy that lets nobody by.
alter table content_print enable row level security;
create policy closed on content_print using (false);
call close_to_tablets('content_print');

-- Only for the house itself, in no practice's name. The newest print holds, so that going back wakes as well.
create function wake_for_content(hangs text, print text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare now_print text := print || ' ' || (select count(*) from migration);
begin
  if not in_house() then return false; end if;
  perform pg_advisory_xact_lock(hashtextextended('content ' || hangs, 0));
  if (select c.print from content_print c where c.what = hangs order by number desc limit 1) is not distinct from now_print then
    return false;
  end if;
  insert into content_print (what, print) values (hangs, now_print);
  if hangs = 'asking' then
    perform enqueue('asking-all', jsonb_build_object('practiceId', id), null, 'asking-all ' || id) from practice;
  else
    perform enqueue('outcome-points', jsonb_build_object('practiceId', practice_id, 'personId', person_id), null, 'outcome ' || person_id)
    from (select distinct practice_id, person_id from dose) treated;
  end if;
  return true;
end $$;
revoke all on function wake_for_content from public;
grant execute on function wake_for_content to throughline_app;
