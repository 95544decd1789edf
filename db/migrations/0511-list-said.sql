-- What a client says of the lists they told: that they take nothing, or have no allergy; or of one line in their own hand, that they take
-- it no longer, or had written it wrong. A fact of their own like any other: it takes nothing out of the history and settles nothing; a
-- clinician says what holds (docs/decisions/0511-what-a-client-says-of-a-list.md).
create table list_said (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  kind text not null check (kind in ('medicine', 'allergy')),
  said text not null check (said in ('none', 'stopped', 'mistaken')),
  item_id uuid,
  -- The line, as it was told.
  words text not null default '',
  told_by uuid not null references seat,
  told_at timestamptz not null,
  arrived_at timestamptz,
  doubt text check (doubt in ('ahead', 'late')),
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  foreign key (practice_id, person_id, item_id) references history_item (practice_id, person_id, id),
  check ((said = 'none') = (item_id is null) and (said = 'none') = (words = '')),
  check (said <> 'stopped' or kind = 'medicine')
);
create index list_said_of_person on list_said (practice_id, person_id, number);
call fence('list_said', 'person');
create policy own_hand on list_said as restrictive for insert
  with check (is_self(person_id) and told_by = (select app_seat()) and (item_id is null or exists (
    select from history_item i
    where i.practice_id = list_said.practice_id and i.id = list_said.item_id and i.person_id = list_said.person_id
      and i.kind = list_said.kind and i.item -> 'coded' ->> 'text' = list_said.words and i.item -> 'source' ->> 'type' = 'client')));
call append_only('list_said');
create trigger facts_changed after insert on list_said for each row execute function facts_changed();

-- As in 0431-told-after-release.sql, for whatever is told.
create function end_unused_releases(practice uuid, person uuid) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  moment timestamptz;
begin
  perform end_dead_releases(practice, person);
  moment := care_at_once(practice);
  insert into release_end (practice_id, release_id, person_id, course_id, session_id, gates, ended_at)
  select l.practice_id, l.id, l.person_id, l.course_id, l.session_id, array['findings'],
    date_trunc('milliseconds', care_now(l.practice_id) + (clock_timestamp() - now()))
  from release l
  where l.practice_id = practice and l.person_id = person and l.expires_at > moment and l.released_at <= moment
    and not exists (select from dose d where d.practice_id = l.practice_id and d.release_id = l.id)
    and not exists (select from release_end e where e.practice_id = l.practice_id and e.release_id = l.id)
  on conflict do nothing;
end $$;
revoke execute on function end_unused_releases from public;
create or replace function told_ends_releases() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform end_unused_releases(new.practice_id, new.person_id);
  return null;
end $$;

-- "I take none" says something new only where something of that kind is on file.
create function list_ends_releases() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.item_id is not null or exists (select from history_item i
    where i.practice_id = new.practice_id and i.person_id = new.person_id and i.kind = new.kind) then
    perform end_unused_releases(new.practice_id, new.person_id);
  end if;
  return null;
end $$;
create constraint trigger list_ends_releases after insert on list_said deferrable initially deferred
  for each row execute function list_ends_releases();

-- As in 0371-medicine-told.sql; what is said of a list is told, too.
create or replace function recall_by_telling(recall uuid, clearance uuid, rules text[], at timestamptz) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from telling t
    where t.practice_id = app_practice() and t.person_id = app_person() and t.told_by = app_seat() and t.recorded_at = now())
    and not exists (select from history_item i
      where i.practice_id = app_practice() and i.person_id = app_person() and i.received_by = app_seat() and i.recorded_at = now())
    and not exists (select from list_said l
      where l.practice_id = app_practice() and l.person_id = app_person() and l.told_by = app_seat() and l.recorded_at = now())
  then
    raise exception 'nothing was told' using errcode = '42501';
  end if;
  insert into clearance_recall (practice_id, id, person_id, clearance_id, rules, recalled_at)
    values (app_practice(), recall, app_person(), clearance, rules, at)
    on conflict (practice_id, clearance_id) do nothing;
  return true;
end $$;
