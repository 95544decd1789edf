-- What the main points are, in the client's own words: written by them, or said aloud and written down by someone of the team.
-- It is no test: nothing of it is scored. Whoever is not sure talks it through first.
create table teach_back (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  document_id text not null,
  document_version text not null,
  question text not null check (question ~ '^[a-z]+(-[a-z]+)*$'),
  words text not null check (length(words) <= 2000),
  unsure boolean not null,
  told_by uuid not null references seat,
  told_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, person_id, id),
  foreign key (practice_id, person_id) references person (practice_id, id),
  check (btrim(words) <> '' or unsure)
);
create index teach_back_of_person on teach_back (practice_id, person_id, number desc);
call fence('teach_back', 'person');
create policy own_hand on teach_back as restrictive for insert
  with check (told_by = (select app_seat()) and ((select app_person()) is null or is_self(person_id)));
call append_only('teach_back');

-- What was not understood is talked about, and that is a fact: by whom, when, and what was said, if they like.
create table teach_back_talk (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  answer_id uuid not null,
  note text not null check (length(note) <= 2000),
  talked_by uuid not null,
  talked_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, answer_id) references teach_back (practice_id, person_id, id),
  foreign key (practice_id, talked_by) references member (practice_id, id)
);
create index teach_back_talk_of_answer on teach_back_talk (practice_id, answer_id, talked_at desc);
call fence('teach_back_talk', 'person');
create policy own_hand on teach_back_talk as restrictive for insert
  with check ((select app_person()) is null and talked_by = (select app_seat()));
call append_only('teach_back_talk');

-- Words of someone under the medicine prove nothing, and neither does a talk with them.
create trigger not_under_medicine before insert on teach_back
  for each row execute function refuse_widening_under_medicine();
create trigger not_under_medicine before insert on teach_back_talk
  for each row execute function refuse_widening_under_medicine();

-- The questions that stand open for a signature, from the very text that is signed: not answered within a year, or answered
-- with "not sure" and not talked about since. `openQuestions` in src/consent/teach.ts says the same.
create function untaught(about uuid, shown jsonb, at timestamptz) returns setof text language sql stable as $$
  select q.value ->> 'id'
  from jsonb_array_elements(coalesce(shown #> '{document,teachBack}', '[]')) q
  where not exists (
    select from (
      select t.id, t.unsure, t.told_at from teach_back t
      where t.practice_id = app_practice() and t.person_id = about and t.question = q.value ->> 'id'
        and t.document_id = shown #>> '{document,id}' and t.document_version = shown #>> '{document,version}'
        and t.told_at <= untaught.at
      order by t.number desc limit 1
    ) newest
    where newest.told_at > untaught.at - interval '8760 hours' and (not newest.unsure or exists (
      select from teach_back_talk k where k.practice_id = app_practice() and k.answer_id = newest.id and k.talked_at <= untaught.at))
  )
$$;

create function refuse_signing_untaught() returns trigger language plpgsql as $$
begin
  if exists (select from untaught(new.person_id, new.shown::jsonb, new.signed_at)) then
    raise exception 'the main points are said in own words before signing' using errcode = 'TL270';
  end if;
  return new;
end $$;
create trigger taught before insert on consent_signature
  for each row execute function refuse_signing_untaught();
