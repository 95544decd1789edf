-- What this database knows of the installation it belongs to, so that another one is told: which vault key its secrets are sealed
-- with (a keyed digest, from which the key cannot be found), and that it waits for a practice and is never filled with the demo.
-- The owner's alone: the app can neither read it nor write it.
create table house_mark (
  kind text primary key check (kind in ('vault-key', 'for-a-practice')),
  mark text not null,
  since timestamptz not null default now()
);
alter table house_mark enable row level security;
create policy owner_alone on house_mark using (false);
call close_to_tablets('house_mark');
