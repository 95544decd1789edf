-- Under which address each member and client of this practice signs in: for its own staff, and nobody else.
create function seat_emails() returns table (seat_id uuid, account_id uuid, email text, language text)
language sql stable security definer set search_path = public as $$
  select s.id, a.id, a.email, a.language from seat s join account a on a.id = s.account_id
  where s.practice_id = app_practice() and s.until is null and s.kind in ('member', 'client') and a.disabled_at is null
    and app_person() is null and app_seat() is not null
$$;
grant execute on function seat_emails to throughline_app;

-- Every practice in which this account has a seat, so that each is asked when its holder has lost what lets them in.
create function seats_of(account uuid) returns table (seat_id uuid, practice_id uuid)
language sql stable security definer set search_path = public as $$
  select s.id, s.practice_id from seat s left join member m on m.id = s.id
  where s.account_id = account and s.until is null and s.kind in ('member', 'client') and m.disabled_at is null
    and (in_house() or account = app_account())
$$;
grant execute on function seats_of to throughline_app;
