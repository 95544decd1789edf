-- How long a first consent rests before the first dose: a practice's own decision, in writing, signed by a prescriber. The newest
-- counts; without one, the protocol's own figure does. It is never nothing.
create table consent_wait (
  practice_id uuid not null references practice,
  id uuid not null unique,
  hours smallint not null check (hours between 1 and 168),
  reason text not null check (btrim(reason) <> '' and length(reason) <= 1000),
  document_hash text not null,
  confirmation_id uuid not null unique,
  signed_by uuid not null,
  signed_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, signed_by) references member (practice_id, id)
);
create index consent_wait_newest on consent_wait (practice_id, number desc);
call fence('consent_wait', 'practice');
create policy own_hand on consent_wait as restrictive for insert with check (
  signed_by = (select app_seat()) and exists (
    select from member m where m.practice_id = consent_wait.practice_id and m.id = signed_by and m.disabled_at is null
      and 'prescriber' = any (m.roles)));
call append_only('consent_wait');

create function consent_wait_hours(practice uuid, moment timestamptz) returns smallint language sql stable as $$
  select w.hours from consent_wait w where w.practice_id = practice and w.signed_at <= moment order by w.number desc limit 1
$$;
grant execute on function consent_wait_hours to throughline_app;

-- Gate 4, once more: as old as the practice has decided, or else as its protocol says.
create or replace function consent_gate(s journey_session, document jsonb, moment timestamptz) returns boolean
language plpgsql stable as $$
begin
  return consent_state(s.person_id, moment) = 'stands'
    and consent_state(s.person_id, greatest(moment, care_now(s.practice_id))) <> 'withdrawn'
    and (
      select consent_whole(c) from consent_signature c
      where c.practice_id = s.practice_id and c.person_id = s.person_id and c.signed_at <= moment
      order by c.signed_at desc limit 1
    )
    and exists (
      select from consent_signature c where c.practice_id = s.practice_id and c.person_id = s.person_id and consent_whole(c)
        and c.signed_at <= moment - interval '1 hour' * coalesce(
          consent_wait_hours(s.practice_id, moment), figure_of(document, 'gates', 'consentAgeHours'))
        and not exists (
          select from consent_withdrawal w where w.practice_id = c.practice_id and w.person_id = c.person_id and w.part = 'all'
            and w.withdrawn_at >= c.signed_at
        )
    );
end $$;
