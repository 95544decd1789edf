-- What a client answered on a device that was still open when their place here ended is taken, and nothing is read to them
-- (docs/decisions/0341-answers-after-leaving.md). The same sign-in, the same account, and a place that was theirs: the fence is set
-- to their own person, and what may be done behind it the policy says: handing in.
create function enter_departed(token bytea, wanted_seat uuid, about uuid, machine_now timestamptz)
returns table (
  login_id uuid, account_id uuid, factors smallint, complete boolean, language text, seen_at timestamptz,
  seat_id uuid, practice_id uuid, person_id uuid, name text, demo boolean, care_now timestamptz
)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  l record;
  s seat;
begin
  select g.id, g.account_id, g.factors, g.complete, g.seen_at, a.language into l
  from login g join account a on a.id = g.account_id and a.disabled_at is null
  where g.token_hash = token and g.ended_at is null and g.ends_at > machine_now
    and g.seen_at > machine_now - interval '20 minutes';
  if not found then return; end if;
  select * into s from seat t
  where t.id = wanted_seat and t.account_id = l.account_id and t.kind = 'client' and t.person_id = about
    and t.until is not null
    -- Whoever has come back to the same care is there as themself.
    and not exists (select from seat n where n.account_id = t.account_id and n.practice_id = t.practice_id
      and n.kind = 'client' and n.person_id = t.person_id and n.until is null);
  if not found then return; end if;
  perform set_config('app.account_id', l.account_id::text, true), set_config('app.login_id', l.id::text, true),
    set_config('app.practice_id', s.practice_id::text, true), set_config('app.seat_id', s.id::text, true),
    set_config('app.person_id', s.person_id::text, true), set_config('app.course_id', '', true);
  return query
    select l.id, l.account_id, l.factors::smallint, l.complete, l.language::text, l.seen_at, s.id, s.practice_id, s.person_id,
      coalesce(nullif(p.called_by, ''), p.given_name), c.demo, case when c.demo then care_now(s.practice_id) else now() end
    from person p join practice c on c.id = p.practice_id
    where p.practice_id = s.practice_id and p.id = s.person_id;
end $$;
revoke all on function enter_departed from public;
grant execute on function enter_departed to throughline_app;
