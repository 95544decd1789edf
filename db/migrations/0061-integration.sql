-- From an insight to daily life. An insight belongs to the client alone until they choose to share it, and everything that
-- grows from it (what it means, the exercises, the log, what changed) follows it: one who may not see the insight sees
-- none of these and cannot count them. The database itself holds this line, whatever a query asks for.

create table insight (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  session_id uuid,
  words text not null check (words <> ''),
  -- A correction points at the first telling and stands in its place.
  corrects uuid,
  arisen_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (practice_id, id),
  unique (practice_id, person_id, id),
  foreign key (practice_id, person_id, corrects) references insight (practice_id, person_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id)
);
create index insight_of_course on insight (practice_id, course_id, arisen_at);

-- Who may read it is a fact with a date; taking it back is the next one.
create table insight_sharing (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  insight_id uuid not null,
  audience text not null check (audience in ('no-one', 'therapist', 'team')),
  decided_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, insight_id) references insight (practice_id, person_id, id)
);
create index insight_sharing_newest on insight_sharing (insight_id, number desc);

-- Runs as the owner, so that the policies below may ask it without asking each other in a circle.
create function insight_audience(insight uuid) returns text language sql stable security definer set search_path = public as $$
  select coalesce(
    (select s.audience from insight_sharing s where s.insight_id = insight_audience.insight order by s.number desc limit 1),
    'no-one')
$$;

-- The client reads all of their own. A guest is a therapist who joined one course by the client's permission. A member
-- reads what was shared with the team, or with therapists if they are one, while they take part in this person's care.
create function may_read_insight(root uuid, person uuid, course uuid) returns boolean language sql stable as $$
  select case
    when app_person() is not null and app_course() is null then app_person() = person
    when app_course() is not null then app_course() = course and insight_audience(root) in ('therapist', 'team')
    else app_seat() is not null and exists (
      select from care_team t join member m on m.id = t.member_id
      where t.practice_id = app_practice() and t.person_id = person and t.member_id = app_seat() and t.until is null
        and (insight_audience(root) = 'team' or (insight_audience(root) = 'therapist' and 'therapist' = any (m.roles))))
  end
$$;

-- Only the client, in their own seat, writes their insights and decides about them.
create function is_self(person uuid) returns boolean language sql stable return
  app_person() = person and app_course() is null;

alter table insight enable row level security;
create policy fenced on insight
  using (practice_id = (select app_practice()) and may_read_insight(coalesce(corrects, id), person_id, course_id))
  with check (practice_id = (select app_practice()) and is_self(person_id));
call append_only('insight');

alter table insight_sharing enable row level security;
create policy fenced on insight_sharing
  using (practice_id = (select app_practice()) and is_self(person_id));
call append_only('insight_sharing');

create table insight_meaning (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  insight_id uuid not null,
  words text not null check (words <> ''),
  found_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, insight_id) references insight (practice_id, person_id, id)
);
create index insight_meaning_of_insight on insight_meaning (insight_id);

-- Something small to do at home. One that grew from no insight was agreed in a session and is read by the team.
create table exercise (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  insight_id uuid,
  words text not null check (words <> ''),
  replaces uuid,
  begun_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (practice_id, id),
  unique (practice_id, person_id, id),
  foreign key (practice_id, person_id, insight_id) references insight (practice_id, person_id, id),
  foreign key (practice_id, person_id, replaces) references exercise (practice_id, person_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id)
);
create index exercise_of_course on exercise (practice_id, course_id, begun_at);

create table exercise_log (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  exercise_id uuid not null,
  outcome text not null check (outcome in ('done', 'not', 'something-else', 'set-aside')),
  words text check (words <> ''),
  logged_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, exercise_id) references exercise (practice_id, person_id, id)
);
create index exercise_log_of_exercise on exercise_log (exercise_id, logged_at);

-- What is different now, as the client tells it.
create table change_noticed (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  insight_id uuid not null,
  exercise_id uuid,
  words text not null check (words <> ''),
  noticed_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, insight_id) references insight (practice_id, person_id, id),
  foreign key (practice_id, person_id, exercise_id) references exercise (practice_id, person_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id)
);
create index change_noticed_of_insight on change_noticed (insight_id);

-- The sub-selects below are themselves fenced: whoever cannot see the insight finds none.
do $$
declare tbl text;
begin
  foreach tbl in array array['insight_meaning', 'change_noticed'] loop
    execute format('alter table %I enable row level security', tbl);
    execute format('create policy fenced on %1$I
      using (practice_id = (select app_practice()) and exists (select from insight i where i.id = %1$I.insight_id))
      with check (practice_id = (select app_practice()) and is_self(person_id))', tbl);
    call append_only(tbl);
  end loop;
end $$;

alter table exercise enable row level security;
create policy fenced on exercise using (
  practice_id = (select app_practice())
  and ((select app_person()) is null or person_id = (select app_person()))
  and ((select app_course()) is null or course_id = (select app_course()))
  and (insight_id is null or exists (select from insight i where i.id = exercise.insight_id)));
call append_only('exercise');

alter table exercise_log enable row level security;
create policy fenced on exercise_log
  using (practice_id = (select app_practice()) and exists (select from exercise e where e.id = exercise_log.exercise_id))
  with check (practice_id = (select app_practice()) and is_self(person_id));
call append_only('exercise_log');
