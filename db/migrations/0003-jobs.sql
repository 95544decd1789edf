-- The one way for the app to put a job on the list. The list itself belongs to graphile-worker and is out of its reach.
create function enqueue(task text, payload jsonb, run_at timestamptz, key text) returns void
language plpgsql security definer set search_path = public as $$
begin
  perform graphile_worker.add_job(task, payload::json, run_at => run_at, job_key => key);
end $$;
revoke execute on function enqueue from public;
grant execute on function enqueue to throughline_app;

-- What the demo's mail catcher caught: read on the demo's inbox page, and by no one in a real practice.
create table demo_mail (
  id bigint primary key generated always as identity,
  sent_to text not null,
  subject text not null,
  body text not null,
  caught_at timestamptz not null default now()
);
grant select, insert on demo_mail to throughline_app;
alter table demo_mail enable row level security;
create policy in_house on demo_mail using ((select in_house()));
