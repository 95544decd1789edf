-- Who the medical director of a practice is: one of those who prescribe, named by an administrator, until another is named or nobody is.
-- Whoever no longer prescribes here is none: then it is as where nobody was ever named, and nobody is locked out.
-- docs/decisions/0531-medical-director.md
create table medical_director (
  practice_id uuid not null references practice,
  id uuid not null unique,
  -- Null: nobody, from then on.
  member_id uuid,
  named_by uuid not null,
  named_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references member (practice_id, id),
  foreign key (practice_id, named_by) references member (practice_id, id)
);
create index medical_director_newest on medical_director (practice_id, number desc);
call fence('medical_director', 'staff');
create policy own_hand on medical_director as restrictive for insert with check (
  named_by = (select app_seat()) and exists (
    select from member m where m.practice_id = medical_director.practice_id and m.id = named_by and m.disabled_at is null
      and 'administrator' = any (m.roles))
  and (member_id is null or prescribes_here(practice_id, member_id)));
call append_only('medical_director');

create function medical_director_of(practice uuid) returns uuid language sql stable as $$
  select d.member_id from (
    select n.member_id from medical_director n where n.practice_id = practice order by n.number desc limit 1
  ) d where prescribes_here(practice, d.member_id)
$$;
grant execute on function medical_director_of to throughline_app;

-- Of the two who sign a decision about the rules, one is the director, where there is one.
drop policy own_hand on rule_proposal_second;
create policy own_hand on rule_proposal_second as restrictive for insert with check (
  signed_by = (select app_seat()) and prescribes_here(practice_id, signed_by)
  and exists (select from rule_proposal p where p.practice_id = rule_proposal_second.practice_id and p.id = proposal_id
    and p.signed_by <> rule_proposal_second.signed_by
    and (medical_director_of(p.practice_id) is null
      or medical_director_of(p.practice_id) in (p.signed_by, rule_proposal_second.signed_by))));

-- Who signs an own protocol, or its end, is the director, where there is one.
create policy director_hand on own_protocol as restrictive for insert with check (
  coalesce(medical_director_of(practice_id), signed_by) = signed_by);
create policy director_hand on own_protocol_end as restrictive for insert with check (
  coalesce(medical_director_of(practice_id), signed_by) = signed_by);
