import { casesIn } from './cases.ts'

/** Reviewed by hand against sections 1.3, 3.5, 4.2 and 11.3 of the clinical reference. */
export const dayCases = casesIn(`
EV-HP | !EV-HP= | block unknown
EV-HP | !EV-HP=2026-08-31 | settled
EV-HP | !EV-HP=2026-08-29 | block expired
EV-HP | !EV-HP=2026-08-29 & dose 2026-11-10 | settled
EV-HP | ~surgery@2026-11-25 | block expired
EV-BP | !EV-BP= | override unknown
EV-BP | !EV-BP=2026-10-30 | settled
EV-BP | !EV-BP=2026-10-28 | override expired
EV-BP | ~antihypertensive-change@2026-11-25 | override expired
EV-ECG | !EV-ECG= | settled
EV-ECG | !EV-ECG= & born 1976-11-28 | override unknown
EV-ECG | !EV-ECG= & born 1976-11-29 | settled
EV-ECG | !EV-ECG=2025-11-27 & born 1970-01-01 | override expired
EV-ECG | !EV-ECG=2025-11-29 & born 1970-01-01 | settled
EV-ECG | !EV-ECG= & med ondansetron | override unknown
EV-LFT | !EV-LFT= | override unknown
EV-LFT | !EV-LFT=2026-06-01 | settled
EV-LFT | !EV-LFT=2026-05-27 | override expired
EV-LFT | !EV-LFT=2026-08-01 & dose 2026-11-03 & dose 2026-11-10 & dose 2026-11-17 & dose 2026-11-24 | override expired
EV-TSH | !EV-TSH= | settled
EV-TSH | !EV-TSH= & med levothyroxine | override unknown
EV-TSH | !EV-TSH=2026-08-30 & thyroid=controlled | settled
EV-TSH | !EV-TSH=2026-08-27 & thyroid=controlled | override expired
EV-BMP | !EV-BMP= | settled
EV-BMP | !EV-BMP= & born 1966-11-28 | override unknown
EV-BMP | !EV-BMP= & born 1966-11-29 | settled
EV-BMP | !EV-BMP=2025-11-20 & med hydrochlorothiazide | override expired
EV-UA | !EV-UA= | override unknown
EV-UA | !EV-UA=2026-08-31 | settled
EV-UA | !EV-UA=2026-08-29 | override expired
EV-UA | ~blood-in-urine@2026-11-27 | override expired
EV-HCG | !EV-HCG= | settled
EV-HCG | !EV-HCG= & pregnancy= | override unknown
EV-HCG | !EV-HCG= & pregnancy=negative-test | settled
EV-HCG | !EV-HCG= & pregnancy=negative-test@2026-11-27T09:00:00-08:00 | override expired
EV-HCG | !EV-HCG=2026-11-27 & pregnancy= | override expired
EV-HCG | !EV-HCG=2026-11-28 & pregnancy= | settled
EV-HCG | !EV-HCG=2026-11-22 & pregnancy= & dose 2026-11-20 | override expired
EV-HCG | !EV-HCG=2026-11-22 & pregnancy= & reliable-contraception=yes & dose 2026-11-20 | settled
EV-UDS | !EV-UDS= | settled
EV-UDS | !EV-UDS= & ketamine-misuse=past | override unknown
EV-UDS | !EV-UDS=2026-10-30 & ketamine-misuse=past | settled
EV-UDS | !EV-UDS=2026-10-28 & ketamine-misuse=past | override expired
EV-PDMP | !EV-PDMP= | override unknown
EV-PDMP | !EV-PDMP=2026-11-27 | override expired
EV-PDMP | !EV-PDMP=2026-08-31 & dose 2026-11-20 | settled
EV-PDMP | !EV-PDMP=2026-08-29 & dose 2026-11-20 | override expired
EV-WT | !EV-WT= | override unknown
EV-WT | !EV-WT=2026-10-30 | settled
EV-WT | !EV-WT=2026-10-28 | override expired
EV-WT | !EV-WT=2026-11-27 & dose 2026-11-20 | override expired
EV-WT | !EV-WT= & on esketamine | settled
EV-SB | !EV-SB= | override unknown
EV-SB | !EV-SB=2025-11-29 | settled
EV-SB | !EV-SB=2025-11-26 | override expired
EV-COG | !EV-COG= | settled
EV-COG | !EV-COG= & born 1961-11-28 | override unknown
EV-COG | !EV-COG=2026-05-27 & born 1950-01-01 | override expired
EV-COG | !EV-COG= & dose 2026-05-20 | override unknown
EV-PRO | !EV-PRO= | override unknown
EV-PRO | !EV-PRO=2026-11-15 | settled
EV-PRO | !EV-PRO=2026-11-13 | override expired
EV-CSSRS | !EV-CSSRS= & cssrs= | override unknown
EV-CSSRS | !EV-CSSRS= | settled
EV-CSSRS | !EV-CSSRS=2026-11-27 & cssrs= | override expired
EV-CSSRS | ~phq9-item9@2026-11-28T08:55:00-08:00 | override expired
EV-CON | %CO-01= | block unknown
EV-CON | %CO-02=withdrawn | block present
EV-CON | %CO-01=agreed@2025-11-27 | block expired
MO-BP1 | #systolic=140 & #diastolic=90 | settled
MO-BP1 | #systolic=141 & #diastolic=80 | override present
MO-BP1 | #systolic=120 & #diastolic=91 | override present
MO-BP1 | #systolic=159 & #diastolic=99 | override present
MO-BP1 | #systolic=160 & #diastolic=80 | block present
MO-BP1 | #systolic=120 & #diastolic=100 | block present
MO-BP1 | #systolic= & #diastolic= | override unknown
MO-BP1 | at 2026-11-28T09:25:00-08:00 | override expired
MO-BP2 | born 1961-11-28 & #systolic=150 & #diastolic=90 | settled
MO-BP2 | born 1961-11-28 & #systolic=151 & #diastolic=80 | override present
MO-BP2 | born 1961-11-28 & #systolic=160 & #diastolic=80 | block present
MO-BP2 | born 1961-11-28 & #systolic= & #diastolic= | override unknown
MO-BP2 | born 1961-11-29 & #systolic=151 & #diastolic=80 | settled
MO-BP3 | in session & #systolic=159 & #diastolic=99 | settled
MO-BP3 | in session & #systolic=160 & #diastolic=80 | caution present
MO-BP3 | in session & #systolic=165 & #diastolic=80 | override present
MO-BP3 | in session & #systolic=180 & #diastolic=80 | block present
MO-BP3 | in session & #systolic=120 & #diastolic=120 | block present
MO-BP3 | in session & #systolic= & #diastolic= | caution unknown
MO-SX | warning-signs=any | block present
MO-SX | in release & warning-signs=any | block present
MO-SX | warning-signs= | block unknown
MO-BP4 | #systolic=100 | settled
MO-BP4 | #systolic=99 | override present
MO-BP4 | in session & #systolic=99 | caution present
MO-BP4 | in session & #systolic=89 | override present
MO-BP4 | #systolic=79 | block present
MO-BP4 | #systolic= | override unknown
MO-HR | #heart-rate=50 | settled
MO-HR | #heart-rate=49 | override present
MO-HR | #heart-rate=39 | block present
MO-HR | #heart-rate=110 | settled
MO-HR | in session & #heart-rate=111 | caution present
MO-HR | in session & #heart-rate=121 | override present
MO-HR | #heart-rate=151 | block present
MO-HR | #heart-rate= | override unknown
MO-O2 | #spo2=95 | settled
MO-O2 | in session & #spo2=94 | caution present
MO-O2 | #spo2=91 | override present
MO-O2 | #spo2=89 | block present
MO-O2 | #spo2= | override unknown
MO-RR | #respirations=10 | settled
MO-RR | #respirations=9 | override present
MO-RR | #respirations=7 | block present
MO-RR | in session & #respirations=21 | caution present
MO-RR | #respirations=31 | override present
MO-RR | #respirations= | override unknown
MO-SED | in session & #sedation=4 | settled
MO-SED | in session & #sedation=3 | caution present
MO-SED | in session & #sedation=2 | override present
MO-SED | in session & #sedation=1 | block present
MO-SED | in session & #sedation= | override unknown
MO-AGI | in session & #agitation=1 | settled
MO-AGI | in session & #agitation=2 | caution present
MO-AGI | in session & #agitation=3 | override present
MO-AGI | in session & #agitation= | caution unknown
MO-NV | in session & #nausea=3 | settled
MO-NV | in session & #nausea=4 | caution present
MO-NV | in session & #vomits=2 | settled
MO-NV | in session & #vomits=3 | override present
MO-NV | in session & #nausea= | caution unknown
MO-DIS | in session & #distress=6 | settled
MO-DIS | in session & #distress=7 | caution present
MO-DIS | in session & #distress= | caution unknown
MO-T | #temperature=37.9 | settled
MO-T | #temperature=38 | override present
MO-T | #temperature= | override unknown
MO-T | #glucose=70 & diabetes-medicine=yes | settled
MO-T | #glucose=69 & diabetes-medicine=yes | override present
MO-T | #glucose= & diabetes-medicine=yes | override unknown
MO-MISS | in session & #reading-late=5 | settled
MO-MISS | in session & #reading-late=6 | caution present
MO-MISS | in session & #reading-late=11 | override present
MO-MISS | in session & #reading-late= | caution unknown
3.5 #1 | order=not-valid | block present
3.5 #1 | order= | block unknown
3.5 #5 | cssrs=moderate | override present
3.5 #5 | cssrs=low | settled
3.5 #5 | cssrs= | override unknown
3.5 #6 | changes=not-reviewed | override present
3.5 #6 | changes= | override unknown
3.5 #10 | equipment=not-ready | block present
3.5 #10 | *prescriber=away | block present
3.5 #10 | *prescriber=reachable | settled
3.5 #10 | *prescriber=reachable & on esketamine | block present
3.5 #10 | *therapist= | block unknown
3.5 #10 | *therapist= & on iv-infusion | settled
3.5 #12 | #staff-left=149 | override present
3.5 #12 | #staff-left=150 | settled
3.5 #12 | #staff-left= | override unknown
3.5 #13 | dose 2026-11-25T09:01:00-08:00 | override present
3.5 #13 | dose 2026-11-25T09:00:00-08:00 | settled
3.5 #13 | dose 2026-11-26T09:00:00-08:00 & on iv-infusion | settled
3.5 #13 | dose 2026-11-26T09:01:00-08:00 & on iv-infusion | override present
3.5 #13 | dose 2026-11-27T09:01:00-08:00 & on esketamine | override present
3.5 #13 | dose 2026-11-27T09:00:00-08:00 & on esketamine | settled
3.5 #13 | earlier-dose= | override unknown
3.5 #14 | count=open | override present
3.5 #14 | count= | override unknown
11.3 DEA | prescribing-contact=remote-only | settled
11.3 DEA | prescribing-contact= | settled
11.3 DEA | prescribing-contact=remote-only & at 2026-12-31T23:59:00-08:00 | settled
11.3 DEA | prescribing-contact=remote-only & at 2027-01-01T00:00:00-08:00 | block present
11.3 DEA | prescribing-contact=in-person & at 2027-01-01T00:00:00-08:00 | settled
11.3 DEA | prescribing-contact= & at 2027-01-01T00:00:00-08:00 | block unknown
`)
