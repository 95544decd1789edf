-- What somebody signed says whose it is, and stands under no one else: as a text that is not the signed one cannot be stored under
-- its hash, a signature cannot be moved to another person. Not asked of what stands here already, which the page verifies.
alter table consent_signature add constraint consent_signature_is_theirs
  check (shown::jsonb ->> 'personId' = person_id::text) not valid;
