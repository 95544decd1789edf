-- Whoever comes without a referral file: taken in from what they wrote to the practice, or by hand. What they wrote is theirs, so it is
-- carried into their record as they wrote it; what the desk took down of them stands beside it, even where they were here already.
create table taken_in (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  enquiry_id uuid,
  wrote_at timestamptz,
  reach_by text check (reach_by in ('call', 'text', 'email')),
  contact text not null default '',
  message text check (message in ('any', 'plain', 'none')),
  place text not null default '',
  words text not null default '',
  told jsonb not null check (jsonb_typeof(told) = 'object'),
  received_by uuid not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  -- One enquiry is one person, whoever takes it in, and however often.
  unique (practice_id, enquiry_id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  foreign key (practice_id, enquiry_id) references enquiry (practice_id, id),
  foreign key (practice_id, received_by) references member (practice_id, id),
  check ((enquiry_id is null) = (wrote_at is null)),
  check ((enquiry_id is null) = (reach_by is null)),
  check ((enquiry_id is null) = (message is null))
);
create index taken_in_of_person on taken_in (practice_id, person_id, received_at);
call fence('taken_in', 'person');
call append_only('taken_in');

-- What became of an enquiry may be that its writer is in care now.
alter table enquiry_event drop constraint enquiry_event_kind_check;
alter table enquiry_event add constraint enquiry_event_kind_check
  check (kind in ('answered', 'invited', 'not-now', 'taken-in'));
