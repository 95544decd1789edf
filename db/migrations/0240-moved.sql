-- What follows from an answer or a dose (the person's schedule, the points of their course) is made anew soon after, and nobody
-- who sends a form waits for it. A job was put on the list by each answer, twice; that cost more than the answer itself. Now
-- the fact leaves a mark here, in its own transaction, and a server gathers the marks every few seconds: each person once,
-- however much they sent. Marks that no server gathered yet wait here, and outlive every server.
create table moved (
  number bigint primary key generated always as identity,
  practice_id uuid not null,
  -- Gone again within seconds: no part of anyone's record.
  whom uuid not null
);
-- Written by the trigger and read by the function below alone: a policy that lets nobody by.
alter table moved enable row level security;
create policy closed on moved using (false);
call close_to_tablets('moved');

create function note_moved() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into moved (practice_id, whom) values (new.practice_id, new.person_id);
  return null;
end $$;
drop trigger asking_moved on instrument_response;
drop trigger outcome_is_stale on instrument_response;
drop trigger outcome_is_stale on dose;
drop function asking_moved();
drop function outcome_is_stale();
create trigger note_moved after insert on instrument_response for each row execute function note_moved();
create trigger note_moved after insert on dose for each row execute function note_moved();

-- Only for the house itself, in no practice's name. Marks are struck off and jobs put on the list in one transaction. What is
-- not committed yet is not seen, and waits for the next time; two servers never gather the same mark. Answers how many it took.
create function gather_moved(most integer) returns integer
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare taken integer;
begin
  if not in_house() then return 0; end if;
  with gone as (
    delete from moved where number in (select m.number from moved m order by m.number limit most for update skip locked)
    returning practice_id, whom
  ), put as materialized (
    select enqueue('asking-person', about, null, 'asking ' || whom), enqueue('outcome-points', about, null, 'outcome ' || whom)
    from (select distinct practice_id, whom, jsonb_build_object('practiceId', practice_id, 'personId', whom) as about from gone) each_once
  )
  select count(*) into taken from gone where (select count(*) from put) >= 0;
  return taken;
end $$;
revoke all on function gather_moved from public;
grant execute on function gather_moved to throughline_app;
