-- Wording of others that a practice may use under a condition: off until an administrator has read it and accepted it.

-- Each decision is a new row, and the newest holds; one that does not accept takes the acceptance back. What was answered
-- meanwhile stays.
create table pack_acceptance (
  practice_id uuid not null references practice,
  id uuid not null unique,
  instrument_id text not null,
  -- Which text of the condition; another edition has to be accepted anew.
  edition text not null check (edition <> ''),
  language text not null check (language in ('en', 'es')),
  -- The condition as it was read, word for word; where it is taken back, why.
  words text not null check (words <> ''),
  accepted boolean not null,
  number bigint generated always as identity,
  decided_by uuid not null,
  decided_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, decided_by) references member (practice_id, id)
);
create index pack_acceptance_newest on pack_acceptance (practice_id, instrument_id, number desc);
call fence('pack_acceptance', 'practice');
-- Whether the words of a form may be shown is asked on the practice's tablet, too, as it is for words of its own.
drop policy closed_to_tablets on pack_acceptance;
call append_only('pack_acceptance');
