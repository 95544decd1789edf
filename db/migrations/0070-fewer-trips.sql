-- The end of a write in one trip: the answer to its intent, and its row in the trail. It runs as whoever calls it, so the
-- grants and fences hold as they do for the two inserts.
create function finish_write(
  practice uuid, key uuid, content_hash bytea, answer jsonb,
  account uuid, seat uuid, roles text, action text, subject_kind text, subject uuid, person uuid, effect boolean
) returns void language plpgsql as $$
begin
  insert into intent (practice_id, key, content_hash, answer)
    values (practice, finish_write.key, finish_write.content_hash, finish_write.answer);
  insert into audit_event (practice_id, account_id, seat_id, roles, action, subject_kind, subject_id, person_id, intent_key, effect, outcome)
    values (practice, account, seat, finish_write.roles, finish_write.action, finish_write.subject_kind, subject, person,
      finish_write.key, finish_write.effect, 'done');
end $$;
