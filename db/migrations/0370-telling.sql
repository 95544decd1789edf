-- What a client tells of their own health, answer by answer, by their own hand. It is no answer of the rules: a clinician confirms
-- or corrects it with a statement, which names what was told (docs/decisions/0370-what-a-client-tells.md).
create table telling (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  -- Of the form in content/history, in that edition and that language.
  question text not null check (question <> ''),
  edition text not null check (edition <> ''),
  language text not null check (language in ('en', 'es')),
  answer text not null check (answer <> ''),
  -- A year, a month or a day, no more exact than it is known.
  on_date text check (on_date ~ '^\d{4}(-\d{2}){0,2}$'),
  words text not null default '' check (length(words) <= 1000),
  told_by uuid not null references seat,
  told_at timestamptz not null,
  arrived_at timestamptz,
  doubt text check (doubt in ('ahead', 'late')),
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, person_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id)
);
create index telling_of_person on telling (practice_id, person_id, told_at, number);
call fence('telling', 'person');
create policy own_hand on telling as restrictive for insert
  with check (is_self(person_id) and told_by = (select app_seat()));
call append_only('telling');
create trigger facts_changed after insert on telling for each row execute function facts_changed();

-- They have told what they wanted to, for now.
create table telling_done (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  told_by uuid not null references seat,
  done_at timestamptz not null,
  arrived_at timestamptz,
  doubt text check (doubt in ('ahead', 'late')),
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id)
);
create index telling_done_of_person on telling_done (practice_id, person_id, done_at);
call fence('telling_done', 'person');
create policy own_hand on telling_done as restrictive for insert
  with check (is_self(person_id) and told_by = (select app_seat()));
call append_only('telling_done');

-- What the client had told when a clinician answered.
alter table history_statement add column telling_id uuid,
  add foreign key (practice_id, person_id, telling_id) references telling (practice_id, person_id, id),
  add check (telling_id is null or question is not null);

-- A clearance is recalled by what came in, also where the client told it. Recalls are written by those who work here; from the client's
-- own seat one comes of what they tell in the same transaction, and is about nobody else.
create function recall_by_telling(recall uuid, clearance uuid, rules text[], at timestamptz) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from telling t
    where t.practice_id = app_practice() and t.person_id = app_person() and t.told_by = app_seat() and t.recorded_at = now())
  then
    raise exception 'nothing was told' using errcode = '42501';
  end if;
  insert into clearance_recall (practice_id, id, person_id, clearance_id, rules, recalled_at)
    values (app_practice(), recall, app_person(), clearance, rules, at)
    on conflict (practice_id, clearance_id) do nothing;
  return true;
end $$;
