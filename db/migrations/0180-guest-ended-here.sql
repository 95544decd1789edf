-- The practice may end a guest's part, with a reason that the client can read; and it writes down what it found when it looked a
-- license up. Neither widens anything: the permission stays the client's to give.
alter table guest_grant_end add column reason text;
alter table guest_grant_end drop constraint guest_grant_end_how_check;
alter table guest_grant_end add constraint guest_grant_end_how_check
  check (how in ('taken-back', 'left', 'ended-here'));
alter table guest_grant_end add constraint guest_grant_end_reason_check
  check ((how = 'ended-here') = (reason is not null) and btrim(reason) <> '' and length(reason) <= 2000);

drop policy ended on guest_grant_end;
create policy ended on guest_grant_end for insert with check (
  practice_id = (select app_practice()) and ended_by = (select app_seat())
  and case how
    when 'taken-back' then is_self(person_id)
    when 'ended-here' then (select app_person()) is null
    else grant_id = (select own_grant()) end);

-- A look at a licensing board's own list: by whom, where, and what it said. A later look is a new fact.
create table guest_license_check (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  grant_id uuid not null,
  found text not null check (found in ('valid', 'not-valid', 'not-found')),
  looked_in text not null check (btrim(looked_in) <> '' and length(looked_in) <= 200),
  checked_at timestamptz not null,
  checked_by uuid not null references seat,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, grant_id) references guest_joining (practice_id, grant_id),
  foreign key (practice_id, person_id, course_id, grant_id) references guest_grant (practice_id, person_id, course_id, id)
);
create index guest_license_check_of_grant on guest_license_check (practice_id, grant_id, checked_at desc, recorded_at desc);
call fence('guest_license_check', 'person');
call append_only('guest_license_check');
