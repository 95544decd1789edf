-- The plan, the order, what must hold before a dose, the hours after it, and how they end.

-- Published editions of the protocols, word for word as in content/protocols. A new edition is a new row in a new file of
-- this history; an edition is never changed, because courses stand on it.
create table protocol_edition (
  id text not null,
  version text not null,
  document jsonb not null,
  primary key (id, version),
  check (document ->> 'id' = id and document ->> 'version' = version)
);
alter table protocol_edition enable row level security;
create policy published on protocol_edition for select using (true);
grant select on protocol_edition to throughline_app;
insert into protocol_edition (id, version, document) values
  ('sublingual', '1', $json${
 "id": "sublingual",
 "version": "1",
 "title": { "en": "Lozenge, held under the tongue", "es": "Pastilla bajo la lengua" },
 "route": "sublingual",
 "products": [ "racemic" ],
 "forms": [ "lozenge", "troche", "dissolving-tablet" ],
 "reference": "clinical reference compiled 2026-11-23",
 "ratifiedBy": null,
 "note": "Figures tagged PD are this practice's own settings: no published authority was found for the exact value, and a medical director must ratify them. The ranges are what was reported in the literature. They check a typed order and propose nothing.",
 "steps": [
  { "id": "preparation", "title": { "en": "Preparation", "es": "Preparación" }, "rule": "9.1" },
  { "id": "ready", "title": { "en": "Ready to journey", "es": "Lista o listo para el viaje" }, "rule": "3.5" },
  { "id": "dose", "title": { "en": "The dose", "es": "La dosis" }, "rule": "3.2" },
  { "id": "journey", "title": { "en": "The journey", "es": "El viaje" }, "rule": "4.2" },
  { "id": "return", "title": { "en": "Return and discharge", "es": "Regreso y alta" }, "rule": "4.5" },
  { "id": "integration", "title": { "en": "Integration", "es": "Integración" }, "rule": "9.3" }
 ],
 "order": {
  "lowMg": { "value": 50, "rule": "3.2", "source": "S52", "tag": "source" },
  "lowMgPerKg": null,
  "reasonAboveMg": { "value": 300, "rule": "3.2", "source": "S30b, S52, S56", "tag": "PD" },
  "reasonAboveMgPerKg": null,
  "secondAboveMg": { "value": 450, "rule": "3.2", "source": "S30b", "tag": "PD" },
  "secondAboveMgPerKg": { "value": 7, "rule": "3.2", "source": "S56", "tag": "PD" },
  "hydrochloridePerBase": { "value": 1.153, "rule": "3", "source": "S23", "tag": "source" }
 },
 "gates": {
  "gapHours": { "value": 72, "rule": "3.2", "source": "clinical reference 3.2", "tag": "PD" },
  "consentAgeHours": { "value": 24, "rule": "7.2", "source": "clinical reference 7.2", "tag": "PD" },
  "releaseMinutes": { "value": 15, "rule": "3.5", "source": "clinical reference 3.5", "tag": "PD" },
  "readingMinutes": { "value": 30, "rule": "EV-BP", "source": "clinical reference 1.3", "tag": "PD" },
  "restMinutes": { "value": 5, "rule": "MO-BP1", "source": "clinical reference 4.2", "tag": "PD" },
  "readings": { "value": 3, "rule": "MO-BP1", "source": "clinical reference 4.2", "tag": "PD" },
  "olderFromYears": { "value": 65, "rule": "MO-BP2", "source": "S14", "tag": "source" },
  "systolicMmHg": { "value": 140, "rule": "MO-BP1", "source": "S04", "tag": "source" },
  "diastolicMmHg": { "value": 90, "rule": "MO-BP1", "source": "S04", "tag": "source" },
  "olderSystolicMmHg": { "value": 150, "rule": "MO-BP2", "source": "S14", "tag": "source" },
  "olderDiastolicMmHg": { "value": 90, "rule": "MO-BP2", "source": "S14", "tag": "source" },
  "noDoseSystolicMmHg": { "value": 160, "rule": "MO-BP1", "source": "clinical reference 4.2", "tag": "PD" },
  "noDoseDiastolicMmHg": { "value": 100, "rule": "MO-BP1", "source": "clinical reference 4.2", "tag": "PD" },
  "lowSystolicMmHg": { "value": 100, "rule": "MO-BP4", "source": "clinical reference 4.2", "tag": "PD" }
 },
 "people": { "guide": [ "therapist" ], "medical": [ "monitor", "prescriber" ], "reachable": [ "prescriber" ], "rule": "3.6", "tag": "PD" },
 "vitals": {
  "atMinutes": [ 0, 20, 40, 60, 90, 120 ], "rule": "3.2", "source": "S71", "tag": "PD",
  "lateMinutes": { "value": 5, "rule": "MO-MISS", "source": "clinical reference 4.2", "tag": "PD" },
  "missedMinutes": { "value": 10, "rule": "MO-MISS", "source": "clinical reference 4.2", "tag": "PD" }
 },
 "limits": {
  "highSystolic": { "watch": 160, "call": 165, "urgent": 180, "rule": "MO-BP3", "source": "S44, S50", "tag": "PD" },
  "highDiastolic": { "watch": 100, "call": 100, "urgent": 120, "rule": "MO-BP3", "source": "S44, S50", "tag": "PD" },
  "risenSystolic": { "watch": 40, "call": 40, "urgent": null, "rule": "MO-BP3", "source": "clinical reference 4.2", "tag": "PD" },
  "lowSystolic": { "watch": 100, "call": 90, "urgent": 80, "rule": "MO-BP4", "source": "S65", "tag": "PD" },
  "highHeartRate": { "watch": 111, "call": 121, "urgent": 151, "rule": "MO-HR", "source": "S65", "tag": "PD" },
  "lowHeartRate": { "watch": 50, "call": 50, "urgent": 40, "rule": "MO-HR", "source": "S65", "tag": "PD" },
  "lowSpo2": { "watch": 95, "call": 92, "urgent": 90, "rule": "MO-O2", "source": "S65", "tag": "PD" },
  "lowRespirations": { "watch": 10, "call": 10, "urgent": 8, "rule": "MO-RR", "source": "S65", "tag": "PD" },
  "highRespirations": { "watch": 21, "call": 31, "urgent": null, "rule": "MO-RR", "source": "S65", "tag": "PD" },
  "lowSedation": { "watch": 4, "call": 3, "urgent": 2, "rule": "MO-SED", "source": "S80", "tag": "PD" },
  "highDistress": { "watch": 7, "call": null, "urgent": null, "rule": "MO-DIS", "source": "clinical reference 4.2", "tag": "PD" }
 },
 "timing": {
  "arrivingMinutes": [ 0, 25 ], "peakMinutes": [ 25, 70 ], "returningMinutes": [ 70, 180 ],
  "rule": "3.1", "source": "pharmacokinetics reference 6.3", "confidence": "fair", "tag": "PD"
 },
 "discharge": {
  "stayMinutes": { "value": 120, "rule": "DC-01", "source": "clinical reference 3.2", "tag": "PD" },
  "examMinutes": { "value": 240, "rule": "DC-11", "source": "clinical reference 4.5", "tag": "PD" },
  "pressureWithinPercent": { "value": 20, "rule": "DC-04", "source": "S04, S79", "tag": "PD" },
  "belowSystolicMmHg": { "value": 160, "rule": "DC-04", "source": "clinical reference 4.5", "tag": "PD" },
  "belowDiastolicMmHg": { "value": 100, "rule": "DC-04", "source": "clinical reference 4.5", "tag": "PD" },
  "spo2Percent": { "value": 95, "rule": "DC-02", "source": "S65", "tag": "PD" },
  "closedHours": { "value": 24, "rule": "C36", "source": "clinical reference 7.2", "tag": "PD" },
  "criteria": [ "DC-02", "DC-03", "DC-05", "DC-06", "DC-07", "DC-08", "DC-09", "DC-12" ]
 }
}$json$),
  ('im', '1', $json${
 "id": "im",
 "version": "1",
 "title": { "en": "Injection into a muscle", "es": "Inyección en un músculo" },
 "route": "im",
 "products": [ "racemic" ],
 "forms": [ "injection" ],
 "reference": "clinical reference compiled 2026-11-23",
 "ratifiedBy": null,
 "note": "Figures tagged PD are this practice's own settings: no published authority was found for the exact value, and a medical director must ratify them. The ranges are what was reported in the literature. They check a typed order and propose nothing.",
 "steps": [
  { "id": "preparation", "title": { "en": "Preparation", "es": "Preparación" }, "rule": "9.1" },
  { "id": "ready", "title": { "en": "Ready to journey", "es": "Lista o listo para el viaje" }, "rule": "3.5" },
  { "id": "dose", "title": { "en": "The dose", "es": "La dosis" }, "rule": "3.2" },
  { "id": "journey", "title": { "en": "The journey", "es": "El viaje" }, "rule": "4.2" },
  { "id": "return", "title": { "en": "Return and discharge", "es": "Regreso y alta" }, "rule": "4.5" },
  { "id": "integration", "title": { "en": "Integration", "es": "Integración" }, "rule": "9.3" }
 ],
 "order": {
  "lowMg": null,
  "lowMgPerKg": { "value": 0.5, "rule": "3.2", "source": "S55", "tag": "source" },
  "reasonAboveMg": null,
  "reasonAboveMgPerKg": { "value": 0.75, "rule": "3.2", "source": "S54, S55", "tag": "PD" },
  "secondAboveMg": null,
  "secondAboveMgPerKg": { "value": 1.5, "rule": "3.2", "source": "clinical reference 3.2", "tag": "PD" },
  "hydrochloridePerBase": { "value": 1.153, "rule": "3", "source": "S23", "tag": "source" }
 },
 "gates": {
  "gapHours": { "value": 72, "rule": "3.2", "source": "clinical reference 3.2", "tag": "PD" },
  "consentAgeHours": { "value": 24, "rule": "7.2", "source": "clinical reference 7.2", "tag": "PD" },
  "releaseMinutes": { "value": 15, "rule": "3.5", "source": "clinical reference 3.5", "tag": "PD" },
  "readingMinutes": { "value": 30, "rule": "EV-BP", "source": "clinical reference 1.3", "tag": "PD" },
  "restMinutes": { "value": 5, "rule": "MO-BP1", "source": "clinical reference 4.2", "tag": "PD" },
  "readings": { "value": 3, "rule": "MO-BP1", "source": "clinical reference 4.2", "tag": "PD" },
  "olderFromYears": { "value": 65, "rule": "MO-BP2", "source": "S14", "tag": "source" },
  "systolicMmHg": { "value": 140, "rule": "MO-BP1", "source": "S04", "tag": "source" },
  "diastolicMmHg": { "value": 90, "rule": "MO-BP1", "source": "S04", "tag": "source" },
  "olderSystolicMmHg": { "value": 150, "rule": "MO-BP2", "source": "S14", "tag": "source" },
  "olderDiastolicMmHg": { "value": 90, "rule": "MO-BP2", "source": "S14", "tag": "source" },
  "noDoseSystolicMmHg": { "value": 160, "rule": "MO-BP1", "source": "clinical reference 4.2", "tag": "PD" },
  "noDoseDiastolicMmHg": { "value": 100, "rule": "MO-BP1", "source": "clinical reference 4.2", "tag": "PD" },
  "lowSystolicMmHg": { "value": 100, "rule": "MO-BP4", "source": "clinical reference 4.2", "tag": "PD" }
 },
 "people": { "guide": [ "therapist" ], "medical": [ "monitor", "prescriber" ], "reachable": [ "prescriber" ], "rule": "3.6", "tag": "PD" },
 "vitals": {
  "atMinutes": [ 0, 10, 20, 30, 40, 60, 90, 120 ], "rule": "3.2", "source": "clinical reference 3.2", "tag": "PD",
  "lateMinutes": { "value": 5, "rule": "MO-MISS", "source": "clinical reference 4.2", "tag": "PD" },
  "missedMinutes": { "value": 10, "rule": "MO-MISS", "source": "clinical reference 4.2", "tag": "PD" }
 },
 "limits": {
  "highSystolic": { "watch": 160, "call": 165, "urgent": 180, "rule": "MO-BP3", "source": "S44, S50", "tag": "PD" },
  "highDiastolic": { "watch": 100, "call": 100, "urgent": 120, "rule": "MO-BP3", "source": "S44, S50", "tag": "PD" },
  "risenSystolic": { "watch": 40, "call": 40, "urgent": null, "rule": "MO-BP3", "source": "clinical reference 4.2", "tag": "PD" },
  "lowSystolic": { "watch": 100, "call": 90, "urgent": 80, "rule": "MO-BP4", "source": "S65", "tag": "PD" },
  "highHeartRate": { "watch": 111, "call": 121, "urgent": 151, "rule": "MO-HR", "source": "S65", "tag": "PD" },
  "lowHeartRate": { "watch": 50, "call": 50, "urgent": 40, "rule": "MO-HR", "source": "S65", "tag": "PD" },
  "lowSpo2": { "watch": 95, "call": 92, "urgent": 90, "rule": "MO-O2", "source": "S65", "tag": "PD" },
  "lowRespirations": { "watch": 10, "call": 10, "urgent": 8, "rule": "MO-RR", "source": "S65", "tag": "PD" },
  "highRespirations": { "watch": 21, "call": 31, "urgent": null, "rule": "MO-RR", "source": "S65", "tag": "PD" },
  "lowSedation": { "watch": 4, "call": 3, "urgent": 2, "rule": "MO-SED", "source": "S80", "tag": "PD" },
  "highDistress": { "watch": 7, "call": null, "urgent": null, "rule": "MO-DIS", "source": "clinical reference 4.2", "tag": "PD" }
 },
 "timing": {
  "arrivingMinutes": [ 0, 10 ], "peakMinutes": [ 10, 45 ], "returningMinutes": [ 45, 120 ],
  "rule": "3.1", "source": "pharmacokinetics reference 6.3", "confidence": "fair", "tag": "PD"
 },
 "discharge": {
  "stayMinutes": { "value": 120, "rule": "DC-01", "source": "clinical reference 3.2", "tag": "PD" },
  "examMinutes": { "value": 240, "rule": "DC-11", "source": "clinical reference 4.5", "tag": "PD" },
  "pressureWithinPercent": { "value": 20, "rule": "DC-04", "source": "S04, S79", "tag": "PD" },
  "belowSystolicMmHg": { "value": 160, "rule": "DC-04", "source": "clinical reference 4.5", "tag": "PD" },
  "belowDiastolicMmHg": { "value": 100, "rule": "DC-04", "source": "clinical reference 4.5", "tag": "PD" },
  "spo2Percent": { "value": 95, "rule": "DC-02", "source": "S65", "tag": "PD" },
  "closedHours": { "value": 24, "rule": "C36", "source": "clinical reference 7.2", "tag": "PD" },
  "criteria": [ "DC-02", "DC-03", "DC-05", "DC-06", "DC-07", "DC-08", "DC-09", "DC-12" ]
 }
}$json$);

alter table course add foreign key (protocol_id, protocol_version) references protocol_edition (id, version);

-- Grows with every fact that a gate depends on, so that an evaluation can name the facts it was made of. Whoever
-- releases a dose holds this row, and a withdrawal that comes at the same moment waits, or was first.
create table course_facts (
  practice_id uuid not null,
  person_id uuid not null,
  course_id uuid not null,
  version bigint not null default 1,
  primary key (practice_id, person_id, course_id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id)
) with (fillfactor = 60);
call fence('course_facts', 'person');
grant select on course_facts to throughline_app;
insert into course_facts (practice_id, person_id, course_id) select practice_id, person_id, id from course;

create function course_has_facts() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into course_facts (practice_id, person_id, course_id) values (new.practice_id, new.person_id, new.id);
  return null;
end $$;
create trigger facts_begin after insert on course for each row execute function course_has_facts();

-- For any table with practice_id and person_id.
create function facts_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update course_facts set version = version + 1 where practice_id = new.practice_id and person_id = new.person_id;
  return null;
end $$;

-- What a prescriber signed: the amount as the label says it, and the milligrams of base beside it.
create table dose_order (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  product text not null check (product in ('racemic', 'esketamine')),
  form text not null check (form in ('lozenge', 'troche', 'dissolving-tablet', 'injection')),
  route text not null check (route in ('sublingual', 'im')),
  label_mg numeric(7, 2) not null check (label_mg > 0),
  label_salt text not null check (label_salt in ('base', 'hydrochloride')),
  base_mg numeric(7, 2) not null,
  weight_kg numeric(5, 1) check (weight_kg between 20 and 400),
  doses smallint not null check (doses between 1 and 20),
  valid_until timestamptz not null,
  range text not null check (range in ('inside', 'reason', 'second')),
  range_reason text check (btrim(range_reason) <> ''),
  supersedes uuid,
  document_hash text not null,
  confirmation_id uuid not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, person_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  foreign key (practice_id, person_id, supersedes) references dose_order (practice_id, person_id, id),
  foreign key (practice_id, signed_by) references member (practice_id, id),
  check (valid_until > signed_at),
  -- 10 mg of base are 11.53 mg of hydrochloride (clinical reference 3, S23).
  check (base_mg = round(label_mg / case label_salt when 'base' then 1 else 1.153 end, 2)),
  check (range = 'inside' or range_reason is not null)
);
create index dose_order_of_course on dose_order (practice_id, course_id, signed_at);
create unique index dose_order_superseded_once on dose_order (practice_id, supersedes) where supersedes is not null;
call fence('dose_order', 'person');
call append_only('dose_order');

-- Above the second tier another prescriber signs too.
create table dose_order_second (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  order_id uuid not null,
  document_hash text not null,
  confirmation_id uuid not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, order_id),
  foreign key (practice_id, person_id, order_id) references dose_order (practice_id, person_id, id),
  foreign key (practice_id, signed_by) references member (practice_id, id)
);
call fence('dose_order_second', 'person');
call append_only('dose_order_second');

create table dose_order_stop (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  order_id uuid not null,
  reason text not null check (btrim(reason) <> ''),
  stopped_by uuid not null,
  stopped_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, order_id),
  foreign key (practice_id, person_id, order_id) references dose_order (practice_id, person_id, id),
  foreign key (practice_id, stopped_by) references member (practice_id, id)
);
call fence('dose_order_stop', 'person');
call append_only('dose_order_stop');

-- Who takes the client home. The newest holds; one without a name says that a ride fell through.
create table ride_home (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  session_id uuid not null,
  name text check (btrim(name) <> ''),
  phone text check (btrim(phone) <> ''),
  named_by uuid not null,
  named_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, person_id, session_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  check ((name is null) = (phone is null))
);
create index ride_home_of_session on ride_home (practice_id, session_id, number desc);
call fence('ride_home', 'person');
call append_only('ride_home');

-- Asked with nobody else in the room. `safe_home` is about the ride that was named then, and about no other.
create table asked_alone (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  session_id uuid not null,
  wants_today boolean not null,
  safe_home boolean,
  ride_id uuid,
  on_own_screen boolean not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  foreign key (practice_id, person_id, session_id, ride_id) references ride_home (practice_id, person_id, session_id, id),
  check ((safe_home is null) = (ride_id is null)),
  -- A client's seat has the id of the person.
  check (on_own_screen = (asked_by = person_id))
);
create index asked_alone_of_session on asked_alone (practice_id, session_id, number desc);
call fence('asked_alone', 'person');
call append_only('asked_alone');

create table presence (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  session_id uuid not null,
  member_id uuid not null,
  state text not null check (state in ('here', 'reachable', 'away')),
  noted_by uuid not null,
  noted_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  foreign key (practice_id, member_id) references member (practice_id, id)
);
create index presence_of_session on presence (practice_id, session_id, number desc);
call fence('presence', 'person');
call append_only('presence');

-- A prescriber's written decision to go on, or not, where a gate of the day asks for one: blood pressures that stayed over
-- the limit (MO-BP1), or a dose soon after the last (3.5 #13).
create table day_decision (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  session_id uuid not null,
  gate text not null check (gate in ('pressure', 'interval')),
  proceed boolean not null,
  reason text not null check (btrim(reason) <> ''),
  risk_benefit text not null check (btrim(risk_benefit) <> ''),
  mitigation text not null check (btrim(mitigation) <> ''),
  expires_at timestamptz not null,
  document_hash text not null,
  confirmation_id uuid not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  foreign key (practice_id, decided_by) references member (practice_id, id),
  check (expires_at > decided_at)
);
create index day_decision_of_session on day_decision (practice_id, session_id, number desc);
call fence('day_decision', 'person');
call append_only('day_decision');

-- What was found at each gate, of exactly these facts.
create table gate_evaluation (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  session_id uuid not null,
  facts_version bigint not null,
  verdict text not null check (verdict in ('clear', 'hold')),
  findings jsonb not null,
  evaluated_by uuid not null,
  evaluated_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, person_id, session_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id)
);
call fence('gate_evaluation', 'person');
grant select, insert (practice_id, id, person_id, course_id, session_id, facts_version, verdict, findings, evaluated_by,
  evaluated_at) on gate_evaluation to throughline_app;

-- A permit for one dose, for a few minutes. When it was made and when it ends is said by the database.
create table release (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  session_id uuid not null,
  order_id uuid not null,
  evaluation_id uuid not null,
  released_by uuid not null,
  released_at timestamptz not null,
  expires_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, person_id, session_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  foreign key (practice_id, person_id, order_id) references dose_order (practice_id, person_id, id),
  foreign key (practice_id, person_id, session_id, evaluation_id) references gate_evaluation (practice_id, person_id, session_id, id),
  foreign key (practice_id, released_by) references member (practice_id, id)
);
create index release_of_session on release (practice_id, session_id, released_at desc);
call fence('release', 'person');
grant select, insert (practice_id, id, person_id, course_id, session_id, order_id, evaluation_id, released_by)
  on release to throughline_app;

-- What was given. It is always recorded; whether a live release stood behind it is said by the database, not by whoever
-- writes. `doubt` marks a device's clock that ran ahead, or an entry that came long after.
create table dose (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  session_id uuid not null,
  order_id uuid,
  release_id uuid,
  product text not null check (product in ('racemic', 'esketamine')),
  form text not null check (form in ('lozenge', 'troche', 'dissolving-tablet', 'injection')),
  route text not null check (route in ('sublingual', 'im')),
  label_mg numeric(7, 2) not null check (label_mg > 0),
  label_salt text not null check (label_salt in ('base', 'hydrochloride')),
  base_mg numeric(7, 2) not null,
  identifiers text[] not null default '{}' check (identifiers <@ array['name', 'birth-date']),
  given_by uuid not null,
  given_at timestamptz not null,
  deviation boolean not null,
  because text[] not null,
  doubt text check (doubt in ('ahead', 'late')),
  corrects uuid,
  struck boolean not null default false,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, person_id, session_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  foreign key (practice_id, person_id, order_id) references dose_order (practice_id, person_id, id),
  foreign key (practice_id, person_id, session_id, release_id) references release (practice_id, person_id, session_id, id),
  foreign key (practice_id, person_id, session_id, corrects) references dose (practice_id, person_id, session_id, id),
  check (deviation = (cardinality(because) > 0)),
  check (base_mg = round(label_mg / case label_salt when 'base' then 1 else 1.153 end, 2)),
  check (not struck or corrects is not null)
);
create index dose_of_person on dose (practice_id, person_id, given_at);
create unique index dose_per_release on dose (practice_id, release_id) where release_id is not null and corrects is null;
create unique index dose_corrected_once on dose (practice_id, corrects) where corrects is not null;
call fence('dose', 'person');
grant select, insert (practice_id, id, person_id, course_id, session_id, order_id, product, form, route, label_mg,
  label_salt, base_mg, identifiers, given_by, given_at, doubt, corrects, struck, recorded_by) on dose to throughline_app;

-- One index each, in the order in which they are read: the newest of a person (ids grow with time), and within it those
-- of a session.
create table vital_reading (
  practice_id uuid not null,
  person_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  taken_at timestamptz not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  corrects uuid,
  systolic_mmhg smallint check (systolic_mmhg between 20 and 350),
  diastolic_mmhg smallint check (diastolic_mmhg between 10 and 250),
  heart_rate_bpm smallint check (heart_rate_bpm between 0 and 350),
  spo2_percent smallint check (spo2_percent between 0 and 100),
  respirations_per_min smallint check (respirations_per_min between 0 and 120),
  sedation_moaas smallint check (sedation_moaas between 0 and 5),
  struck boolean not null default false,
  doubt text check (doubt in ('ahead', 'late')),
  primary key (practice_id, person_id, id),
  foreign key (practice_id, person_id, corrects) references vital_reading (practice_id, person_id, id),
  check ((systolic_mmhg is null) = (diastolic_mmhg is null)),
  check (not struck or corrects is not null)
);
create unique index vital_reading_corrected_once on vital_reading (practice_id, corrects) where corrects is not null;
call fence('vital_reading', 'person');
call append_only('vital_reading');

-- Also the truth that a reading belongs to a session of this person, and the one place where a reading changes the facts
-- a gate depends on: before the dose. After it, many are taken, and none of them opens or closes a gate.
create function reading_taken() returns trigger language plpgsql security definer set search_path = public as $$
declare here text;
begin
  select phase into here from journey_session
    where practice_id = new.practice_id and id = new.session_id and person_id = new.person_id;
  if not found then raise exception 'no such session of this person' using errcode = 'foreign_key_violation'; end if;
  if here = 'planned' then
    update course_facts set version = version + 1 where practice_id = new.practice_id and person_id = new.person_id;
  end if;
  return null;
end $$;
create trigger reading_taken after insert on vital_reading for each row execute function reading_taken();

create table journey_event (
  practice_id uuid not null,
  person_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  code text not null check (code ~ '^[a-z]+(-[a-z]+)*$'),
  occurred_at timestamptz not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  corrects uuid,
  struck boolean not null default false,
  doubt text check (doubt in ('ahead', 'late')),
  primary key (practice_id, person_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  foreign key (practice_id, person_id, corrects) references journey_event (practice_id, person_id, id),
  check (not struck or corrects is not null)
);
create unique index journey_event_corrected_once on journey_event (practice_id, corrects) where corrects is not null;
call fence('journey_event', 'person');
call append_only('journey_event');

create table distress_rating (
  practice_id uuid not null,
  person_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  rating smallint not null check (rating between 0 and 10),
  rated_at timestamptz not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  corrects uuid,
  struck boolean not null default false,
  doubt text check (doubt in ('ahead', 'late')),
  primary key (practice_id, person_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  foreign key (practice_id, person_id, corrects) references distress_rating (practice_id, person_id, id),
  check (not struck or corrects is not null)
);
create unique index distress_rating_corrected_once on distress_rating (practice_id, corrects) where corrects is not null;
call fence('distress_rating', 'person');
call append_only('distress_rating');

-- One criterion, ticked or taken back by a named person; the newest holds.
create table discharge_check (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  session_id uuid not null,
  criterion text not null check (criterion ~ '^DC-[0-9]{2}$'),
  met boolean not null,
  checked_by uuid not null,
  checked_at timestamptz not null,
  number bigint generated always as identity,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  foreign key (practice_id, checked_by) references member (practice_id, id)
);
create index discharge_check_of_session on discharge_check (practice_id, session_id, number desc);
call fence('discharge_check', 'person');
call append_only('discharge_check');

-- The end of a session. With something not met it takes a prescriber's written reason.
create table discharge (
  practice_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  course_id uuid not null,
  session_id uuid not null,
  criteria jsonb not null,
  override_reason text check (btrim(override_reason) <> ''),
  document_hash text,
  confirmation_id uuid,
  discharged_by uuid not null,
  discharged_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, person_id, course_id) references course (practice_id, person_id, id),
  foreign key (practice_id, person_id, session_id) references journey_session (practice_id, person_id, id),
  foreign key (practice_id, discharged_by) references member (practice_id, id),
  check ((override_reason is null) = (confirmation_id is null))
);
create index discharge_of_person on discharge (practice_id, person_id, discharged_at);
call fence('discharge', 'person');
call append_only('discharge');

do $$
declare watched text;
begin
  foreach watched in array array['dose_order', 'dose_order_second', 'dose_order_stop', 'ride_home', 'asked_alone',
    'presence', 'day_decision', 'dose', 'discharge'] loop
    execute format('create trigger facts_changed after insert on %I for each row execute function facts_changed()', watched);
  end loop;
end $$;
