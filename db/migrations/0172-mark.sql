-- From which mark on a screen counts as positive, where its sources leave a choice: the practice's own, and with each result
-- the one it was reached by.

-- Each change is a new row, and the newest holds; one without a value goes back to what is usual.
create table instrument_mark (
  practice_id uuid not null references practice,
  id uuid not null unique,
  instrument_id text not null,
  value integer,
  -- Where the mark stands, as it was said when it was chosen.
  source text not null check (source <> ''),
  number bigint generated always as identity,
  set_by uuid not null,
  set_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, set_by) references member (practice_id, id)
);
create index instrument_mark_newest on instrument_mark (practice_id, instrument_id, number desc);
call fence('instrument_mark', 'practice');
call append_only('instrument_mark');

-- Null: scored by what is usual.
alter table instrument_response add column mark jsonb
  check (mark is null or (mark ? 'value' and mark ? 'source'));
