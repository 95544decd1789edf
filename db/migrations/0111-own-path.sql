-- A function that runs as the owner looks for tables where it says, and never first among the temporary ones, which anybody
-- who is connected may make.
do $$
declare one record;
begin
  for one in
    select p.oid::regprocedure as name, setting as path
    from pg_proc p, unnest(p.proconfig) setting
    where p.prosecdef and p.pronamespace = 'public'::regnamespace
      and setting like 'search_path=%' and setting not like '%pg_temp'
  loop
    execute format('alter function %s set search_path = public, pg_temp', one.name);
  end loop;
end $$;
