-- Touch, as it was agreed: rehearsed beforehand by someone of the team with the client, awake and sober. It belongs to one
-- signature: what is signed anew is rehearsed anew.
create table consent_rehearsal (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  signature_id uuid not null,
  rehearsed_with uuid not null,
  rehearsed_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, signature_id) references consent_signature (practice_id, person_id, id),
  foreign key (practice_id, rehearsed_with) references member (practice_id, id)
);
create index consent_rehearsal_of_person on consent_rehearsal (practice_id, person_id, rehearsed_at desc);
call fence('consent_rehearsal', 'person');
drop policy closed_to_guests on consent_rehearsal;
call close_to_guests('consent_rehearsal', 'exists (select from consent_signature s where s.id = signature_id)');
create policy own_doing on consent_rehearsal as restrictive for insert
  with check ((select app_person()) is null and rehearsed_with = (select app_seat()));
call append_only('consent_rehearsal');

-- Nobody rehearses who is under the medicine.
create trigger not_under_medicine before insert on consent_rehearsal
  for each row execute function refuse_widening_under_medicine();
