-- After intent or a plan was told since the dose, what lets somebody go home is no further answer to the same question: a
-- therapist or a prescriber writes down why, in their own words. The newest word counts; an alarm after it begins anew.
create table danger_cleared (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  session_id uuid not null,
  reason text not null check (btrim(reason) <> ''),
  cleared_by uuid not null,
  cleared_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  foreign key (practice_id, cleared_by) references member (practice_id, id)
);
create index danger_cleared_of_session on danger_cleared (practice_id, session_id, cleared_at desc);
call fence('danger_cleared', 'staff');
call append_only('danger_cleared');
create trigger facts_changed after insert on danger_cleared for each row execute function facts_changed();

create function danger_cleared_by_a_clinician() returns trigger language plpgsql as $$
begin
  if not works_as(new.practice_id, new.cleared_by, array['therapist', 'prescriber']) then
    raise exception 'only a therapist or a prescriber clears a danger' using errcode = '23514';
  end if;
  return new;
end
$$;
create trigger danger_cleared_by_a_clinician before insert on danger_cleared
  for each row execute function danger_cleared_by_a_clinician();

-- Told since the last dose, and nobody who may has written since that they can go.
create function danger_stands(practice uuid, person uuid, session uuid) returns boolean language sql stable as $$
  select exists (
    select from suicide_check c
    where c.practice_id = practice and c.person_id = person and c.answer = 'intent-or-plan'
      and c.counts_at > (select max(d.given_at) from doses_standing(practice, person) d where d.session_id = session)
      and not exists (select from danger_cleared k
        where k.practice_id = practice and k.person_id = person and k.session_id = session and k.cleared_at > c.counts_at))
$$;

-- The criteria are worked out above the database; this one it holds itself. A prescriber’s signed reason stands for itself.
create function no_discharge_in_danger() returns trigger language plpgsql as $$
begin
  if new.override_reason is null and danger_stands(new.practice_id, new.person_id, new.session_id) then
    raise exception 'intent or a plan was told since the dose, and nobody has cleared it' using errcode = '23514';
  end if;
  return new;
end
$$;
create trigger no_discharge_in_danger before insert on discharge for each row execute function no_discharge_in_danger();
