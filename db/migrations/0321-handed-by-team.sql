-- What waited with the desk for want of a care team goes to the team once there is one; what a leaving member owned goes to whoever
-- is left. It is a handing like any other, by whoever changed the team, and says that it was not chosen by hand.
alter table task_event add column because text check (because in ('team-formed', 'team-left'));
alter table task_event add constraint task_event_because_of_handing check (because is null or kind = 'escalated');

-- Changing who takes part, and finding an owner for what comes up, follow one another: neither misses what the other is writing.
create function hold_team(about uuid, changing boolean) returns void language plpgsql as $$
declare place bigint := hashtextextended('team ' || app_practice()::text || about::text, 0);
begin
  if changing then perform pg_advisory_xact_lock(place); else perform pg_advisory_xact_lock_shared(place); end if;
end $$;
