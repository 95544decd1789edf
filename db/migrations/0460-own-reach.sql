-- How a person is reached is theirs to say: a new phone, a new address. They owe nobody a reason for it. Who they are taken to be (name,
-- birthday, gender) is set right by the practice alone, with a reason. docs/decisions/0460-how-one-is-reached.md
alter table details_correction drop constraint details_correction_practice_id_corrected_by_fkey;
alter table details_correction alter column why drop not null;
alter table details_correction add constraint details_correction_by_whom check (corrected_by <> person_id or why is null and not
  before ?| array['givenName', 'familyName', 'birthDate', 'gender', 'language']);
alter table details_correction add constraint details_correction_explained check (why is not null or corrected_by = person_id);

-- In the place of the foreign key: somebody who works here, or the person.
create function corrected_by_someone() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.corrected_by <> new.person_id
    and not exists (select from member m where m.practice_id = new.practice_id and m.id = new.corrected_by)
  then
    raise exception 'details corrected by nobody known' using errcode = '23503';
  end if;
  return new;
end $$;
create trigger corrected_by_someone before insert on details_correction for each row execute function corrected_by_someone();
