-- A practice's own protocol: a copy of a published edition with those values changed that a practice may set. An edit is a new
-- edition; each is whole, signed by a prescriber with a reason, and stays. docs/decisions/0420-own-protocols.md

-- Its kind (`protocol_id`) is that of what it was copied from: rules, counts and gates know it by that. Its version is its own id.
create table own_protocol (
  practice_id uuid not null references practice,
  id uuid not null unique,
  -- The first edition of this protocol; its own id where it is the first.
  line_id uuid not null,
  edition smallint not null check (edition between 1 and 9999),
  protocol_id text not null,
  from_version text not null,
  version text not null unique,
  document jsonb not null,
  reason text not null check (btrim(reason) <> '' and length(reason) <= 1000),
  document_hash text not null,
  confirmation_id uuid not null unique,
  signed_by uuid not null,
  signed_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, line_id, edition),
  unique (practice_id, protocol_id, id),
  foreign key (protocol_id, from_version) references protocol_published (id, version),
  foreign key (practice_id, line_id) references own_protocol (practice_id, id),
  foreign key (practice_id, signed_by) references member (practice_id, id),
  check (version = id::text),
  check ((edition = 1) = (line_id = id)),
  check (document ->> 'id' = protocol_id and document ->> 'version' = version)
);
call fence('own_protocol', 'practice');
create policy own_hand on own_protocol as restrictive for insert with check (
  signed_by = (select app_seat()) and exists (
    select from member m where m.practice_id = own_protocol.practice_id and m.id = signed_by and m.disabled_at is null
      and 'prescriber' = any (m.roles)));
call append_only('own_protocol');

-- No new course begins on it from then on. Those that run stay on their edition.
create table own_protocol_end (
  practice_id uuid not null references practice,
  id uuid not null unique,
  line_id uuid not null,
  reason text not null check (btrim(reason) <> '' and length(reason) <= 1000),
  document_hash text not null,
  confirmation_id uuid not null unique,
  signed_by uuid not null,
  signed_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, line_id),
  foreign key (practice_id, line_id) references own_protocol (practice_id, id),
  foreign key (practice_id, signed_by) references member (practice_id, id)
);
call fence('own_protocol_end', 'practice');
create policy own_hand on own_protocol_end as restrictive for insert with check (
  signed_by = (select app_seat()) and exists (
    select from member m where m.practice_id = own_protocol_end.practice_id and m.id = signed_by and m.disabled_at is null
      and 'prescriber' = any (m.roles)));
call append_only('own_protocol_end');

-- What a practice may set (src/protocol/own.ts has the same list): the name; and, where the source calls it the practice's own
-- setting, how far doses lie apart, how long the stay, when it is measured, how long nothing is eaten, when it is reviewed.
create function settable_in(source jsonb) returns setof text[] language sql immutable as $$
  select path from (values
    (array['title'], null),
    (array['version'], null),
    (array['gates','gapHours','value'], '{gates,gapHours,tag}'::text[]),
    (array['discharge','stayMinutes','value'], '{discharge,stayMinutes,tag}'),
    (array['fasting','solidHours','value'], '{fasting,solidHours,tag}'),
    (array['fasting','clearHours','value'], '{fasting,clearHours,tag}'),
    (array['vitals','atMinutes'], '{vitals,tag}'),
    (array['vitals','sparser'], '{vitals,tag}'),
    (array['reviews','afterDoses'], '{reviews,tag}'),
    (array['reviews','thenMonths'], '{reviews,tag}')
  ) as may (path, tag) where tag is null or source #>> tag = 'PD'
$$;

-- Whoever writes it: nothing else differs from the source, and the client is watched for as long as they stay.
create function own_protocol_fits() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  source jsonb;
  said jsonb := new.document;
  may text[];
begin
  select p.whole into source from protocol_published p where p.id = new.protocol_id and p.version = new.from_version;
  for may in select settable_in(source) loop
    said := said #- may;
    source := source #- may;
  end loop;
  if said is distinct from source
    or coalesce(figure_of(new.document, 'gates', 'gapHours') < 24, true)
    or coalesce(figure_of(new.document, 'discharge', 'stayMinutes') <= 0, true)
    or coalesce((select min(m::int) <> 0 or max(m::int) < figure_of(new.document, 'discharge', 'stayMinutes')
      from jsonb_array_elements_text(new.document #> '{vitals,atMinutes}') m), true)
    or (new.document #> '{vitals,sparser}' is not null and coalesce((
      select min(m::int) <> 0 or max(m::int) < figure_of(new.document, 'discharge', 'stayMinutes')
      from jsonb_array_elements_text(new.document #> '{vitals,sparser,atMinutes}') m), true)) then
    raise exception 'not what a practice may set' using errcode = 'check_violation';
  end if;
  if new.edition > 1 and not exists (
    select from own_protocol o where o.practice_id = new.practice_id and o.line_id = new.line_id
      and o.edition = new.edition - 1 and o.protocol_id = new.protocol_id and o.from_version = new.from_version) then
    raise exception 'not the next edition' using errcode = 'check_violation';
  end if;
  if exists (select from own_protocol_end d where d.practice_id = new.practice_id and d.line_id = new.line_id) then
    raise exception 'it has ended' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger own_protocol_fits before insert on own_protocol for each row execute function own_protocol_fits();

-- A course stands on a published edition or on one of its own practice's, and never on another's.
alter table course
  add column published_version text generated always as (case when length(protocol_version) < 36 then protocol_version end) stored,
  add column own_protocol_id uuid generated always as (case when length(protocol_version) >= 36 then protocol_version::uuid end) stored;
alter table course drop constraint course_protocol_id_protocol_version_fkey;
alter table course
  add foreign key (protocol_id, published_version) references protocol_published (id, version),
  add foreign key (practice_id, protocol_id, own_protocol_id) references own_protocol (practice_id, protocol_id, id);

-- What courses, gates and screens read. An own edition takes a part that it does not have from its source, as every edition does.
create or replace view protocol_edition with (security_invoker = true) as
  select e.id, e.version, e.number, e.whole as document from protocol_published e
  union all
  select o.protocol_id, o.version, o.number, p.whole || o.document from own_protocol o
  join protocol_published p on p.id = o.protocol_id and p.version = o.from_version;
