-- The seal: each practice's trail as a chain of hashes, made by the sealer a moment after the rows were committed.
-- Chaining inside the transaction would make every writer of a practice wait for the one before.
create table audit_seal (
  practice_id uuid not null,
  position bigint not null check (position > 0),
  event_id bigint not null,
  hash bytea not null check (length(hash) = 32),
  sealed_at timestamptz not null default clock_timestamp(),
  primary key (practice_id, position),
  unique (practice_id, event_id)
);
alter table audit_seal enable row level security;
create policy sealer on audit_seal using (current_setting('app.sealer', true) = 'on');
call append_only('audit_seal');
create policy sealer_reads on audit_event for select using (current_setting('app.sealer', true) = 'on');

-- Every row of a transaction older than this has its seal. One row; whoever seals holds its lock.
create table audit_horizon (
  one boolean primary key default true check (one),
  sealed_below xid8 not null
);
insert into audit_horizon (sealed_below) values ('0');
grant select, update (sealed_below) on audit_horizon to throughline_app;
