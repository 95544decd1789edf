-- Where someone stopped reading, and what they had chosen by then, so that another device can go on. It is theirs alone, and no
-- choice until it is signed. Words they would say stop with stay on the device until then.
create table consent_place (
  practice_id uuid not null,
  person_id uuid not null,
  document_version text not null,
  page smallint not null check (page between 0 and 20),
  choices jsonb not null,
  saved_at timestamptz not null,
  primary key (practice_id, person_id),
  foreign key (practice_id, person_id) references person (practice_id, id)
);
call fence('consent_place', 'person');
create policy own_alone on consent_place as restrictive using (is_self(person_id)) with check (is_self(person_id));
grant select, insert, update (document_version, page, choices, saved_at) on consent_place to throughline_app;
