-- Three more protocols, what an edition says besides its figures (therapy or none, fasting, equipment, reviews, measures), and
-- orders for a vein and for the nose. docs/decisions/0260-editions-grow.md

-- Published editions move to a table of their own name; what courses read is a view of it, in which an edition that says nothing
-- of a part (because it is older than that part) takes it from the first edition of its protocol that does.
alter table protocol_edition rename to protocol_published;
alter table protocol_published add column number bigint generated always as identity;

insert into protocol_published (id, version, document) values
  ('sublingual', '2', $json${
 "id": "sublingual",
 "version": "2",
 "title": { "en": "Lozenge, held under the tongue", "es": "Pastilla bajo la lengua" },
 "route": "sublingual",
 "products": [ "racemic" ],
 "forms": [ "lozenge", "troche", "dissolving-tablet" ],
 "reference": "clinical reference compiled 2026-11-23",
 "ratifiedBy": null,
 "note": "Figures tagged PD are this practice's own settings: no published authority was found for the exact value, and a medical director must ratify them. The ranges are what was reported in the literature. They check a typed order and propose nothing.",
 "psychotherapy": {
  "present": true,
  "words": { "en": "A therapist prepares with the client, is there through the journey and talks it through afterwards.", "es": "Terapeuta prepara con la persona, está presente durante el viaje y después lo conversan." },
  "rule": "9.1",
  "source": "S34, S54, S72",
  "tag": "PD"
 },
 "steps": [
  { "id": "preparation", "title": { "en": "Preparation", "es": "Preparación" }, "rule": "9.1" },
  { "id": "ready", "title": { "en": "Ready to journey", "es": "Lista o listo para el viaje" }, "rule": "3.5" },
  { "id": "dose", "title": { "en": "The dose", "es": "La dosis" }, "rule": "3.2" },
  { "id": "journey", "title": { "en": "The journey", "es": "El viaje" }, "rule": "4.2" },
  { "id": "return", "title": { "en": "Return and discharge", "es": "Regreso y alta" }, "rule": "4.5" },
  { "id": "integration", "title": { "en": "Integration", "es": "Integración" }, "rule": "9.3" }
 ],
 "administration": [
  { "words": { "en": "Held in the mouth for 10 to 12 minutes, then spat out or swallowed, as the order says. Start, end and which of the two are written down.", "es": "Se mantiene en la boca de 10 a 12 minutos y luego se escupe o se traga, como diga la orden. Se anotan el inicio, el fin y cuál de las dos." }, "rule": "3.2", "source": "S71b", "tag": "source" },
  { "words": { "en": "Someone takes the client home. No driving and no risky work until the next day, after a night’s sleep.", "es": "Alguien lleva a la persona a casa. No conducir ni hacer trabajos peligrosos hasta el día siguiente, después de dormir." }, "rule": "3.2", "source": "S05", "tag": "source" }
 ],
 "onSite": [
  { "words": { "en": "Someone able to give basic life support, an oximeter and a blood pressure cuff; a prescriber who can be reached now.", "es": "Alguien capaz de dar soporte vital básico, un oxímetro y un tensiómetro; quien prescribe, localizable ahora." }, "rule": "3.2", "source": "S71", "tag": "source" }
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
 "series": { "doses": [ 4, 6 ], "weeks": [ 4, 6 ], "rule": "3.2", "source": "S30, S34", "tag": "source" },
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
 "fasting": {
  "solidHours": { "value": 6, "rule": "3.2", "source": "S69 (4 hours), S70 (6 hours), S20", "tag": "PD" },
  "clearHours": { "value": 2, "rule": "3.2", "source": "S69, S70, S20", "tag": "PD" }
 },
 "closing": { "marginMinutes": { "value": 30, "rule": "3.5 #12", "source": "clinical reference 3.5", "tag": "PD" } },
 "standing": {
  "lowSystolicMmHg": { "value": 90, "rule": "MO-BP4", "source": "S65", "tag": "PD" },
  "dropSystolicMmHg": { "value": 20, "rule": "3.5 #8", "source": "general knowledge: the usual meaning of orthostatic hypotension", "tag": "GK" },
  "dropDiastolicMmHg": { "value": 10, "rule": "3.5 #8", "source": "general knowledge: the usual meaning of orthostatic hypotension", "tag": "GK" }
 },
 "people": {
  "guide": [ "therapist" ],
  "medical": [ "monitor", "prescriber" ],
  "reachable": [ "prescriber" ],
  "rule": "3.6",
  "tag": "PD"
 },
 "equipment": {
  "items": [
   "blood-pressure",
   "oximeter",
   "oxygen",
   "bag-valve-mask",
   "airways",
   "suction",
   "defibrillator",
   "glucose",
   "emergency-drugs",
   "phone",
   "way-out",
   "vomit-bags"
  ],
  "rule": "4.4",
  "source": "S20, S12, clinical reference 4.4",
  "tag": "PD"
 },
 "vitals": {
  "atMinutes": [ 0, 20, 40, 60, 90, 120 ],
  "rule": "3.2",
  "source": "S71",
  "tag": "PD",
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
  "arrivingMinutes": [ 0, 25 ],
  "peakMinutes": [ 25, 70 ],
  "returningMinutes": [ 70, 180 ],
  "rule": "3.1",
  "source": "pharmacokinetics reference 6.3",
  "confidence": "fair",
  "tag": "PD"
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
 },
 "reviews": {
  "afterDoses": [ 2, 6, 12 ],
  "thenMonths": 3,
  "afterDays": null,
  "rule": "3.2",
  "source": "clinical reference 3.2",
  "tag": "PD"
 },
 "measures": {
  "instruments": [ "phq-9", "gad-7", "pcl-5", "pmbs", "kt-bladder-check", "asq", "who-5" ],
  "at": [ "baseline", "before-each-dose", "week-1", "month-1", "month-3", "month-6", "month-12" ],
  "rule": "9.5",
  "source": "S29, S34, clinical reference 9.5",
  "tag": "PD"
 }
}$json$),
  ('im', '2', $json${
 "id": "im",
 "version": "2",
 "title": { "en": "Injection into a muscle", "es": "Inyección en un músculo" },
 "route": "im",
 "products": [ "racemic" ],
 "forms": [ "injection" ],
 "reference": "clinical reference compiled 2026-11-23",
 "ratifiedBy": null,
 "note": "Figures tagged PD are this practice's own settings: no published authority was found for the exact value, and a medical director must ratify them. The ranges are what was reported in the literature. They check a typed order and propose nothing.",
 "psychotherapy": {
  "present": true,
  "words": { "en": "A therapist prepares with the client, is there through the journey and talks it through afterwards.", "es": "Terapeuta prepara con la persona, está presente durante el viaje y después lo conversan." },
  "rule": "9.1",
  "source": "S34, S54, S72",
  "tag": "PD"
 },
 "steps": [
  { "id": "preparation", "title": { "en": "Preparation", "es": "Preparación" }, "rule": "9.1" },
  { "id": "ready", "title": { "en": "Ready to journey", "es": "Lista o listo para el viaje" }, "rule": "3.5" },
  { "id": "dose", "title": { "en": "The dose", "es": "La dosis" }, "rule": "3.2" },
  { "id": "journey", "title": { "en": "The journey", "es": "El viaje" }, "rule": "4.2" },
  { "id": "return", "title": { "en": "Return and discharge", "es": "Regreso y alta" }, "rule": "4.5" },
  { "id": "integration", "title": { "en": "Integration", "es": "Integración" }, "rule": "9.3" }
 ],
 "administration": [
  { "words": { "en": "Into the deltoid or gluteal muscle. Site and time are written down.", "es": "En el músculo deltoides o glúteo. Se anotan el sitio y la hora." }, "rule": "3.2", "source": "clinical reference 3.2", "tag": "PD" },
  { "words": { "en": "Someone takes the client home. No driving and no risky work until the next day, after a night’s sleep.", "es": "Alguien lleva a la persona a casa. No conducir ni hacer trabajos peligrosos hasta el día siguiente, después de dormir." }, "rule": "3.2", "source": "S05", "tag": "source" }
 ],
 "onSite": [
  { "words": { "en": "A clinician able to give advanced life support is on site.", "es": "Hay en el lugar personal clínico capaz de dar soporte vital avanzado." }, "rule": "3.2", "source": "clinical reference 3.2", "tag": "GK" },
  { "words": { "en": "Equipment for the airway stands ready at once.", "es": "El equipo para la vía aérea está listo de inmediato." }, "rule": "3.2", "source": "S20", "tag": "source" }
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
 "series": { "doses": [ 3, 6 ], "weeks": [ 3, 6 ], "rule": "3.2", "source": "S54, S34", "tag": "source" },
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
 "fasting": {
  "solidHours": { "value": 6, "rule": "3.2", "source": "S69 (4 hours), S70 (6 hours), S20", "tag": "PD" },
  "clearHours": { "value": 2, "rule": "3.2", "source": "S69, S70, S20", "tag": "PD" }
 },
 "closing": { "marginMinutes": { "value": 30, "rule": "3.5 #12", "source": "clinical reference 3.5", "tag": "PD" } },
 "standing": {
  "lowSystolicMmHg": { "value": 90, "rule": "MO-BP4", "source": "S65", "tag": "PD" },
  "dropSystolicMmHg": { "value": 20, "rule": "3.5 #8", "source": "general knowledge: the usual meaning of orthostatic hypotension", "tag": "GK" },
  "dropDiastolicMmHg": { "value": 10, "rule": "3.5 #8", "source": "general knowledge: the usual meaning of orthostatic hypotension", "tag": "GK" }
 },
 "people": {
  "guide": [ "therapist" ],
  "medical": [ "monitor", "prescriber" ],
  "reachable": [ "prescriber" ],
  "rule": "3.6",
  "tag": "PD"
 },
 "equipment": {
  "items": [
   "blood-pressure",
   "oximeter",
   "oxygen",
   "bag-valve-mask",
   "airways",
   "suction",
   "defibrillator",
   "glucose",
   "emergency-drugs",
   "phone",
   "way-out",
   "vomit-bags"
  ],
  "rule": "4.4",
  "source": "S20, S12, clinical reference 4.4",
  "tag": "PD"
 },
 "vitals": {
  "atMinutes": [ 0, 10, 20, 30, 40, 60, 90, 120 ],
  "rule": "3.2",
  "source": "clinical reference 3.2",
  "tag": "PD",
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
  "arrivingMinutes": [ 0, 10 ],
  "peakMinutes": [ 10, 45 ],
  "returningMinutes": [ 45, 120 ],
  "rule": "3.1",
  "source": "pharmacokinetics reference 6.3",
  "confidence": "fair",
  "tag": "PD"
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
 },
 "reviews": {
  "afterDoses": [ 2, 6, 12 ],
  "thenMonths": 3,
  "afterDays": null,
  "rule": "3.2",
  "source": "clinical reference 3.2",
  "tag": "PD"
 },
 "measures": {
  "instruments": [ "phq-9", "gad-7", "pcl-5", "pmbs", "kt-bladder-check", "asq", "who-5" ],
  "at": [ "baseline", "before-each-dose", "week-1", "month-1", "month-3", "month-6", "month-12" ],
  "rule": "9.5",
  "source": "S29, S34, clinical reference 9.5",
  "tag": "PD"
 }
}$json$),
  ('iv-therapy', '1', $json${
 "id": "iv-therapy",
 "version": "1",
 "title": { "en": "Infusion into a vein, with therapy", "es": "Infusión en una vena, con terapia" },
 "route": "iv",
 "products": [ "racemic" ],
 "forms": [ "infusion" ],
 "reference": "clinical reference compiled 2026-11-23",
 "ratifiedBy": null,
 "note": "Figures tagged PD are this practice's own settings: no published authority was found for the exact value, and a medical director must ratify them. The ranges are what was reported in the literature. They check a typed order and propose nothing.",
 "psychotherapy": {
  "present": true,
  "words": { "en": "A therapist prepares with the client, sits with them through the infusion and talks it through afterwards.", "es": "Terapeuta prepara con la persona, la acompaña durante la infusión y después lo conversan." },
  "rule": "9.1",
  "source": "S34, S98c",
  "tag": "PD"
 },
 "steps": [
  { "id": "preparation", "title": { "en": "Preparation", "es": "Preparación" }, "rule": "9.1" },
  { "id": "ready", "title": { "en": "Ready to journey", "es": "Lista o listo para el viaje" }, "rule": "3.5" },
  { "id": "dose", "title": { "en": "The infusion", "es": "La infusión" }, "rule": "3.2" },
  { "id": "journey", "title": { "en": "The journey", "es": "El viaje" }, "rule": "4.2" },
  { "id": "return", "title": { "en": "Return and discharge", "es": "Regreso y alta" }, "rule": "4.5" },
  { "id": "integration", "title": { "en": "Integration", "es": "Integración" }, "rule": "9.3" }
 ],
 "administration": [
  { "words": { "en": "By pump through a line, diluted. 100 mg/mL is never given undiluted.", "es": "Con bomba, por una vía, diluido. 100 mg/mL nunca se da sin diluir." }, "rule": "3.2", "source": "S20", "tag": "source" },
  { "words": { "en": "Over 40 to 60 minutes. Faster takes the prescriber’s written reason. The stay below counts from the start of an infusion of at most 60 minutes.", "es": "En 40 a 60 minutos. Más rápido requiere la razón escrita de quien prescribe. La estancia de abajo cuenta desde el inicio de una infusión de 60 minutos como máximo." }, "rule": "3.2", "source": "S56b, S75", "tag": "PD" },
  { "words": { "en": "Someone takes the client home. No driving and no risky work until the next day, after a night’s sleep.", "es": "Alguien lleva a la persona a casa. No conducir ni hacer trabajos peligrosos hasta el día siguiente, después de dormir." }, "rule": "3.2", "source": "S05", "tag": "source" }
 ],
 "onSite": [
  { "words": { "en": "A clinician able to give advanced life support is on site.", "es": "Hay en el lugar personal clínico capaz de dar soporte vital avanzado." }, "rule": "3.2", "source": "clinical reference 3.2", "tag": "GK" },
  { "words": { "en": "Equipment for the airway stands ready at once.", "es": "El equipo para la vía aérea está listo de inmediato." }, "rule": "3.2", "source": "S20", "tag": "source" }
 ],
 "order": {
  "lowMg": null,
  "lowMgPerKg": { "value": 0.1, "rule": "3.2", "source": "S56b", "tag": "source" },
  "reasonAboveMg": null,
  "reasonAboveMgPerKg": { "value": 0.75, "rule": "3.2", "source": "S56b", "tag": "PD" },
  "secondAboveMg": null,
  "secondAboveMgPerKg": { "value": 1, "rule": "3.2", "source": "S75, S21", "tag": "PD" },
  "leastMinutes": { "value": 40, "rule": "3.2", "source": "S56b, S75", "tag": "PD" },
  "mostMinutes": { "value": 60, "rule": "3.2", "source": "S75", "tag": "PD" },
  "hydrochloridePerBase": { "value": 1.153, "rule": "3", "source": "S23", "tag": "source" }
 },
 "series": { "doses": [ 6, 6 ], "weeks": [ 2, 3 ], "rule": "3.2", "source": "S40, S32, S39", "tag": "source" },
 "gates": {
  "gapHours": { "value": 48, "rule": "3.2", "source": "clinical reference 3.2", "tag": "PD" },
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
 "fasting": {
  "solidHours": { "value": 6, "rule": "3.2", "source": "S69 (4 hours), S70 (6 hours), S20", "tag": "PD" },
  "clearHours": { "value": 2, "rule": "3.2", "source": "S69, S70, S20", "tag": "PD" }
 },
 "closing": { "marginMinutes": { "value": 30, "rule": "3.5 #12", "source": "clinical reference 3.5", "tag": "PD" } },
 "standing": {
  "lowSystolicMmHg": { "value": 90, "rule": "MO-BP4", "source": "S65", "tag": "PD" },
  "dropSystolicMmHg": { "value": 20, "rule": "3.5 #8", "source": "general knowledge: the usual meaning of orthostatic hypotension", "tag": "GK" },
  "dropDiastolicMmHg": { "value": 10, "rule": "3.5 #8", "source": "general knowledge: the usual meaning of orthostatic hypotension", "tag": "GK" }
 },
 "people": {
  "guide": [ "therapist" ],
  "medical": [ "monitor", "prescriber" ],
  "reachable": [ "prescriber" ],
  "rule": "3.6",
  "tag": "PD"
 },
 "equipment": {
  "items": [
   "blood-pressure",
   "oximeter",
   "oxygen",
   "bag-valve-mask",
   "airways",
   "suction",
   "defibrillator",
   "glucose",
   "emergency-drugs",
   "phone",
   "way-out",
   "vomit-bags"
  ],
  "rule": "4.4",
  "source": "S20, S12, clinical reference 4.4",
  "tag": "PD"
 },
 "vitals": {
  "atMinutes": [ 0, 10, 20, 30, 40, 50, 60, 75, 90, 105, 120, 135, 150, 165, 180 ],
  "rule": "3.2",
  "source": "S46, S47",
  "tag": "PD",
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
  "arrivingMinutes": [ 0, 5 ],
  "peakMinutes": [ 5, 45 ],
  "returningMinutes": [ 45, 150 ],
  "rule": "3.1",
  "source": "S46, S47, S49",
  "confidence": "fair",
  "tag": "PD"
 },
 "discharge": {
  "stayMinutes": { "value": 180, "rule": "DC-01", "source": "clinical reference 3.2: 120 minutes from the end, of an infusion of at most 60", "tag": "PD" },
  "examMinutes": { "value": 240, "rule": "DC-11", "source": "clinical reference 4.5", "tag": "PD" },
  "pressureWithinPercent": { "value": 20, "rule": "DC-04", "source": "S04, S79", "tag": "PD" },
  "belowSystolicMmHg": { "value": 160, "rule": "DC-04", "source": "clinical reference 4.5", "tag": "PD" },
  "belowDiastolicMmHg": { "value": 100, "rule": "DC-04", "source": "clinical reference 4.5", "tag": "PD" },
  "spo2Percent": { "value": 95, "rule": "DC-02", "source": "S65", "tag": "PD" },
  "closedHours": { "value": 24, "rule": "C36", "source": "clinical reference 7.2", "tag": "PD" },
  "criteria": [ "DC-02", "DC-03", "DC-05", "DC-06", "DC-07", "DC-08", "DC-09", "DC-12" ]
 },
 "reviews": {
  "afterDoses": [ 2, 6, 12 ],
  "thenMonths": 3,
  "afterDays": null,
  "rule": "3.2",
  "source": "clinical reference 3.2",
  "tag": "PD"
 },
 "measures": {
  "instruments": [ "phq-9", "gad-7", "pcl-5", "pmbs", "kt-bladder-check", "asq", "who-5" ],
  "at": [ "baseline", "before-each-dose", "week-1", "month-1", "month-3", "month-6", "month-12" ],
  "rule": "9.5",
  "source": "S29, S34, clinical reference 9.5",
  "tag": "PD"
 }
}$json$),
  ('iv-infusion', '1', $json${
 "id": "iv-infusion",
 "version": "1",
 "title": { "en": "Infusion into a vein, without therapy", "es": "Infusión en una vena, sin terapia" },
 "route": "iv",
 "products": [ "racemic" ],
 "forms": [ "infusion" ],
 "reference": "clinical reference compiled 2026-11-23",
 "ratifiedBy": null,
 "note": "Figures tagged PD are this practice's own settings: no published authority was found for the exact value, and a medical director must ratify them. The ranges are what was reported in the literature. They check a typed order and propose nothing.",
 "psychotherapy": {
  "present": false,
  "words": { "en": "There is no psychotherapy in this protocol: nobody prepares an intention, no therapist sits through it and no journey is talked through in therapy. The medicine and the watching are all there is.", "es": "En este protocolo no hay psicoterapia: nadie prepara una intención, no acompaña ningún terapeuta y el viaje no se conversa en terapia. Solo están el medicamento y la vigilancia." },
  "rule": "3.2",
  "source": "S36, S39",
  "tag": "source"
 },
 "steps": [
  { "id": "before", "title": { "en": "Before the infusion", "es": "Antes de la infusión" }, "rule": "3.5" },
  { "id": "ready", "title": { "en": "Ready", "es": "Lista o listo" }, "rule": "3.5" },
  { "id": "dose", "title": { "en": "The infusion", "es": "La infusión" }, "rule": "3.2" },
  { "id": "watching", "title": { "en": "Watching", "es": "Vigilancia" }, "rule": "4.2" },
  { "id": "return", "title": { "en": "Return and discharge", "es": "Regreso y alta" }, "rule": "4.5" }
 ],
 "administration": [
  { "words": { "en": "By pump through a line, diluted. 100 mg/mL is never given undiluted.", "es": "Con bomba, por una vía, diluido. 100 mg/mL nunca se da sin diluir." }, "rule": "3.2", "source": "S20", "tag": "source" },
  { "words": { "en": "Over 40 to 60 minutes. Faster takes the prescriber’s written reason. The stay below counts from the start of an infusion of at most 60 minutes.", "es": "En 40 a 60 minutos. Más rápido requiere la razón escrita de quien prescribe. La estancia de abajo cuenta desde el inicio de una infusión de 60 minutos como máximo." }, "rule": "3.2", "source": "S56b, S75", "tag": "PD" },
  { "words": { "en": "Someone takes the client home. No driving and no risky work until the next day, after a night’s sleep.", "es": "Alguien lleva a la persona a casa. No conducir ni hacer trabajos peligrosos hasta el día siguiente, después de dormir." }, "rule": "3.2", "source": "S05", "tag": "source" }
 ],
 "onSite": [
  { "words": { "en": "A clinician able to give advanced life support is on site.", "es": "Hay en el lugar personal clínico capaz de dar soporte vital avanzado." }, "rule": "3.2", "source": "clinical reference 3.2", "tag": "GK" },
  { "words": { "en": "Equipment for the airway stands ready at once.", "es": "El equipo para la vía aérea está listo de inmediato." }, "rule": "3.2", "source": "S20", "tag": "source" }
 ],
 "order": {
  "lowMg": null,
  "lowMgPerKg": { "value": 0.1, "rule": "3.2", "source": "S56b", "tag": "source" },
  "reasonAboveMg": null,
  "reasonAboveMgPerKg": { "value": 0.75, "rule": "3.2", "source": "S56b", "tag": "PD" },
  "secondAboveMg": null,
  "secondAboveMgPerKg": { "value": 1, "rule": "3.2", "source": "S75, S21", "tag": "PD" },
  "leastMinutes": { "value": 40, "rule": "3.2", "source": "S56b, S75", "tag": "PD" },
  "mostMinutes": { "value": 60, "rule": "3.2", "source": "S75", "tag": "PD" },
  "hydrochloridePerBase": { "value": 1.153, "rule": "3", "source": "S23", "tag": "source" }
 },
 "series": { "doses": [ 6, 6 ], "weeks": [ 2, 3 ], "rule": "3.2", "source": "S40, S32, S39", "tag": "source" },
 "gates": {
  "gapHours": { "value": 48, "rule": "3.2", "source": "clinical reference 3.2", "tag": "PD" },
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
 "fasting": {
  "solidHours": { "value": 6, "rule": "3.2", "source": "S69 (4 hours), S70 (6 hours), S20", "tag": "PD" },
  "clearHours": { "value": 2, "rule": "3.2", "source": "S69, S70, S20", "tag": "PD" }
 },
 "closing": { "marginMinutes": { "value": 30, "rule": "3.5 #12", "source": "clinical reference 3.5", "tag": "PD" } },
 "standing": {
  "lowSystolicMmHg": { "value": 90, "rule": "MO-BP4", "source": "S65", "tag": "PD" },
  "dropSystolicMmHg": { "value": 20, "rule": "3.5 #8", "source": "general knowledge: the usual meaning of orthostatic hypotension", "tag": "GK" },
  "dropDiastolicMmHg": { "value": 10, "rule": "3.5 #8", "source": "general knowledge: the usual meaning of orthostatic hypotension", "tag": "GK" }
 },
 "people": {
  "guide": [],
  "medical": [ "monitor", "prescriber" ],
  "reachable": [ "prescriber" ],
  "rule": "3.6",
  "tag": "PD"
 },
 "equipment": {
  "items": [
   "blood-pressure",
   "oximeter",
   "oxygen",
   "bag-valve-mask",
   "airways",
   "suction",
   "defibrillator",
   "glucose",
   "emergency-drugs",
   "phone",
   "way-out",
   "vomit-bags"
  ],
  "rule": "4.4",
  "source": "S20, S12, clinical reference 4.4",
  "tag": "PD"
 },
 "vitals": {
  "atMinutes": [ 0, 10, 20, 30, 40, 50, 60, 75, 90, 105, 120, 135, 150, 165, 180 ],
  "rule": "3.2",
  "source": "S46, S47",
  "tag": "PD",
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
  "arrivingMinutes": [ 0, 5 ],
  "peakMinutes": [ 5, 45 ],
  "returningMinutes": [ 45, 150 ],
  "rule": "3.1",
  "source": "S46, S47, S49",
  "confidence": "fair",
  "tag": "PD"
 },
 "discharge": {
  "stayMinutes": { "value": 180, "rule": "DC-01", "source": "clinical reference 3.2: 120 minutes from the end, of an infusion of at most 60", "tag": "PD" },
  "examMinutes": { "value": 240, "rule": "DC-11", "source": "clinical reference 4.5", "tag": "PD" },
  "pressureWithinPercent": { "value": 20, "rule": "DC-04", "source": "S04, S79", "tag": "PD" },
  "belowSystolicMmHg": { "value": 160, "rule": "DC-04", "source": "clinical reference 4.5", "tag": "PD" },
  "belowDiastolicMmHg": { "value": 100, "rule": "DC-04", "source": "clinical reference 4.5", "tag": "PD" },
  "spo2Percent": { "value": 95, "rule": "DC-02", "source": "S65", "tag": "PD" },
  "closedHours": { "value": 24, "rule": "C36", "source": "clinical reference 7.2", "tag": "PD" },
  "criteria": [ "DC-02", "DC-03", "DC-05", "DC-06", "DC-07", "DC-08", "DC-09", "DC-12" ]
 },
 "reviews": {
  "afterDoses": [ 2, 6, 12 ],
  "thenMonths": 3,
  "afterDays": null,
  "rule": "3.2",
  "source": "clinical reference 3.2",
  "tag": "PD"
 },
 "measures": {
  "instruments": [ "phq-9", "gad-7", "pcl-5", "pmbs", "kt-bladder-check", "asq", "who-5" ],
  "at": [ "baseline", "before-each-dose", "week-1", "month-1", "month-3", "month-6", "month-12" ],
  "rule": "9.5",
  "source": "S29, S34, clinical reference 9.5",
  "tag": "PD"
 }
}$json$),
  ('esketamine', '1', $json${
 "id": "esketamine",
 "version": "1",
 "title": { "en": "Esketamine nasal spray, under its REMS", "es": "Esketamina en aerosol nasal, bajo su REMS" },
 "route": "intranasal",
 "products": [ "esketamine" ],
 "forms": [ "nasal-spray" ],
 "reference": "clinical reference compiled 2026-11-23",
 "ratifiedBy": null,
 "note": "Esketamine nasal spray is approved in the United States and given only under its REMS. Figures tagged PD are this practice's own settings: no published authority was found for the exact value, and a medical director must ratify them. The amounts are those the label names. They check a typed order and propose nothing.",
 "psychotherapy": {
  "present": false,
  "words": { "en": "There is no psychotherapy in this protocol itself. A practice may offer it beside it.", "es": "En este protocolo mismo no hay psicoterapia. Una clínica puede ofrecerla aparte." },
  "rule": "3.2",
  "source": "S06, S12",
  "tag": "source"
 },
 "steps": [
  { "id": "ready", "title": { "en": "Ready", "es": "Lista o listo" }, "rule": "3.5" },
  { "id": "dose", "title": { "en": "The spray, under observation", "es": "El aerosol, bajo observación" }, "rule": "3.2" },
  { "id": "watching", "title": { "en": "Two hours of observation", "es": "Dos horas de observación" }, "rule": "3.2" },
  { "id": "return", "title": { "en": "Return and discharge", "es": "Regreso y alta" }, "rule": "4.5" },
  { "id": "form", "title": { "en": "The REMS monitoring form", "es": "El formulario de vigilancia del REMS" }, "rule": "EL-L03" }
 ],
 "administration": [
  { "words": { "en": "The client sprays it themself, while a health professional watches. The device is not primed. Five minutes between devices.", "es": "La persona se lo aplica, mientras observa personal de salud. El dispositivo no se ceba. Cinco minutos entre dispositivos." }, "rule": "3.2", "source": "S06", "tag": "source" },
  { "words": { "en": "It is never handed out to take home.", "es": "Nunca se entrega para llevar a casa." }, "rule": "3.2", "source": "S13", "tag": "source" },
  { "words": { "en": "A nasal decongestant or steroid at least one hour before.", "es": "Descongestionante o esteroide nasal, al menos una hora antes." }, "rule": "IX-10", "source": "S17", "tag": "source" },
  { "words": { "en": "Someone takes the client home. No driving and no risky work until the next day, after a night’s sleep.", "es": "Alguien lleva a la persona a casa. No conducir ni hacer trabajos peligrosos hasta el día siguiente, después de dormir." }, "rule": "3.2", "source": "S05", "tag": "source" }
 ],
 "onSite": [
  { "words": { "en": "A prescriber is on site while it is given and while the client is watched; a health professional and an oximeter are on site.", "es": "Quien prescribe está en el lugar mientras se da y mientras se vigila; hay personal de salud y un oxímetro." }, "rule": "3.2", "source": "S12", "tag": "source" }
 ],
 "order": {
  "lowMg": null,
  "lowMgPerKg": null,
  "reasonAboveMg": null,
  "reasonAboveMgPerKg": null,
  "secondAboveMg": null,
  "secondAboveMgPerKg": null,
  "listedMg": [ { "value": 56, "rule": "3.2", "source": "S06, S09", "tag": "source" }, { "value": 84, "rule": "3.2", "source": "S06, S09", "tag": "source" } ],
  "refusedAboveMg": { "value": 84, "rule": "3.2", "source": "S06, S09", "tag": "source" },
  "hydrochloridePerBase": { "value": 1.153, "rule": "3", "source": "clinical reference 3: the same two salts, by weight", "tag": "GK" }
 },
 "series": { "doses": [ 8, 8 ], "weeks": [ 4, 4 ], "rule": "3.2", "source": "S06", "tag": "source" },
 "gates": {
  "gapHours": { "value": 24, "rule": "3.2", "source": "clinical reference 3.2: never two on one day", "tag": "PD" },
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
 "fasting": {
  "solidHours": { "value": 2, "rule": "3.2", "source": "S17", "tag": "source" },
  "clearHours": { "value": 0.5, "rule": "3.2", "source": "S17", "tag": "source" }
 },
 "closing": { "marginMinutes": { "value": 30, "rule": "3.5 #12", "source": "clinical reference 3.5", "tag": "PD" } },
 "standing": {
  "lowSystolicMmHg": { "value": 90, "rule": "MO-BP4", "source": "S65", "tag": "PD" },
  "dropSystolicMmHg": { "value": 20, "rule": "3.5 #8", "source": "general knowledge: the usual meaning of orthostatic hypotension", "tag": "GK" },
  "dropDiastolicMmHg": { "value": 10, "rule": "3.5 #8", "source": "general knowledge: the usual meaning of orthostatic hypotension", "tag": "GK" }
 },
 "people": {
  "guide": [],
  "medical": [ "monitor", "prescriber" ],
  "reachable": [],
  "onSite": [ "prescriber" ],
  "rule": "3.2",
  "tag": "source"
 },
 "equipment": {
  "items": [
   "blood-pressure",
   "oximeter",
   "oxygen",
   "bag-valve-mask",
   "airways",
   "suction",
   "defibrillator",
   "glucose",
   "emergency-drugs",
   "phone",
   "way-out",
   "vomit-bags"
  ],
  "rule": "4.4",
  "source": "S20, S12, clinical reference 4.4",
  "tag": "PD"
 },
 "rems": {
  "attest": [
   { "id": "site", "words": { "en": "This site is enrolled in the REMS.", "es": "Este lugar está inscrito en el REMS." }, "rule": "EL-L03", "source": "S12", "tag": "source" },
   { "id": "patient", "words": { "en": "This client is enrolled in the REMS.", "es": "Esta persona está inscrita en el REMS." }, "rule": "EL-L03", "source": "S12", "tag": "source" },
   { "id": "supervised", "words": { "en": "A health professional will watch the client spray it, and the prescriber stays on site.", "es": "Personal de salud observará a la persona al aplicárselo, y quien prescribe se queda en el lugar." }, "rule": "3.2", "source": "S06, S12", "tag": "source" },
   { "id": "observed", "words": { "en": "At least two hours of observation are possible today, and until the client is well again.", "es": "Hoy son posibles al menos dos horas de observación, y hasta que la persona esté bien." }, "rule": "DC-01", "source": "S12", "tag": "source" },
   { "id": "form", "words": { "en": "The monitoring form for this session is at hand, and will be sent.", "es": "El formulario de vigilancia de esta sesión está a la mano, y se enviará." }, "rule": "EL-L03", "source": "S09, S11", "tag": "source" }
  ]
 },
 "vitals": {
  "atMinutes": [ 0, 40, 60, 90, 120 ],
  "rule": "3.2",
  "source": "S07, S06",
  "tag": "PD",
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
  "arrivingMinutes": [ 0, 20 ],
  "peakMinutes": [ 20, 60 ],
  "returningMinutes": [ 60, 240 ],
  "rule": "3.1",
  "source": "S15, S16",
  "confidence": "fair",
  "tag": "PD"
 },
 "discharge": {
  "stayMinutes": { "value": 120, "rule": "DC-01", "source": "S12", "tag": "source" },
  "examMinutes": { "value": 240, "rule": "DC-11", "source": "clinical reference 4.5", "tag": "PD" },
  "pressureWithinPercent": { "value": 20, "rule": "DC-04", "source": "S04, S79", "tag": "PD" },
  "belowSystolicMmHg": { "value": 160, "rule": "DC-04", "source": "clinical reference 4.5", "tag": "PD" },
  "belowDiastolicMmHg": { "value": 100, "rule": "DC-04", "source": "clinical reference 4.5", "tag": "PD" },
  "spo2Percent": { "value": 95, "rule": "DC-02", "source": "S65", "tag": "PD" },
  "closedHours": { "value": 24, "rule": "C36", "source": "clinical reference 7.2", "tag": "PD" },
  "criteria": [ "DC-02", "DC-03", "DC-05", "DC-06", "DC-07", "DC-08", "DC-09", "DC-12" ]
 },
 "reviews": {
  "afterDoses": [ 2, 6, 12 ],
  "thenMonths": 3,
  "afterDays": 28,
  "rule": "3.2",
  "source": "S06, clinical reference 3.2",
  "tag": "PD"
 },
 "measures": {
  "instruments": [ "phq-9", "gad-7", "pcl-5", "pmbs", "kt-bladder-check", "asq", "who-5" ],
  "at": [ "baseline", "before-each-dose", "week-1", "month-1", "month-3", "month-6", "month-12" ],
  "rule": "9.5",
  "source": "S29, S34, clinical reference 9.5",
  "tag": "PD"
 }
}$json$);

create view protocol_edition with (security_invoker = true) as
  select e.id, e.version, e.number,
    (select jsonb_object_agg(part.key, part.value order by other.number desc)
      from protocol_published other, jsonb_each(other.document) part where other.id = e.id) || e.document as document
  from protocol_published e;
grant select on protocol_edition to throughline_app;

alter table dose_order
  drop constraint dose_order_form_check, drop constraint dose_order_route_check,
  add constraint dose_order_form_check check (form in ('lozenge', 'troche', 'dissolving-tablet', 'injection', 'infusion', 'nasal-spray')),
  add constraint dose_order_route_check check (route in ('sublingual', 'im', 'iv', 'intranasal')),
  -- How long an infusion runs.
  add column over_minutes smallint check (over_minutes between 1 and 240),
  add check ((over_minutes is not null) = (route = 'iv'));
alter table dose
  drop constraint dose_form_check, drop constraint dose_route_check,
  add constraint dose_form_check check (form in ('lozenge', 'troche', 'dissolving-tablet', 'injection', 'infusion', 'nasal-spray')),
  add constraint dose_route_check check (route in ('sublingual', 'im', 'iv', 'intranasal'));

-- More than the protocol takes at all, or slower than its stay counts on.
create function order_beyond(o dose_order, document jsonb) returns boolean language sql stable as $$
  select coalesce(o.base_mg > figure_of(document, 'order', 'refusedAboveMg'), false)
    or coalesce(o.over_minutes > figure_of(document, 'order', 'mostMinutes'), false)
$$;

-- As 0051-release.sql has it; and an amount the label does not name, or an infusion that is faster, takes a reason.
create or replace function order_range(o dose_order, document jsonb) returns text language sql stable as $$
  select case
    when o.base_mg > figure_of(document, 'order', 'secondAboveMg')
      or o.base_mg > figure_of(document, 'order', 'secondAboveMgPerKg') * o.weight_kg
      or (o.weight_kg is null and figure_of(document, 'order', 'secondAboveMgPerKg') is not null) then 'second'
    when o.base_mg > figure_of(document, 'order', 'reasonAboveMg')
      or o.base_mg > figure_of(document, 'order', 'reasonAboveMgPerKg') * o.weight_kg
      or o.base_mg < figure_of(document, 'order', 'lowMg')
      or o.base_mg < figure_of(document, 'order', 'lowMgPerKg') * o.weight_kg
      or o.over_minutes < figure_of(document, 'order', 'leastMinutes')
      or (document #> '{order,listedMg}' is not null and not exists (
        select from jsonb_array_elements(document #> '{order,listedMg}') listed where (listed ->> 'value')::numeric = o.base_mg)) then 'reason'
    else 'inside'
  end
$$;

create or replace function order_gate(s journey_session, document jsonb, moment timestamptz) returns boolean language sql stable as $$
  select coalesce((
    select o.valid_until > moment
      and document -> 'products' ? o.product and document -> 'forms' ? o.form and document ->> 'route' = o.route
      and not order_beyond(o, document)
      and works_as(o.practice_id, o.signed_by, array['prescriber'])
      and o.doses > (select count(*) from doses_standing(o.practice_id, o.person_id) d where d.order_id = o.id)
      and case order_range(o, document)
        when 'inside' then true
        when 'reason' then o.range_reason is not null
        else o.range_reason is not null and exists (
          select from dose_order_second n where n.practice_id = o.practice_id and n.order_id = o.id
            and n.signed_by <> o.signed_by and n.signed_at <= moment
            and works_as(n.practice_id, n.signed_by, array['prescriber'])
        )
      end
    from order_in_force(s.course_id, moment) o
  ), false)
$$;

-- A place in the room without roles is not asked for (a protocol without therapy); some places are for the whole stay, on site.
create or replace function people_gate(s journey_session, document jsonb, moment timestamptz) returns boolean language sql stable as $$
  with noted as (
    select distinct on (p.member_id) p.member_id, p.state from presence p
    where p.practice_id = s.practice_id and p.session_id = s.id and p.noted_at <= moment and same_day(p.noted_at, moment, p.practice_id)
    order by p.member_id, p.number desc
  )
  select exists (
    select from noted guide, noted medical
    where guide.state = 'here' and medical.state = 'here'
      and works_as(s.practice_id, medical.member_id, roles_in(document, 'medical'))
      and case when cardinality(roles_in(document, 'guide')) = 0 then true
        else guide.member_id <> medical.member_id and works_as(s.practice_id, guide.member_id, roles_in(document, 'guide')) end
  ) and (cardinality(roles_in(document, 'reachable')) = 0 or exists (
    select from noted where noted.state in ('here', 'reachable') and works_as(s.practice_id, noted.member_id, roles_in(document, 'reachable'))
  )) and (document #> '{people,onSite}' is null or exists (
    select from noted where noted.state = 'here' and works_as(s.practice_id, noted.member_id, roles_in(document, 'onSite'))
  ))
$$;
