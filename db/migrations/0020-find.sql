-- The front door: whom a practice lists for anyone to find, and what people write to it.

-- What one person shows of themself, by their own leave. A change is a new edition; the newest is what is shown.
create table listing (
  practice_id uuid not null references practice,
  id uuid not null unique,
  listing_id uuid not null,
  profile jsonb not null check (jsonb_typeof(profile) = 'object'),
  withdrawn boolean not null default false,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id)
);
create index listing_newest on listing (listing_id, number desc);
call fence('listing', 'staff');
call append_only('listing');

-- A listing is never taken over by another practice.
create function listing_stays_at_home() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from listing l where l.listing_id = new.listing_id and l.practice_id <> new.practice_id) then
    raise exception 'this listing belongs to another practice' using errcode = 'unique_violation';
  end if;
  return new;
end $$;
create trigger stays_at_home before insert on listing for each row execute function listing_stays_at_home();

-- The one opening in the fence: what is listed now, in every practice, for whoever looks.
create function listings_shown() returns table (practice_id uuid, practice_name text, listing_id uuid, profile jsonb)
language sql stable security definer set search_path = public as $$
  select practice_id, name, listing_id, profile from (
    select distinct on (l.listing_id) l.practice_id, p.name, l.listing_id, l.profile, l.withdrawn
    from listing l join practice p on p.id = l.practice_id
    order by l.listing_id, l.number desc
  ) newest where not withdrawn
$$;
revoke execute on function listings_shown from public;
grant execute on function listings_shown to throughline_app;

-- What someone wrote to a practice. Whoever writes is nobody yet, so they can add one and read none.
create table enquiry (
  practice_id uuid not null references practice,
  id uuid not null unique,
  listing_id uuid not null,
  called text not null check (called <> ''),
  reach_by text not null check (reach_by in ('call', 'text', 'email')),
  contact text not null check (contact <> ''),
  -- What may be left as a message there: anything, only a name and a number, or nothing.
  message text not null check (message in ('any', 'plain', 'none')),
  place text not null default '',
  language text not null check (language in ('en', 'es')),
  words text not null default '',
  sent_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id)
);
create index enquiry_by_time on enquiry (practice_id, sent_at desc);
alter table enquiry enable row level security;
create policy read_by_staff on enquiry for select using (
  practice_id = (select app_practice()) and (select app_seat()) is not null and (select app_person()) is null
);
create policy written_by_anyone on enquiry for insert with check (practice_id = (select app_practice()));
call append_only('enquiry');

-- What became of it. The newest says how it stands; no row yet means that nobody has answered.
create table enquiry_event (
  practice_id uuid not null,
  id uuid not null unique,
  enquiry_id uuid not null,
  kind text not null check (kind in ('answered', 'invited', 'not-now')),
  member_id uuid not null,
  note text not null default '',
  happened_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, enquiry_id) references enquiry (practice_id, id),
  foreign key (practice_id, member_id) references member (practice_id, id)
);
create index enquiry_event_newest on enquiry_event (practice_id, enquiry_id, number desc);
call fence('enquiry_event', 'staff');
call append_only('enquiry_event');

-- A door that lets anyone write needs a measure of how much is coming through, by someone who may read nothing.
create function enquiries_lately() returns bigint language sql stable security definer set search_path = public as $$
  select count(*) from enquiry where practice_id = app_practice() and recorded_at > now() - interval '1 hour'
$$;
revoke execute on function enquiries_lately from public;
grant execute on function enquiries_lately to throughline_app;
