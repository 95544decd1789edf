-- What mail has not left, for whoever administers a practice: to whom, since when, and how often it was tried; never what it says.
-- Mail about someone's own sign-in belongs to no practice: that it waits is told, not to whom. The list itself belongs to
-- graphile-worker, is made by it after this, and stays out of the app's reach.
create function unsent_mail() returns table (sent_to text, subject text, since timestamptz, tries integer, gave_up boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if app_practice() is null or app_person() is not null then return; end if;
  return query
    select case when j.payload ->> 'practiceId' = app_practice()::text then j.payload ->> 'to' end,
      j.payload ->> 'subject', j.created_at, j.attempts::integer, j.attempts >= j.max_attempts
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'mail' and j.created_at < now() - interval '2 minutes'
      and j.payload ->> 'practiceId' in (app_practice()::text, '00000000-0000-0000-0000-000000000000')
    order by j.created_at;
end $$;
revoke execute on function unsent_mail from public;
grant execute on function unsent_mail to throughline_app;
