-- Coming in, in one trip: who holds the token, in which seat, what time it is where they are, how they stand to whom the
-- request is about, and what the same intent was answered before (its lock is then held). It sets the fence for the
-- transaction. A guest comes in while the client's permission stands, and not a moment longer. Null: nobody is signed in.
-- Without a seat: signed in, but nowhere. Without `about`: there is no such person here, for them.
--
-- It runs as the owner, because there is no fence yet. So each question states the practice, for a client or a guest their
-- own person, and for a guest the one course, as the policies of those tables do. One small question after another, each
-- by a key and with its plan kept, costs less than half of one large join.
create function arrive(
  token bytea, wanted_seat uuid, machine_now timestamptz, attended boolean, about_kind text, about_id uuid, intent_key uuid
) returns json language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  nowhere constant uuid := '00000000-0000-0000-0000-000000000000';
  l record;
  s seat;
  roles text[];
  name text;
  disabled timestamptz;
  demo boolean;
  here uuid;
  care timestamptz := now();
  about uuid;
  relation text;
  earlier json;
begin
  select login.id, login.account_id, login.factors, login.complete, login.seen_at, account.language into l
  from login join account on account.id = login.account_id and account.disabled_at is null
  where login.token_hash = token and login.ended_at is null and login.ends_at > machine_now;
  if not found then return null; end if;

  if wanted_seat is not null then
    select * into s from seat where id = wanted_seat and account_id = l.account_id and until is null
      and (kind <> 'guest' or guest_stands(id));
  else
    select * into s from seat where account_id = l.account_id and until is null
      and not exists (select from member m where m.id in (seat.id, seat.home_member_id) and m.disabled_at is not null)
      and (seat.kind <> 'guest' or guest_stands(seat.id))
    order by since limit 1;
  end if;
  if s.kind = 'client' then
    select coalesce(nullif(p.called_by, ''), p.given_name) into name from person p
    where p.practice_id = s.practice_id and p.id = s.person_id;
    roles := array['client'];
  elsif s.id is not null then
    select m.name, m.roles, m.disabled_at into name, roles, disabled from member m where m.id = coalesce(s.home_member_id, s.id);
    if disabled is not null then s := null; name := null; roles := null;
    elsif s.kind = 'guest' then roles := array['guest']; end if;
  end if;

  if l.seen_at <= machine_now - (case s.kind when 'client' then interval '20 minutes' else interval '15 minutes' end) then
    return null;
  end if;
  if attended and l.seen_at < machine_now - interval '1 minute' then
    update login set seen_at = machine_now where id = (
      select id from login where id = l.id and seen_at < machine_now - interval '1 minute' for no key update skip locked);
  end if;

  here := coalesce(s.practice_id, nowhere);
  perform set_config('app.account_id', l.account_id::text, true),
    set_config('app.login_id', l.id::text, true),
    set_config('app.practice_id', here::text, true),
    set_config('app.seat_id', coalesce(s.id::text, ''), true),
    set_config('app.person_id', coalesce(s.person_id::text, ''), true),
    set_config('app.course_id', coalesce(s.course_id::text, ''), true);
  if s.practice_id is not null then
    select p.demo into demo from practice p where p.id = here;
    -- No other clock can be ahead.
    if demo then care := care_now(here); end if;
  end if;

  if about_kind = 'person' then
    select p.id into about from person p
    where p.practice_id = here and p.id = about_id and (s.person_id is null or p.id = s.person_id);
  elsif about_kind = 'course' then
    select c.person_id into about from course c
    where c.practice_id = here and c.id = about_id and (s.person_id is null or c.person_id = s.person_id)
      and (s.course_id is null or c.id = s.course_id);
  elsif about_kind = 'session' then
    select j.person_id into about from journey_session j
    where j.practice_id = here and j.id = about_id and (s.person_id is null or j.person_id = s.person_id)
      and (s.course_id is null or j.course_id = s.course_id);
  end if;
  if about is not null then
    if s.course_id is not null then relation := 'guest';
    elsif s.person_id = about then relation := 'self';
    else
      select case when t.until is null then 'assigned' else 'formerly-assigned' end into relation from care_team t
      where t.practice_id = here and t.person_id = about and t.member_id = s.id
      order by t.until desc nulls first limit 1;
      relation := coalesce(relation, 'same-practice');
    end if;
  end if;

  -- The lock is taken in one statement and the row read in the next, as in `first_answer`.
  if intent_key is not null and (about_kind is null or about is not null) then
    perform pg_advisory_xact_lock(hashtextextended(here::text || intent_key::text, 0));
    select json_build_object('contentHash', encode(i.content_hash, 'hex'), 'answer', i.answer) into earlier
    from intent i where i.practice_id = here and i.key = intent_key;
  end if;

  return json_build_object(
    'accountId', l.account_id, 'seatId', s.id, 'practiceId', s.practice_id, 'roles', roles, 'name', name,
    'personId', s.person_id, 'courseId', s.course_id, 'kind', s.kind, 'loginId', l.id, 'factors', l.factors,
    'complete', l.complete, 'language', l.language, 'demo', demo,
    'seenAt', floor(extract(epoch from l.seen_at) * 1000)::double precision,
    'careNow', case when s.id is not null then floor(extract(epoch from care) * 1000)::double precision end,
    'about', case when about is not null then json_build_object('personId', about, 'relation', relation) end,
    'earlier', case when intent_key is not null then json_build_object('key', intent_key, 'given', earlier) end);
end $$;
revoke execute on function arrive from public;
grant execute on function arrive to throughline_app;
drop function enter(bytea, uuid, timestamptz, boolean);
drop function relation_to(text, uuid);

-- Two inserts in one statement need no function around them.
drop function finish_write(uuid, uuid, bytea, jsonb, uuid, uuid, text, text, text, uuid, uuid, boolean);
