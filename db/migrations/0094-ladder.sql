-- How soon something must be seen, whom it climbs to while no one sees it, and whom it has told.

-- 'at-once' pages now, whatever the hour; 'same-day' by the declared hours; 'listed' waits for the next conversation.
alter table task add column urgency text not null default 'same-day' check (urgency in ('at-once', 'same-day', 'listed'));

-- The practice's own ladder. Each change is a new row, and the newest holds; without one, the usual one does.
create table ladder (
  practice_id uuid not null references practice,
  id uuid not null unique,
  minutes smallint[] not null check (cardinality(minutes) = 3 and 0 < minutes[1] and minutes[1] < minutes[2] and minutes[2] < minutes[3] and minutes[3] <= 1440),
  number bigint generated always as identity,
  set_by uuid not null,
  set_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, set_by) references member (practice_id, id)
);
create index ladder_newest on ladder (practice_id, number desc);
call fence('ladder', 'staff');
call append_only('ladder');

-- Whom a rung told. `round` counts how often a person handed the thing on: whoever it then belongs to is told anew.
-- `way` is what was done, not that anybody read it: only a person's own "I have seen it" says that.
create table task_told (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  task_id uuid not null,
  round smallint not null check (round >= 0),
  rung smallint not null check (rung between 0 and 3),
  -- Null: this rung found no one to tell.
  seat_id uuid,
  way text not null check (way in ('mail', 'screen', 'no-one')),
  told_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, task_id) references task (practice_id, person_id, id),
  foreign key (practice_id, seat_id) references member (practice_id, id),
  check ((way = 'no-one') = (seat_id is null))
);
create unique index task_told_once on task_told (practice_id, task_id, round, rung, seat_id) nulls not distinct;
call fence('task_told', 'staff');
call append_only('task_told');

-- When the list of jobs last moved. Written by a job, so that it stands still when the jobs do.
create table job_beat (
  one boolean primary key default true check (one),
  at timestamptz not null
);
insert into job_beat (at) values ('-infinity');
grant select, update (at) on job_beat to throughline_app;
