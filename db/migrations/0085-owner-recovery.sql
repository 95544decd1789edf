-- The sign-in of an administrator was renewed by whoever owns the computer, because nobody in the practice could. Such a thing
-- is never silent: it stands here for good, and each administrator and auditor is shown it until they have said they saw it.
create table owner_recovery (
  practice_id uuid not null references practice,
  id uuid not null unique,
  member_id uuid not null,
  -- Why, where another administrator could have done it; null where none could.
  although text check (length(although) between 10 and 500),
  made_at timestamptz not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references member (practice_id, id)
);
call fence('owner_recovery', 'staff');
call append_only('owner_recovery');

create table owner_recovery_seen (
  practice_id uuid not null,
  recovery_id uuid not null,
  seat_id uuid not null references seat,
  seen_at timestamptz not null,
  primary key (practice_id, recovery_id, seat_id),
  foreign key (practice_id, recovery_id) references owner_recovery (practice_id, id)
);
call fence('owner_recovery_seen', 'staff');
call append_only('owner_recovery_seen');
