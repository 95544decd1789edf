-- Who looks after what came up, and by when; the question about suicide, asked in person; the plan that goes with it.

-- When someone reads what comes in. Each change is a new row, and the newest holds. Without one, no hours are declared.
create table cover (
  practice_id uuid not null references practice,
  id uuid not null unique,
  weekdays smallint[] not null check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[] and cardinality(weekdays) > 0),
  opens_minute smallint not null check (opens_minute between 0 and 1439),
  closes_minute smallint not null check (closes_minute between 1 and 1440),
  respond_within_minutes smallint not null check (respond_within_minutes between 1 and 1440),
  number bigint generated always as identity,
  set_by uuid not null,
  set_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  check (opens_minute < closes_minute)
);
create index cover_newest on cover (practice_id, number desc);
call fence('cover', 'practice');
call append_only('cover');

-- Something a named person must look at. `about_id` is what raised it, so that it is raised once.
create table task (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  about_id uuid not null,
  owner_seat_id uuid not null,
  due_at timestamptz not null,
  raised_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, person_id, id),
  unique (practice_id, kind, about_id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  foreign key (practice_id, owner_seat_id) references member (practice_id, id)
);
create index task_of_person on task (practice_id, person_id, raised_at);
call fence('task', 'person');
call append_only('task');

-- Nothing closes by itself: only a member, with a sentence of their own.
create table task_event (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  task_id uuid not null,
  kind text not null check (kind in ('acknowledged', 'done', 'escalated')),
  note text check (btrim(note) <> ''),
  to_seat_id uuid,
  by_seat_id uuid not null,
  at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, task_id) references task (practice_id, person_id, id),
  foreign key (practice_id, to_seat_id) references member (practice_id, id),
  foreign key (practice_id, by_seat_id) references member (practice_id, id),
  check (kind <> 'done' or note is not null),
  check ((kind = 'escalated') = (to_seat_id is not null))
);
create index task_event_of_task on task_event (practice_id, task_id, number);
create unique index task_done_once on task_event (practice_id, task_id) where kind = 'done';
call fence('task_event', 'staff');
call append_only('task_event');

-- Who owns what comes up about a person: their therapist, their prescriber, anyone of their team; then whoever
-- coordinates, administers, or is there at all. A practice with one member always finds an owner.
create function owner_for(about uuid) returns uuid language sql stable as $$
  select m.id
  from member m
  left join care_team t on t.practice_id = m.practice_id and t.member_id = m.id and t.person_id = about and t.until is null
  where m.practice_id = app_practice() and m.disabled_at is null
  order by (t.id is null), case
      when t.id is not null and 'therapist' = any (m.roles) then 1
      when t.id is not null and 'prescriber' = any (m.roles) then 2
      when t.id is not null then 3
      when 'coordinator' = any (m.roles) then 4
      when 'administrator' = any (m.roles) then 5
      else 6
    end, t.since, m.created_at, m.id
  limit 1
$$;

-- The question, asked in person by a clinician, and what the person said. `no-thoughts` is an answer; no row is none.
create table suicide_check (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid,
  session_id uuid,
  answer text not null check (answer in ('no-thoughts', 'thoughts-no-intent', 'intent-or-plan')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, person_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  foreign key (practice_id, asked_by) references member (practice_id, id)
);
create index suicide_check_of_person on suicide_check (practice_id, person_id, asked_at desc);
call fence('suicide_check', 'staff');
call append_only('suicide_check');

-- Made together, in the person's own words; the newest holds. Headings after Stanley and Brown 2012 (clinical.md 6.3).
create table safety_plan (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  warning_signs text not null check (btrim(warning_signs) <> ''),
  on_my_own text not null check (btrim(on_my_own) <> ''),
  people_and_places text not null default '',
  people_to_ask text not null check (btrim(people_to_ask) <> ''),
  professionals text not null check (btrim(professionals) <> ''),
  surroundings text not null check (btrim(surroundings) <> ''),
  made_with uuid not null,
  made_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  foreign key (practice_id, made_with) references member (practice_id, id)
);
create index safety_plan_of_person on safety_plan (practice_id, person_id, made_at desc);
call fence('safety_plan', 'person');
call append_only('safety_plan');

-- A prescriber's written decision to go on after a check that was not clear. It belongs to that check alone.
create table suicide_override (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  check_id uuid not null,
  reason text not null check (btrim(reason) <> ''),
  risk_benefit text not null check (btrim(risk_benefit) <> ''),
  mitigation text not null check (btrim(mitigation) <> ''),
  expires_at timestamptz not null,
  document_hash text not null,
  confirmation_id uuid not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, check_id) references suicide_check (practice_id, person_id, id),
  foreign key (practice_id, decided_by) references member (practice_id, id),
  check (expires_at > decided_at)
);
create index suicide_override_of_check on suicide_override (practice_id, check_id);
call fence('suicide_override', 'staff');
call append_only('suicide_override');

-- Gate 5 of clinical.md 3.5, in SQL: the same answer as `suicideGate` in src/safety/suicide.ts, for the trigger that
-- guards a release. 'met', 'not-asked', 'stop' (EL-M06) or 'needs-decision' (6.1, moderate).
create function suicide_gate(about uuid, at timestamptz) returns text language sql stable as $$
  with here as (
    select p.time_zone from practice p where p.id = app_practice()
  ), asked as (
    select c.id, c.answer, c.asked_at,
      (c.asked_at at time zone here.time_zone)::date = (suicide_gate.at at time zone here.time_zone)::date as today
    from suicide_check c, here
    where c.practice_id = app_practice() and c.person_id = about and c.asked_at <= suicide_gate.at
      and c.asked_at > suicide_gate.at - interval '720 hours'
  ), latest as (
    select * from asked where today order by asked_at desc, id desc limit 1
  ), alarm as (
    select max(asked_at) as at from asked where answer = 'intent-or-plan'
  )
  select case
    when not exists (select from latest) then 'not-asked'
    when exists (select from asked where today and answer = 'intent-or-plan') then 'stop'
    when (select answer from latest) = 'no-thoughts' and (select alarm.at from alarm) is null then 'met'
    when exists (
      select from suicide_override o where o.practice_id = app_practice() and o.check_id = (select id from latest)
        and o.decided_at <= suicide_gate.at and o.expires_at > suicide_gate.at
    ) and exists (
      select from safety_plan s where s.practice_id = app_practice() and s.person_id = about
        and s.made_at <= suicide_gate.at and s.made_at > suicide_gate.at - interval '2160 hours'
        and s.made_at > coalesce((select alarm.at from alarm), '-infinity')
    ) then 'met'
    else 'needs-decision'
  end
$$;
