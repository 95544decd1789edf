-- A row of the trail is numbered by its transaction, and transactions are numbered by the cluster. A dump that is restored into a younger
-- cluster brings rows of transactions that have not begun there: whatever is written from then on would be older than the horizon,
-- and never sealed. So the number goes on from where the trail is, by this many.
alter table audit_horizon add column ahead bigint not null default 0 check (ahead >= 0);

create function trail_xid(here xid8) returns xid8 language sql stable parallel safe return
  (here::text::bigint + (select h.ahead from audit_horizon h))::text::xid8;
grant execute on function trail_xid to throughline_app;

alter table audit_event alter xid set default trail_xid(pg_current_xact_id());

-- As 0250-trail-by-itself.sql has it, in the trail's own numbers.
create or replace function horizon_follows_seals() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.sealer', true) is distinct from 'on' then
    raise exception 'only the sealer moves the horizon' using errcode = '42501';
  end if;
  if new.sealed_below < old.sealed_below or new.sealed_below > trail_xid(pg_snapshot_xmin(pg_current_snapshot())) or exists (
    select from audit_event e where e.xid >= old.sealed_below and e.xid < new.sealed_below and not exists (
      select from audit_seal s where s.practice_id = e.practice_id and s.event_id = e.id)
  ) then
    raise exception 'the horizon follows the seals' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- Asked by the owner before a server begins. Where the horizon, which only the sealer moves, is ahead of every transaction of this cluster, the
-- trail is from another one: it goes on behind its newest row. A row that is far ahead of the horizon is no row of the sealer's and is
-- left where it is, for `audit verify` to name. Answers by how many the numbers went on; null where nothing was to be done.
create function trail_goes_on() returns bigint language plpgsql as $$
declare
  horizon bigint;
  newest bigint;
  here bigint;
begin
  select sealed_below::text::bigint into horizon from audit_horizon for update;
  here := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
  if horizon <= trail_xid(here::text::xid8)::text::bigint then return null; end if;
  select greatest(horizon, max(e.xid::text::bigint)) into newest from audit_event e
    where e.xid >= horizon::text::xid8 and e.xid < (horizon + 1000000)::text::xid8;
  update audit_horizon set ahead = coalesce(newest, horizon) + 1 - here;
  return coalesce(newest, horizon) + 1 - here;
end $$;
revoke execute on function trail_goes_on from public;
