import { casesIn } from './cases.ts'

/** Reviewed by hand against sections 4.5 and 7 of the clinical reference. */
const release = casesIn(`
DC-01 | #since-last-dose=119 | override present
DC-01 | #since-last-dose=120 | settled
DC-01 | #since-last-dose=119 & on esketamine | block present
DC-01 | #since-last-dose= | override unknown
DC-02 | #sedation=4 | block present
DC-02 | #sedation=5 | settled
DC-02 | back-to-usual=no | block present
DC-02 | back-to-usual= | block unknown
DC-03 | #aldrete=8 | block present
DC-03 | #aldrete=9 | settled
DC-03 | #aldrete-spo2=1 | block present
DC-03 | #aldrete-consciousness=1 | block present
DC-03 | #padss=8 | block present
DC-03 | #padss=9 | settled
DC-03 | gait=unsteady | block present
DC-03 | #padss= | block unknown
DC-04 | #systolic=159 & #diastolic=99 | settled
DC-04 | #systolic=160 & #diastolic=99 | override present
DC-04 | #systolic=120 & #diastolic=100 | override present
DC-04 | pressure-settled=no | override present
DC-04 | med prazosin | override unknown
DC-04 | med prazosin & #standing-systolic=90 | settled
DC-04 | med prazosin & #standing-systolic=89 | override present
DC-04 | pressure-settled= | override unknown
DC-05 | comfort=no | override present
DC-05 | comfort= | override unknown
DC-06 | safety-question=high | block present
DC-06 | safety-question= | block unknown
DC-07 | escort-here=no | block present
DC-07 | escort-here= | block unknown
DC-08 | instructions=not-given | block present
DC-08 | instructions= | block unknown
DC-09 | reconciled=no | override present
DC-09 | reconciled= | override unknown
DC-10 | release-signed=not-signed | block present
DC-10 | release-signed= | block unknown
DC-11 | #since-last-dose=240 | override present
DC-11 | #since-last-dose=239 | settled
DC-11 | #since-last-dose=240 & examined-at-four-hours=yes | settled
DC-11 | #since-last-dose= | override unknown
DC-12 | follow-up=not-booked | override present
DC-12 | follow-up= | override unknown
`).map((one) => ({ ...one, differs: `in release & ${one.differs}` }))

const grave = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '13', '14'].map(
  (n) => `CO-${n}`,
)
const written = ['CO-12', 'CO-15', 'CO-17', 'CO-21']

/** What holds of every element alike; what is special follows. */
const each = [...grave, ...written].flatMap((element) => {
  const severity = written.includes(element) ? 'override' : 'block'
  return casesIn(`
${element} | %${element}= | ${severity} unknown
${element} | %${element}=withdrawn | ${severity} present
${element} | %${element}=agreed altered | ${severity} present
${element} | %${element}=agreed@2025-11-27 | ${severity} expired
${element} | %${element}=agreed@2025-11-29 | settled
${element} | %${element}=agreed@2026-11-27T09:00:00-08:00 | settled
${element} | %${element}=agreed@2026-11-27T09:01:00-08:00 | override present
`)
})

const special = casesIn(`
CO-01 | %CO-01=declined | block present
CO-01 | ~new-risk@2026-11-25 | block expired
CO-01 | %CO-01=agreed@2026-05-01 & dose 2026-08-01 | block expired
CO-01 | %CO-01=agreed@2026-05-01 & dose 2026-11-01 | settled
CO-11 | %CO-11=declined | settled
CO-12 | %CO-12=declined | settled
CO-16 | %CO-16= & dispensed-home=yes & on sublingual | block unknown
CO-16 | %CO-16=withdrawn & dispensed-home=yes & on sublingual | block present
CO-16 | %CO-16= & dispensed-home= & on sublingual | block unknown
CO-16 | %CO-16= & on sublingual | settled
CO-18 | %CO-18= | caution unknown
CO-18 | %CO-18=declined | settled
CO-18 | %CO-18=withdrawn | caution present
CO-19 | %CO-19= & telehealth=yes | block unknown
CO-19 | %CO-19=withdrawn & telehealth=yes | block present
CO-19 | %CO-19= | settled
CO-20 | %CO-20= & on esketamine | block unknown
CO-20 | %CO-20=withdrawn & on esketamine | block present
CO-20 | %CO-20= | settled
`)

export const releaseCases = release
export const consentCases = [...each, ...special]
