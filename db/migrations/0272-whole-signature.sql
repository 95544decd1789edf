-- A signature that was moved to another person or time, or altered, counts for nothing. `seal` is a keyed digest over whose it
-- is, of what, when, by whom and by which confirmation; its key is never in the database. `factor` is how they confirmed that it
-- was them. Both are unknown for what was signed under the first version of the text.
alter table consent_signature add column factor text check (factor in ('password', 'password+totp', 'passkey'));
alter table consent_signature add column seal text check (seal ~ '^[0-9a-f]{64}$');

-- What the database can see by itself, for the trigger that guards a release: the columns say what was signed, it is this
-- person's, they signed it themselves, and it was written down when it says. `faultOf` in src/consent/verify.ts asks for the
-- seal too.
create function consent_whole(s consent_signature) returns boolean language plpgsql stable as $$
declare signed jsonb;
begin
  signed := s.shown::jsonb;
  return coalesce(
    s.document_hash = encode(sha256(convert_to(s.shown, 'UTF8')), 'hex')
    and signed ->> 'personId' = s.person_id::text and s.signed_by = s.person_id
    and signed -> 'choices' = s.choices and signed ->> 'printedName' = s.printed_name and signed ->> 'meaning' = s.meaning
    and signed #>> '{document,id}' = s.document_id and signed #>> '{document,version}' = s.document_version
    and signed #>> '{document,language}' = s.language
    and case when s.seal is null then s.document_version = '1'
      else abs(extract(epoch from s.signed_at - care_at(s.practice_id, s.recorded_at))) < 600 end,
    false);
exception when invalid_text_representation then
  return false;
end $$;
grant execute on function consent_whole to throughline_app;

-- Gate 4, once more: the newest signature is whole, and so is the one that is old enough.
create or replace function consent_gate(s journey_session, document jsonb, moment timestamptz) returns boolean
language plpgsql stable as $$
begin
  return consent_state(s.person_id, moment) = 'stands'
    and consent_state(s.person_id, greatest(moment, care_now(s.practice_id))) <> 'withdrawn'
    and (
      select consent_whole(c) from consent_signature c
      where c.practice_id = s.practice_id and c.person_id = s.person_id and c.signed_at <= moment
      order by c.signed_at desc limit 1
    )
    and exists (
      select from consent_signature c where c.practice_id = s.practice_id and c.person_id = s.person_id
        and c.signed_at <= moment - figure_of(document, 'gates', 'consentAgeHours') * interval '1 hour' and consent_whole(c)
        and not exists (
          select from consent_withdrawal w where w.practice_id = c.practice_id and w.person_id = c.person_id and w.part = 'all'
            and w.withdrawn_at >= c.signed_at
        )
    );
end $$;
