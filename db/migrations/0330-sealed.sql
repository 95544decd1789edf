-- What prescribers sign is sealed as a consent is (0272-whole-signature.sql): a keyed digest over whose it is, of what, when, by whom
-- and by which proof. Its key is never in the database. Null in what was signed before.
alter table dose_order add column factor text check (factor in ('password', 'password+totp', 'passkey'));
alter table dose_order add column seal text check (seal ~ '^[0-9a-f]{64}$');
alter table dose_order_second add column factor text check (factor in ('password', 'password+totp', 'passkey'));
alter table dose_order_second add column seal text check (seal ~ '^[0-9a-f]{64}$');
alter table clearance add column seal text check (seal ~ '^[0-9a-f]{64}$');
alter table finding_override add column seal text check (seal ~ '^[0-9a-f]{64}$');

-- Whoever has no key cannot know a seal. So the evaluation behind a release names each signature that was found whole, and its seal:
-- [{id, seal}].
alter table gate_evaluation add column verified jsonb not null default '[]' check (jsonb_typeof(verified) = 'array');

grant insert (verified) on gate_evaluation to throughline_app;

create function is_verified(verified jsonb, id uuid, seal text) returns boolean language sql immutable return
  verified @> jsonb_build_array(jsonb_build_object('id', id, 'seal', seal));

-- Every signature that the gates count at this moment, and the release would stand on: the order in force and its second, the newest
-- clearance, the newest consent, and one consent that is old enough.
create function signatures_verified(r release, verified jsonb) returns boolean language sql stable as $$
  select not exists (
    select from order_in_force(r.course_id, r.released_at) o where not is_verified(verified, o.id, o.seal)
  ) and not exists (
    select from order_in_force(r.course_id, r.released_at) o
    join dose_order_second n on n.practice_id = o.practice_id and n.order_id = o.id
    where o.range = 'second' and not is_verified(verified, n.id, n.seal)
  ) and not exists (
    select from (
      select c.id, c.seal from clearance c
      where c.practice_id = r.practice_id and c.person_id = r.person_id order by c.number desc limit 1
    ) c where not is_verified(verified, c.id, c.seal)
  ) and not exists (
    select from (
      select c.id, c.seal from consent_signature c
      where c.practice_id = r.practice_id and c.person_id = r.person_id and c.signed_at <= r.released_at
      order by c.signed_at desc limit 1
    ) c where not is_verified(verified, c.id, c.seal)
  ) and exists (
    select from course k
    join protocol_edition e on e.id = k.protocol_id and e.version = k.protocol_version
    join consent_signature c on c.practice_id = r.practice_id and c.person_id = r.person_id
    where k.practice_id = r.practice_id and k.id = r.course_id and is_verified(verified, c.id, c.seal)
      and c.signed_at <= r.released_at - interval '1 hour' * coalesce(
        consent_wait_hours(r.practice_id, r.released_at), figure_of(e.document, 'gates', 'consentAgeHours'))
      and not exists (
        select from consent_withdrawal w where w.practice_id = c.practice_id and w.person_id = c.person_id and w.part = 'all'
          and w.withdrawn_at >= c.signed_at
      )
  )
$$;

-- As 0261-day-told.sql has it, and with the signatures verified.
create or replace function release_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if cardinality(open_gates(new.session_id, new.released_at)) > 0 then
    raise exception 'a gate does not hold' using errcode = 'TL002';
  end if;
  if not exists (
    select from gate_evaluation e
    join course_facts f on f.practice_id = e.practice_id and f.course_id = e.course_id and f.version = e.facts_version
    where e.practice_id = new.practice_id and e.id = new.evaluation_id and e.session_id = new.session_id
      and e.course_id = new.course_id and e.recorded_at = now() and e.verdict = 'clear'
      and evaluated_gates(e.findings)
      and signatures_verified(new, e.verified)
      and not exists (select from jsonb_array_elements(e.findings) finding where finding ->> 'state' is distinct from 'met')
  ) then
    raise exception 'these facts were not evaluated' using errcode = 'TL002';
  end if;
  if not exists (select from order_in_force(new.course_id, new.released_at) o where o.id = new.order_id)
    or not works_as(new.practice_id, new.released_by, array['prescriber', 'monitor'])
    or new.expires_at <= new.released_at
    or not exists (select from journey_session j where j.id = new.session_id and j.course_id = new.course_id) then
    raise exception 'this release cannot stand' using errcode = 'TL002';
  end if;
  if exists (
    select from release r where r.practice_id = new.practice_id and r.session_id = new.session_id and r.id <> new.id
      and r.expires_at > new.released_at
      and not exists (select from dose d where d.practice_id = r.practice_id and d.release_id = r.id and d.corrects is null)
      and not exists (select from release_end e where e.practice_id = r.practice_id and e.release_id = r.id)
  ) then
    raise exception 'a release is live already' using errcode = 'TL002';
  end if;
  return null;
end $$;
