-- Who wrote a row of the trail, when, and in which transaction is said by the database, from what it knows of the transaction
-- itself. The app names what was done, about whom and what came of it, and can say nothing else.
alter table audit_event alter account_id set default app_account(), alter seat_id set default app_seat();
revoke insert on audit_event from throughline_app;
grant insert (practice_id, roles, action, subject_kind, subject_id, person_id, intent_key, effect, outcome, why)
  on audit_event to throughline_app;
revoke insert on audit_seal from throughline_app;
grant insert (practice_id, position, event_id, hash) on audit_seal to throughline_app;

-- Whether the one who acts owns the house, rather than works as the app: migrations, what runs as the owner, and repairs.
create function as_owner() returns boolean language sql stable parallel safe
  return pg_has_role(current_user, (select relowner from pg_class where oid = 'public.practice'::regclass), 'usage');

-- How far the trail is sealed is moved by the sealer alone, never back, and never past a row without its seal.
create function horizon_follows_seals() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.sealer', true) is distinct from 'on' then
    raise exception 'only the sealer moves the horizon' using errcode = '42501';
  end if;
  if new.sealed_below < old.sealed_below or new.sealed_below > pg_snapshot_xmin(pg_current_snapshot()) or exists (
    select from audit_event e where e.xid >= old.sealed_below and e.xid < new.sealed_below and not exists (
      select from audit_seal s where s.practice_id = e.practice_id and s.event_id = e.id)
  ) then
    raise exception 'the horizon follows the seals' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger horizon_follows_seals before update on audit_horizon for each row when (not as_owner())
  execute function horizon_follows_seals();
