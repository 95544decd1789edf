-- Some instruments are not for everyone (after no trauma at all, there is nothing that the ITQ could ask): that is an outcome,
-- and is kept like any other.
alter table instrument_response drop constraint instrument_response_status_check;
alter table instrument_response add constraint instrument_response_status_check
  check (status in ('complete', 'prorated', 'incomplete', 'not-applicable'));
