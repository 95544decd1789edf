-- Who a person is taken to be can be set right. What stood before, what stands now, and why, stay beside it: a name, a birthday or a
-- gender never changes without them, whoever asks the database. docs/decisions/0361-details-are-set-right.md
create table details_correction (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  -- The parts that changed, and no others.
  before jsonb not null check (jsonb_typeof(before) = 'object'),
  after jsonb not null check (jsonb_typeof(after) = 'object'),
  why text not null check (why <> ''),
  corrected_by uuid not null,
  corrected_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  foreign key (practice_id, corrected_by) references member (practice_id, id),
  check (before <> after)
);
create index details_correction_of_person on details_correction (practice_id, person_id, corrected_at);
call fence('details_correction', 'person');
call append_only('details_correction');
grant update (birth_date, gender) on person to throughline_app;

create function details_told(p person) returns jsonb language sql stable set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'givenName', p.given_name, 'familyName', p.family_name, 'calledBy', p.called_by, 'birthDate', p.birth_date, 'gender', p.gender,
    'language', p.language, 'timeZone', p.time_zone, 'email', p.email, 'phone', p.phone, 'addressLine', p.address_line,
    'city', p.city, 'state', p.state, 'postalCode', p.postal_code)
$$;

create function details_explained() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  -- Whoever owns the database mends it by hand.
  if as_owner() then return null; end if;
  if not exists (
    select from details_correction c
    where c.practice_id = new.practice_id and c.person_id = new.id and c.recorded_at = now()
      and details_told(old) @> c.before and details_told(new) = details_told(old) || c.after
      and (select array_agg(key) from jsonb_object_keys(c.before) key) = (select array_agg(key) from jsonb_object_keys(c.after) key)
  ) then
    raise exception 'details changed without a correction' using errcode = 'TL002';
  end if;
  return null;
end $$;
create constraint trigger details_explained after update on person deferrable initially deferred
  for each row when (old is distinct from new) execute function details_explained();
