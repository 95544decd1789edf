-- What a practice itself says of the rules: ratified as they came, or raised to stop where they came as a written decision. It is proposed
-- in writing by someone who prescribes here, and holds once a second one has signed it too; where nobody else could sign, 24 hours
-- later. Whether and since when it holds is worked out from these rows and the moment (src/rule/own.ts), and written nowhere.
create table rule_proposal (
  practice_id uuid not null references practice,
  id uuid not null unique,
  -- What of: [{rule, version, severity}], the version being that of the rule which was read.
  rules jsonb not null check (jsonb_typeof(rules) = 'array' and jsonb_array_length(rules) between 1 and 200),
  -- The edition of the whole table that was read.
  rules_version text not null check (rules_version <> ''),
  reason text not null check (btrim(reason) <> '' and length(reason) <= 2000),
  -- Nobody else here could have signed it then; said by the database.
  alone boolean not null,
  document_hash text not null,
  confirmation_id uuid not null unique,
  signed_by uuid not null,
  signed_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, signed_by) references member (practice_id, id)
);
create index rule_proposal_in_order on rule_proposal (practice_id, number);
call fence('rule_proposal', 'practice');

-- One each: who signs first is the second.
create table rule_proposal_second (
  practice_id uuid not null,
  id uuid not null unique,
  proposal_id uuid not null,
  document_hash text not null,
  confirmation_id uuid not null unique,
  signed_by uuid not null,
  signed_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, proposal_id),
  foreign key (practice_id, proposal_id) references rule_proposal (practice_id, id),
  foreign key (practice_id, signed_by) references member (practice_id, id)
);
call fence('rule_proposal_second', 'practice');

-- Taken back by who proposed it, before it held.
create table rule_proposal_withdrawal (
  practice_id uuid not null,
  id uuid not null unique,
  proposal_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, proposal_id),
  foreign key (practice_id, proposal_id) references rule_proposal (practice_id, id),
  foreign key (practice_id, withdrawn_by) references member (practice_id, id)
);
call fence('rule_proposal_withdrawal', 'practice');

create function prescribes_here(practice uuid, member uuid) returns boolean language sql stable as $$
  select exists (select from member m where m.practice_id = practice and m.id = member and m.disabled_at is null
    and 'prescriber' = any (m.roles))
$$;
grant execute on function prescribes_here to throughline_app;

create policy own_hand on rule_proposal as restrictive for insert with check (
  signed_by = (select app_seat()) and prescribes_here(practice_id, signed_by));
-- The second is another one than the first.
create policy own_hand on rule_proposal_second as restrictive for insert with check (
  signed_by = (select app_seat()) and prescribes_here(practice_id, signed_by)
  and exists (select from rule_proposal p where p.practice_id = rule_proposal_second.practice_id and p.id = proposal_id
    and p.signed_by <> rule_proposal_second.signed_by));
create policy own_hand on rule_proposal_withdrawal as restrictive for insert with check (
  withdrawn_by = (select app_seat())
  and exists (select from rule_proposal p where p.practice_id = rule_proposal_withdrawal.practice_id and p.id = proposal_id
    and p.signed_by = withdrawn_by));

create function rule_proposal_alone() returns trigger language plpgsql as $$
begin
  new.alone := not exists (select from member m where m.practice_id = new.practice_id and m.id <> new.signed_by
    and m.disabled_at is null and 'prescriber' = any (m.roles));
  return new;
end $$;
create trigger rule_proposal_alone before insert on rule_proposal for each row execute function rule_proposal_alone();

call append_only('rule_proposal');
call append_only('rule_proposal_second');
call append_only('rule_proposal_withdrawal');

-- Who changes the rules of a practice waits for whoever is just releasing a dose by them, and the other way round; then it is this late.
create function hold_rules(changing boolean) returns timestamptz language plpgsql as $$
declare place bigint := hashtextextended('rules ' || app_practice()::text, 0);
begin
  if changing then perform pg_advisory_xact_lock(place); else perform pg_advisory_xact_lock_shared(place); end if;
  return care_at_once(app_practice());
end $$;
grant execute on function hold_rules to throughline_app;

-- By which edition of the rules a release was judged, and which of them the practice had raised by then: [{rule, proposal, severity, since}].
-- Null in what is older than this.
alter table gate_evaluation add column rules_version text,
  add column raised jsonb check (raised is null or jsonb_typeof(raised) = 'array');
grant insert (rules_version, raised) on gate_evaluation to throughline_app;
