import { casesIn } from './cases.ts'

/** Reviewed by hand against sections 1.1 and 1.2 of the clinical reference. The moment is 2026-11-28. */
export const screeningCases = casesIn(`
DX-NONE | diagnosis=none | override present
DX-NONE | diagnosis= | override unknown
EL-C01 | aneurysm=yes | block present
EL-C01 | snomed 432119003 | block present
EL-C01 | icd I71.4 | block present
EL-C01 | icd I71.4 ? | block unknown
EL-C01 | family-aneurysm=yes | override present
EL-C01 | family-aneurysm=imaged | settled
EL-C01 | family-aneurysm=cannot-be-known | override unknown
EL-C01 | aneurysm= | block unknown
EL-C01 | aneurysm=declined | block unknown
EL-C01 | aneurysm=cannot-be-known | override unknown
EL-C02 | avm=yes | block present
EL-C02 | snomed 24551003 | block present
EL-C02 | avm= | block unknown
EL-C03 | brain-bleed=yes | block present
EL-C03 | snomed 230690007 | block unknown
EL-C03 | snomed 230690007 & stroke-type=bleed | block present
EL-C03 | snomed 230690007 & stroke-type=ischaemic | settled
EL-C03 | brain-bleed= | block unknown
EL-C04 | ketamine-reaction=yes | block present
EL-C04 | ketamine-reaction= | block unknown
EL-C04 | ketamine-reaction=no@2026-08-29T09:00:00-08:00 | block expired
EL-C04 | ketamine-reaction=no@2026-08-30T10:00:00-08:00 | settled
EL-C05a | last-heart-event=on 2026-10-18 | block present
EL-C05a | last-heart-event=on 2026-10-16 | settled
EL-C05a | last-heart-event=on 2026 | block unknown
EL-C05a | last-heart-event= | block unknown
EL-C05a | last-heart-event=cannot-be-known | override unknown
EL-C05a | snomed 22298006 | block unknown
EL-C05b | last-heart-event=on 2026-10-16 | override present
EL-C05b | last-heart-event=on 2026-10-18 | settled
EL-C05b | last-heart-event=on 2025-11-29 | override present
EL-C05b | last-heart-event=on 2025-11-27 | settled
EL-C05b | last-heart-event= | override unknown
EL-C05b | unstable-angina=yes | block present
EL-C06a | #systolic=140@2026-11-27T09:00:00-08:00 & #diastolic=90@2026-11-27T09:00:00-08:00 | settled
EL-C06a | #systolic=141 & #diastolic=80 & #systolic=141@2026-11-27T09:00:00-08:00 & #diastolic=80@2026-11-27T09:00:00-08:00 | override present
EL-C06a | #systolic=140 & #diastolic=90 & #systolic=140@2026-11-27T09:00:00-08:00 & #diastolic=90@2026-11-27T09:00:00-08:00 | settled
EL-C06a | #systolic=120 & #diastolic=91 & #systolic=120@2026-11-27T09:00:00-08:00 & #diastolic=91@2026-11-27T09:00:00-08:00 | override present
EL-C06a | born 1950-01-01 & #systolic=150 & #diastolic=90 & #systolic=150@2026-11-27T09:00:00-08:00 & #diastolic=90@2026-11-27T09:00:00-08:00 | settled
EL-C06a | born 1950-01-01 & #systolic=151 & #diastolic=80 & #systolic=151@2026-11-27T09:00:00-08:00 & #diastolic=80@2026-11-27T09:00:00-08:00 | override present
EL-C06a | #systolic= & #diastolic= | override unknown
EL-C06a | #systolic=120 & #diastolic=80 | override expired
EL-C06b | #systolic=160 & #diastolic=80 & #systolic=160@2026-11-27T09:00:00-08:00 & #diastolic=80@2026-11-27T09:00:00-08:00 | block present
EL-C06b | #systolic=159 & #diastolic=99 & #systolic=159@2026-11-27T09:00:00-08:00 & #diastolic=99@2026-11-27T09:00:00-08:00 | settled
EL-C06b | #systolic=120 & #diastolic=100 & #systolic=120@2026-11-27T09:00:00-08:00 & #diastolic=100@2026-11-27T09:00:00-08:00 | block present
EL-C06b | #systolic= & #diastolic= | block unknown
EL-C06c | #systolic=160 & #diastolic=80 | block present
EL-C06c | #systolic= & #diastolic= | override unknown
EL-C07 | heart-function=yes | block present
EL-C07 | heart-function=yes & resuscitation-on-site=yes | override present
EL-C07 | snomed 84114007 & heart-function= | block unknown
EL-C07 | heart-function= | block unknown
EL-C08 | ischaemic-stroke=yes | override present
EL-C08 | snomed 230690007 | override unknown
EL-C08 | snomed 422504002 | override present
EL-C08 | ischaemic-stroke= | override unknown
EL-C09 | hypertensive-encephalopathy=yes | override present
EL-C09 | hypertensive-encephalopathy= | override unknown
EL-C10 | pressure-disease=pheochromocytoma | block present
EL-C10 | pressure-disease=coarctation | override present
EL-C10 | pressure-disease= | block unknown
EL-C11 | #qtc=501 | caution present
EL-C11 | #qtc=500 | settled
EL-C11 | med ondansetron & med droperidol | caution present
EL-C11 | med ondansetron | settled
EL-C11 | med ondansetron ? & med droperidol ? | caution unknown
EL-N01 | brain-pressure=active | block present
EL-N01 | brain-pressure=resolved | override present
EL-N01 | brain-pressure= | block unknown
EL-N02 | last-seizure=on 2026-05-30 | block present
EL-N02 | last-seizure=on 2026-05-27 | override present
EL-N02 | last-seizure=on 2026 | block unknown
EL-N02 | last-seizure= | block unknown
EL-N02 | snomed 84757009 | block unknown
EL-N03 | cognition=no-capacity | block present
EL-N03 | #mmse=24 | override present
EL-N03 | #mmse=25 | settled
EL-N03 | cognition= | block unknown
EL-N04 | eye=yes | override present
EL-N04 | eye= | override unknown
EL-E01 | thyroid=uncontrolled | block present
EL-E01 | thyroid=controlled | settled
EL-E01 | thyroid= | block unknown
EL-E02 | diabetes-medicine=yes | caution present
EL-E02 | med Lantus | caution present
EL-E02 | diabetes-medicine= | caution unknown
EL-H01 | liver=yes | block present
EL-H01 | liver= | block unknown
EL-H02 | liver-moderate=yes | override present
EL-H02 | liver-moderate= | override unknown
EL-H03 | #alt-uln=3.1 | override present
EL-H03 | #alt-uln=3 | settled
EL-H03 | #ast-uln=3.1 | override present
EL-H03 | liver-injury=ketamine-injury | block present
EL-H03 | liver-injury= | block unknown
EL-R01 | dialysis=yes | override present
EL-R01 | #egfr=29 | override present
EL-R01 | #egfr=30 | settled
EL-R01 | dialysis= | override unknown
EL-U01 | ketamine-bladder=yes | block present
EL-U01 | ketamine-bladder= | block unknown
EL-U02 | bladder=new | override present
EL-U02 | bladder=no@2026-11-27T09:00:00-08:00 | override expired
EL-U02 | bladder= | override unknown
EL-P01 | porphyria=yes | block present
EL-P01 | porphyria=advice-on-file | override present
EL-P01 | porphyria= | block unknown
EL-W01 | #weight=44.9 | caution present
EL-W01 | #weight=45 | settled
EL-W01 | #weight=115 | settled
EL-W01 | #weight=115.1 | caution present
EL-W01 | #weight= | caution unknown
EL-PG1 | pregnancy=pregnant | block present
EL-PG1 | pregnancy=negative-test | settled
EL-PG1 | pregnancy=negative-test@2026-11-26T09:00:00-08:00 | block expired
EL-PG1 | pregnancy= | block unknown
EL-PG2 | breastfeeding=yes | block present
EL-PG2 | breastfeeding= | block unknown
EL-PG3 | contraception=no-plan | caution present
EL-PG3 | contraception= | caution unknown
EL-M01 | psychosis=yes | block present
EL-M01 | psychosis= | block unknown
EL-M02 | schizophrenia=yes | block present
EL-M02 | icd F20.9 | block present
EL-M02 | schizophrenia= | block unknown
EL-M03 | psychosis-past=past | override present
EL-M03 | psychosis-past=relative | caution present
EL-M03 | psychosis-past= | override unknown
EL-M04 | mania=yes | block present
EL-M04 | mania= | block unknown
EL-M05 | bipolar-1=yes | override present
EL-M05 | bipolar-1= | override unknown
EL-M06 | cssrs=high | block present
EL-M06 | cssrs=moderate | settled
EL-M06 | cssrs= | block unknown
EL-M06 | cssrs=none@2026-11-27T09:00:00-08:00 | block expired
EL-M06 | snomed 55680006 | block unknown
EL-M06 | snomed 55680006 & suicide-assessment=not-high | settled
EL-M06 | cssrs=high@2026-11-28T08:00:00-08:00 & suicide-assessment=not-high | block present
EL-M06 | cssrs=high@2026-11-28T08:00:00-08:00 & suicide-assessment=not-high & safety-plan=valid | settled
EL-M06 | cssrs=high@2026-08-01T08:00:00-08:00 | block present
EL-M06 | cssrs=high & acute-suicidality=yes & on esketamine | override present
EL-M06 | cssrs=high & acute-suicidality=yes | block present
EL-M07 | dissociative-disorder=yes | override present
EL-M07 | dissociative-disorder= | override unknown
EL-M08 | personality-or-eating=yes | override present
EL-M08 | personality-or-eating= | override unknown
EL-M09 | capacity=intoxicated | block present
EL-M09 | capacity=has@2026-11-27T09:00:00-08:00 | block expired
EL-M09 | capacity= | block unknown
EL-S01 | ketamine-misuse=current | block present
EL-S01 | ketamine-misuse=past | override present
EL-S01 | ketamine-misuse= | block unknown
EL-S02 | substance-use=yes | override present
EL-S02 | substance-use= | override unknown
EL-S03 | opioid-use-disorder=yes | override present
EL-S03 | opioid-use-disorder= | override unknown
EL-S04 | #audit=7 | settled
EL-S04 | #audit=8 | caution present
EL-S04 | #audit=15 | caution present
EL-S04 | #audit=16 | override present
EL-S04 | #dast-10=2 | settled
EL-S04 | #dast-10=3 | caution present
EL-S04 | #dast-10=5 | caution present
EL-S04 | #dast-10=6 | override present
EL-S04 | #audit= | override unknown
EL-S05 | substances-today=alcohol-today | block present
EL-S05 | substances-today=withdrawing | block present
EL-S05 | substances-today=within-24-hours | override present
EL-S05 | substances-today=cannabis-within-24-hours | caution present
EL-S05 | substances-today=psychedelic-within-7-days | override present
EL-S05 | substances-today= | block unknown
EL-A01 | born 2008-11-29 | block present
EL-A01 | born 2008-11-28 | settled
EL-A01 | born 2008 | block unknown
EL-A01 | born  | block unknown
EL-A02 | born 2008-11-28 | caution present
EL-A02 | born 2001-11-29 | caution present
EL-A02 | born 2001-11-28 | settled
EL-A02 | born  | caution unknown
EL-A03 | born 1961-11-28 | caution present
EL-A03 | born 1961-11-29 | settled
EL-A03 | born  | caution unknown
EL-B01 | #stop-bang=5 | override present
EL-B01 | #stop-bang=4 | settled
EL-B01 | sleep-apnea=untreated | override present
EL-B01 | #stop-bang= | override unknown
EL-B02 | #bmi=35.1 | override present
EL-B02 | #bmi=35 | settled
EL-B02 | #bmi= | override unknown
EL-B02 | #bmi= & #bmi=24@2026-10-28 | override expired
EL-B03 | lung=oxygen | block present
EL-B03 | lung=serious | override present
EL-B03 | #spo2=94 | override present
EL-B03 | #spo2=95 | settled
EL-B03 | lung= | block unknown
EL-B04 | infection-today=yes | block present
EL-B04 | infection-today= | block unknown
EL-B05 | fasting=not-fasted | block present
EL-B05 | stomach=yes | override present
EL-B05 | fasting= | block unknown
EL-L01 | escort=not-confirmed | block present
EL-L01 | escort= | block unknown
EL-L02 | contact=none | block present
EL-L02 | contact= | block unknown
EL-L03 | rems=not-enrolled & on esketamine | block present
EL-L03 | rems-day=not-ready & on esketamine | block present
EL-L03 | rems= & on esketamine | block unknown
EL-L03 | rems= | settled
`)
