-- What a person brings: an intention, beliefs in their own words and how true they feel, what helps and what stops.
-- All of it is append-only; the newest intention, comforts, stop signal and choice of readers hold.

-- Who reads the intention, the beliefs and the comforts. Without a choice: the team that takes part in the care.
create table preparation_reader (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  audience text not null check (audience in ('no-one', 'therapist', 'team')),
  chosen_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id)
);
create index preparation_reader_of_course on preparation_reader (practice_id, course_id, number desc);
call fence('preparation_reader', 'person');
call append_only('preparation_reader');

-- The client reads their own. A guest is a therapist who joined this course. A member reads while they take part in the
-- care, and only what the client leaves open to them. The database holds this line, whatever a query asks for.
create function may_read_preparation(person uuid, course uuid) returns boolean language sql stable as $$
  with chosen as (
    select coalesce((
      select r.audience from preparation_reader r
      where r.practice_id = app_practice() and r.course_id = course order by r.number desc limit 1), 'team') as audience
  )
  select case
    when app_person() is not null and app_course() is null then app_person() = person
    when app_course() is not null then app_course() = course and (select audience from chosen) <> 'no-one'
    else (select audience from chosen) <> 'no-one' and exists (
      select from care_team t join member m on m.practice_id = t.practice_id and m.id = t.member_id
      where t.practice_id = app_practice() and t.person_id = person and t.member_id = app_seat() and t.until is null
        and ((select audience from chosen) = 'team' or 'therapist' = any (m.roles)))
  end
$$;

create procedure fence_preparation(tbl text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', tbl);
  execute format('create policy fenced on %I for select
    using (practice_id = (select app_practice()) and may_read_preparation(person_id, course_id))', tbl);
  execute format('create policy written on %I for insert
    with check (practice_id = (select app_practice()) and person_id = (select app_person()) and (select app_course()) is null)', tbl);
  call append_only(tbl);
end $$;

create table intention (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  words text not null check (btrim(words) <> '' and length(words) <= 4000),
  said_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id)
);
create index intention_of_course on intention (practice_id, course_id, number desc);
call fence_preparation('intention');

create table belief (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  words text not null check (btrim(words) <> '' and length(words) <= 500),
  said_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, person_id, course_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id)
);
create index belief_of_course on belief (practice_id, course_id, number);
call fence_preparation('belief');

-- How true it feels, 0 to 100. Every rating is kept.
create table belief_rating (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  belief_id uuid not null,
  rating smallint not null check (rating between 0 and 100),
  rated_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, course_id, belief_id) references belief (practice_id, person_id, course_id, id)
);
create index belief_rating_of_course on belief_rating (practice_id, course_id, number);
call fence_preparation('belief_rating');

create table comfort (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  helps text not null check (length(helps) <= 2000),
  hinders text not null check (length(hinders) <= 2000),
  said_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id)
);
create index comfort_of_course on comfort (practice_id, course_id, number desc);
call fence_preparation('comfort');

-- Everyone in the room must know it, so it is read by the whole team, whatever was chosen for the rest.
create table stop_signal (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  word text not null check (length(word) <= 80),
  gesture text not null check (length(gesture) <= 200),
  said_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  check (btrim(word) <> '' or btrim(gesture) <> '')
);
create index stop_signal_of_course on stop_signal (practice_id, course_id, number desc);
call fence('stop_signal', 'person');
call append_only('stop_signal');
