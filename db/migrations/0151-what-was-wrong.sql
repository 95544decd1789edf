-- A correction says what was wrong with what it stands in for. What was corrected before nobody asked says nothing.
alter table vital_reading add column wrong text check (wrong in ('mistyped', 'other-person', 'did-not-happen')),
  add check (wrong is null or corrects is not null);
alter table journey_event add column wrong text check (wrong in ('mistyped', 'other-person', 'did-not-happen')),
  add check (wrong is null or corrects is not null);
alter table distress_rating add column wrong text check (wrong in ('mistyped', 'other-person', 'did-not-happen')),
  add check (wrong is null or corrects is not null);
