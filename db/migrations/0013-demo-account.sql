-- The invented people of a demo practice. Their passwords may be read by anyone who can open the demo, so the database
-- itself keeps such an account out of every real practice.
create table demo_account (
  account_id uuid primary key references account,
  practice_id uuid not null references practice,
  name text not null,
  roles text[] not null,
  email text not null,
  password text not null,
  created_at timestamptz not null default now()
);
alter table demo_account enable row level security;
create policy told on demo_account for select using ((select in_house()));
create policy made on demo_account for insert with check (practice_id = (select app_practice()));
call append_only('demo_account');

create function demo_people_stay_in_demos() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_table_name = 'demo_account' then
    if exists (
      select from practice p where not p.demo and (p.id = new.practice_id
        or p.id in (select s.practice_id from seat s where s.account_id = new.account_id)))
    then raise exception 'demo accounts are for demo practices' using errcode = 'check_violation'; end if;
  elsif exists (select from demo_account d where d.account_id = new.account_id)
    and not (select demo from practice where id = new.practice_id)
  then raise exception 'a demo account has no place in a real practice' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger demo_only before insert on demo_account for each row execute function demo_people_stay_in_demos();
create trigger demo_stays_out before insert on seat for each row execute function demo_people_stay_in_demos();
