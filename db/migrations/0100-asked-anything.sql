-- Any instrument can be asked: in the project's words, or in words a practice has the right to use and has loaded itself.

-- Each change is a new row and the newest holds; a row without words takes them back.
create table own_wording (
  practice_id uuid not null references practice,
  id uuid not null unique,
  instrument_id text not null,
  instrument_version text not null,
  language text not null check (language in ('en', 'es')),
  wording jsonb,
  -- What gives the practice the right, in its own words: a licence, its number, its date.
  licence text not null check (licence <> ''),
  number bigint generated always as identity,
  added_by uuid not null,
  added_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, added_by) references member (practice_id, id)
);
create index own_wording_newest on own_wording (practice_id, instrument_id, language, number desc);
call fence('own_wording', 'practice');
call append_only('own_wording');

-- By whose clock `answered_at` is told: the device on which the form was finished, the server that received it, or the
-- server because what the device said could not be true.
alter table instrument_response add column clock text not null default 'received' check (clock in ('device', 'received', 'bounded'));
