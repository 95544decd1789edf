-- A medicine or an allergy that a client tells by their own hand stands among the items of their history, to be confirmed like what
-- others sent. From their seat nothing else comes into it.
create policy own_hand on history_item as restrictive for insert with check (
  (select app_person()) is null
  or (is_self(person_id) and received_by = (select app_seat()) and referral_id is null
    and item -> 'source' ->> 'type' = 'client' and kind in ('medicine', 'allergy'))
);

create or replace function recall_by_telling(recall uuid, clearance uuid, rules text[], at timestamptz) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from telling t
    where t.practice_id = app_practice() and t.person_id = app_person() and t.told_by = app_seat() and t.recorded_at = now())
    and not exists (select from history_item i
      where i.practice_id = app_practice() and i.person_id = app_person() and i.received_by = app_seat() and i.recorded_at = now())
  then
    raise exception 'nothing was told' using errcode = '42501';
  end if;
  insert into clearance_recall (practice_id, id, person_id, clearance_id, rules, recalled_at)
    values (app_practice(), recall, app_person(), clearance, rules, at)
    on conflict (practice_id, clearance_id) do nothing;
  return true;
end $$;
