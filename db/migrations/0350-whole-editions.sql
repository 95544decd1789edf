-- What courses read of an edition is put together when an edition is published, not at every reading: as the view of
-- 0260-protocols.sql did it, each edition with, for every part it does not have, that part from the first edition of its protocol
-- that does. That was 0.35 ms for each time that a chart, its gates or an order looked at a plan. docs/decisions/0351-a-chart-costs-less.md
alter table protocol_published add column whole jsonb;
-- Eleven kilobytes of words pack into four, beside the row: unpacking them there costs a third of fetching them from elsewhere.
alter table protocol_published alter column whole set storage main;

create function complete_editions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update protocol_published e set whole = made.document
  from (
    select o.id, o.version,
      (select jsonb_object_agg(part.key, part.value order by other.number desc)
        from protocol_published other, jsonb_each(other.document) part where other.id = o.id) || o.document as document
    from protocol_published o
  ) made
  where made.id = e.id and made.version = e.version and e.whole is distinct from made.document;
  return null;
end $$;
revoke execute on function complete_editions from public;
create trigger complete_editions after insert or delete or update of id, document, number on protocol_published
  for each statement execute function complete_editions();

update protocol_published set document = document;
create or replace view protocol_edition with (security_invoker = true) as
  select e.id, e.version, e.number, e.whole as document from protocol_published e;
