-- A person also leaves in ways that no criterion was met for: taken to a hospital, on their own, against advice. It is
-- always written down, in any phase and however late; what is not known stays empty, and unknown is never "no".
create table departure (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  session_id uuid not null,
  way text not null check (way in ('hospital', 'left', 'against-advice')),
  left_at timestamptz not null,
  doubt text check (doubt in ('ahead', 'late')),
  called_by text check (btrim(called_by) <> ''),
  called_at timestamptz,
  went_to text check (btrim(went_to) <> ''),
  went_with text check (btrim(went_with) <> ''),
  handed_over text check (btrim(handed_over) <> ''),
  said text check (btrim(said) <> ''),
  told_whom text check (btrim(told_whom) <> ''),
  advised text check (btrim(advised) <> ''),
  in_writing boolean,
  callback_by uuid,
  corrects uuid,
  struck boolean not null default false,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, person_id, session_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  foreign key (practice_id, person_id, session_id, corrects) references departure (practice_id, person_id, session_id, id),
  foreign key (practice_id, callback_by) references member (practice_id, id),
  foreign key (practice_id, recorded_by) references member (practice_id, id),
  check (not struck or corrects is not null)
);
create index departure_of_person on departure (practice_id, person_id, left_at);
create unique index departure_corrected_once on departure (practice_id, corrects) where corrects is not null;
call fence('departure', 'person');
call append_only('departure');
drop policy closed_to_guests on departure;
call close_to_guests('departure', 'course_id = (select app_course())');
create trigger facts_changed after insert on departure for each row execute function facts_changed();

-- Whether they were reached since, each time somebody tried.
create table departure_contact (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  session_id uuid not null,
  reached boolean not null,
  words text check (btrim(words) <> ''),
  tried_at timestamptz not null,
  doubt text check (doubt in ('ahead', 'late')),
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  foreign key (practice_id, recorded_by) references member (practice_id, id)
);
create index departure_contact_of_session on departure_contact (practice_id, session_id, tried_at);
call fence('departure_contact', 'person');
call append_only('departure_contact');

create function departures_standing(practice uuid, wanted uuid) returns setof departure language sql stable as $$
  select d.* from departure d
  where d.practice_id = practice and d.session_id = wanted and not d.struck
    and not exists (select from departure c where c.practice_id = d.practice_id and c.corrects = d.id)
$$;
grant execute on function departures_standing to throughline_app;

-- Whoever has left is not in the room any more; whoever came back and was given more is. A departure that was written
-- down in error ends nothing.
create function departure_ends_session() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare dosed timestamptz;
begin
  select max(d.given_at) into dosed from doses_standing(new.practice_id, new.person_id) d where d.session_id = new.session_id;
  if exists (select from departures_standing(new.practice_id, new.session_id) s where dosed is null or s.left_at >= dosed) then
    update journey_session set phase = 'closed'
      where practice_id = new.practice_id and id = new.session_id and phase in ('planned', 'under-way', 'recovering');
  elsif new.corrects is not null and not exists (
    select from discharge e where e.practice_id = new.practice_id and e.session_id = new.session_id
      and (dosed is null or e.discharged_at >= dosed)
  ) then
    update journey_session set phase = case when dosed is null then 'planned' else 'under-way' end
      where practice_id = new.practice_id and id = new.session_id and phase = 'closed';
  end if;
  return null;
end $$;
create trigger departure_ends_session after insert on departure for each row execute function departure_ends_session();

-- A dose of before they left, written down afterwards, does not bring them back.
create or replace function dose_begins_session() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.struck then
    update journey_session set phase = 'planned'
      where practice_id = new.practice_id and id = new.session_id and phase in ('under-way', 'recovering')
        and not exists (select from doses_standing(new.practice_id, new.person_id) d where d.session_id = new.session_id);
  elsif new.corrects is null then
    update journey_session set phase = 'under-way'
      where practice_id = new.practice_id and id = new.session_id and phase <> 'under-way'
        and not exists (select from discharge e
          where e.practice_id = new.practice_id and e.session_id = new.session_id and e.discharged_at >= new.given_at)
        and not exists (select from departures_standing(new.practice_id, new.session_id) d where d.left_at >= new.given_at);
  end if;
  return null;
end $$;

-- For whoever left otherwise, the day in which nothing widens counts from when they left; from their discharge where they
-- came back and there was one (docs/decisions/0151-how-a-session-ends.md).
create or replace function last_medicine(about uuid) returns table (dosed_at timestamptz, discharged_at timestamptz)
language sql stable as $$
  with last as (
    select max(d.given_at) as at from dose d
    where d.practice_id = app_practice() and d.person_id = about and not d.struck
      and not exists (select from dose c where c.practice_id = d.practice_id and c.corrects = d.id)
  )
  select last.at, coalesce(
    (select min(e.discharged_at) from discharge e
      where e.practice_id = app_practice() and e.person_id = about and e.discharged_at >= last.at),
    (select max(d.left_at) from departure d
      where d.practice_id = app_practice() and d.person_id = about and d.left_at >= last.at and not d.struck
        and not exists (select from departure c where c.practice_id = d.practice_id and c.corrects = d.id)))
  from last
$$;
