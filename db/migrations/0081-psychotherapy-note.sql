-- Psychotherapy notes (45 CFR 164.501): what a therapist writes for themself, apart from the rest of the record. Nobody but
-- its author reads one, and the database itself holds that line. The words are sealed with a key of the author's own that
-- is not in the database, so that a copy of it tells nothing either.
create table psychotherapy_note (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  -- Null: about the course as a whole.
  session_id uuid,
  author_seat uuid not null references seat,
  author_account uuid not null references account,
  sealed bytea not null,
  -- A correction is a note of its own that points at the one it corrects.
  corrects uuid,
  written_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (practice_id, id),
  unique (practice_id, author_seat, course_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  foreign key (practice_id, author_seat, course_id, corrects) references psychotherapy_note (practice_id, author_seat, course_id, id)
);
create index psychotherapy_note_of_author on psychotherapy_note (author_seat, course_id, written_at);
create index psychotherapy_note_of_account on psychotherapy_note (author_account);
create unique index psychotherapy_note_corrected_once on psychotherapy_note (corrects) where corrects is not null;

-- What is being typed. One a course and author; null once it has become a note or was given up.
create table psychotherapy_note_draft (
  practice_id uuid not null,
  person_id uuid not null,
  course_id uuid not null,
  author_seat uuid not null references seat,
  author_account uuid not null references account,
  sealed bytea,
  saved_at timestamptz not null,
  primary key (practice_id, author_seat, course_id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id)
);

-- A guest of this course, or a therapist who takes part in this person's care.
create function may_write_note(person uuid, course uuid) returns boolean language sql stable as $$
  select case
    when app_course() is not null then app_course() = course and app_person() = person
    when app_person() is not null then false
    else exists (
      select from care_team t join member m on m.practice_id = t.practice_id and m.id = t.member_id
      where t.practice_id = app_practice() and t.person_id = person and t.member_id = app_seat() and t.until is null
        and 'therapist' = any (m.roles))
  end
$$;

do $$
declare tbl text;
begin
  foreach tbl in array array['psychotherapy_note', 'psychotherapy_note_draft'] loop
    execute format('alter table %I enable row level security', tbl);
    execute format('create policy authors_own on %I
      using (practice_id = (select app_practice()) and author_seat = (select app_seat()))
      with check (practice_id = (select app_practice()) and author_seat = (select app_seat())
        and author_account = (select app_account()) and may_write_note(person_id, course_id))', tbl);
  end loop;
end $$;
call append_only('psychotherapy_note');
grant select, insert, update (sealed, saved_at) on psychotherapy_note_draft to throughline_app;

-- What the one signed in has written, in whatever seat, also one that has ended: the notes are the author's.
create function kept_notes() returns table (
  id uuid, practice_name text, course_id uuid, session_number smallint, author_seat uuid, sealed bytea, corrects uuid,
  written_at timestamptz
) language sql stable security definer set search_path = public, pg_temp as $$
  select n.id, p.name, n.course_id, s.number, n.author_seat, n.sealed, n.corrects, n.written_at
  from psychotherapy_note n
  join practice p on p.id = n.practice_id
  left join journey_session s on s.id = n.session_id
  where n.author_account = app_account()
  order by n.written_at, n.recorded_at
$$;
grant execute on function kept_notes to throughline_app;

create function kept_note_drafts() returns table (practice_name text, course_id uuid, author_seat uuid, sealed bytea, saved_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.name, d.course_id, d.author_seat, d.sealed, d.saved_at
  from psychotherapy_note_draft d join practice p on p.id = d.practice_id
  where d.author_account = app_account() and d.sealed is not null
$$;
grant execute on function kept_note_drafts to throughline_app;
