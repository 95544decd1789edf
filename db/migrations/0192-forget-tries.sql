-- A wrong try that is wholly forgotten is as good as none, so its row need not stay: whoever tries addresses at random leaves
-- nothing behind for long. One try is forgotten in a quarter of an hour (src/access/backoff.ts).
create function forget_tries() returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare forgotten integer;
begin
  if not in_house() then raise 'only the house forgets tries' using errcode = '42501'; end if;
  delete from wrong_try where last_at + (wrong + 1) * interval '15 minutes' < now();
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;
revoke execute on function forget_tries from public;
grant execute on function forget_tries to throughline_app;
