-- When a person is asked what: the practice's own schedule, and what became of each thing that was to be asked.

-- Each change is a new row, and the newest holds; without one, the usual schedule does (content/schedules/usual.json).
create table asking_schedule (
  practice_id uuid not null references practice,
  id uuid not null unique,
  lines jsonb not null check (jsonb_typeof(lines) = 'array'),
  number bigint generated always as identity,
  set_by uuid not null,
  set_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, set_by) references member (practice_id, id)
);
create index asking_schedule_newest on asking_schedule (practice_id, number desc);
call fence('asking_schedule', 'practice');
call append_only('asking_schedule');

-- `key` names one instrument on one occasion and stays the same when a journey is moved; `target_at` tells the moves apart.
-- 'missed' means that its time went by: what would have been answered is not known, and never "no change".
create table asking_log (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  key text not null,
  instrument_id text not null,
  what text not null check (what in ('intended', 'shown', 'answered', 'refused', 'missed', 'reminded')),
  target_at timestamptz not null,
  closes_at timestamptz not null,
  -- Answered after its time was over.
  late boolean not null default false check (not late or what = 'answered'),
  response_id uuid,
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  check ((what = 'answered') = (response_id is not null))
);
create unique index asking_log_once on asking_log (practice_id, person_id, key, what, target_at);
call fence('asking_log', 'person');
call append_only('asking_log');

-- Whether someone of the practice has sat with this person: looked at their history, decided, asked in person, or given a
-- dose. Yes or no and nothing else, so that it can be asked in the client's own name, who sees none of those.
create function has_met(about uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from suicide_check c where c.practice_id = app_practice() and c.person_id = about)
    or exists (select from history_statement h where h.practice_id = app_practice() and h.person_id = about)
    or exists (select from clearance k where k.practice_id = app_practice() and k.person_id = about)
    or exists (select from dose d where d.practice_id = app_practice() and d.person_id = about)
$$;
revoke all on function has_met from public;
grant execute on function has_met to throughline_app;
