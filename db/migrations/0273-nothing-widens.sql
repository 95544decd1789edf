-- From a dose until 24 hours after discharge nothing widens, whatever asks: a signature, a rehearsal, words that come before
-- one, a guest, and now readers, too, and the way to say stop. Taking back and closing pass at any moment.
create function reads_wider(before text, after text) returns boolean language sql immutable return
  array_position(array['no-one', 'therapist', 'team'], after) > array_position(array['no-one', 'therapist', 'team'], before);

create function refuse_wider_preparation() returns trigger language plpgsql as $$
declare before text;
begin
  select r.audience into before from preparation_reader r
  where r.practice_id = new.practice_id and r.course_id = new.course_id order by r.number desc limit 1;
  if reads_wider(coalesce(before, 'team'), new.audience)
    and signing_closed_until(new.person_id, care_now(new.practice_id)) is not null then
    raise exception 'nothing widens from a dose until 24 hours after discharge' using errcode = 'TL001';
  end if;
  return new;
end $$;
create trigger not_under_medicine before insert on preparation_reader
  for each row execute function refuse_wider_preparation();

create function refuse_wider_sharing() returns trigger language plpgsql as $$
begin
  if reads_wider(insight_audience(new.insight_id), new.audience)
    and signing_closed_until(new.person_id, care_now(new.practice_id)) is not null then
    raise exception 'nothing widens from a dose until 24 hours after discharge' using errcode = 'TL001';
  end if;
  return new;
end $$;
create trigger not_under_medicine before insert on insight_sharing
  for each row execute function refuse_wider_sharing();

-- A first way to say stop may be agreed on at any moment; one in the place of another takes that away from whoever is out of words.
create function refuse_other_stop() returns trigger language plpgsql as $$
begin
  if exists (select from stop_signal s where s.practice_id = new.practice_id and s.course_id = new.course_id)
    and signing_closed_until(new.person_id, care_now(new.practice_id)) is not null then
    raise exception 'nothing widens from a dose until 24 hours after discharge' using errcode = 'TL001';
  end if;
  return new;
end $$;
create trigger not_under_medicine before insert on stop_signal
  for each row execute function refuse_other_stop();
