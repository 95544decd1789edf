import type { DayAnswer, DayLine } from './dayLines.ts'

const lines: Record<DayLine, string> = {
  'warning-signs':
    'Chest pain, short of breath, a sudden severe headache, loss of sight, a seizure, fainting, or weakness on one side?',
  'infection-today': 'A cold, a chest infection, fever, or asthma today?',
  bladder: 'Pain or blood when passing urine, or having to go more often?',
  capacity: 'Your own judgement: can the client decide freely today, and are they sober?',
  'changed-medicine':
    'A new medicine, one left out, or another dose? Herbs and what needs no prescription too.',
  'changed-illness': 'A new illness or diagnosis?',
  'changed-emergency': 'An emergency visit, a stay in hospital, or an operation?',
  'changed-fall': 'A fall, or a blow to the head?',
  'changed-pregnancy': 'A chance of being pregnant, or a period that did not come?',
  'changed-mind': 'Hearing or seeing what others do not, thoughts that race, or hardly any need for sleep?',
  'alcohol-today': 'Alcohol today?',
  'within-24-hours': 'Alcohol, a sedative, an opioid or a stimulant in the last 24 hours?',
  'cannabis-within-24-hours': 'Cannabis in the last 24 hours?',
  'psychedelic-within-7-days': 'A psychedelic or MDMA in the last 7 days?',
  intoxicated: 'Your own judgement: do they seem under the influence of something?',
  withdrawing: 'Your own judgement: do they seem in withdrawal?',
}

const answers: Record<DayAnswer, string> = {
  no: 'No',
  yes: 'Yes',
  none: 'None',
  any: 'At least one',
  known: 'Known, as before',
  new: 'New',
  has: 'Yes',
  lacks: 'Cannot decide',
  coerced: 'Pressed by someone',
  intoxicated: 'Not sober',
  declined: 'Would not say',
}

export const en = {
  lines,
  answers,
  lead: 'Ask today, each in your own words. What the client says is what is written down.',
  fill: 'No to all that are left',
  /** What that press does not answer. */
  fillLeaves: {
    today: 'The warning signs and your own judgement are left out: answer each of them by itself.',
    substances: 'Your own judgement is left out: answer each of those by itself.',
  },
  linesFault: 'Answer at least one.',
  medicinesLead:
    'When was the last dose of each? Nobody is told here to stop a medicine or to leave one out.',
  last: { today: 'Today', yesterday: 'Yesterday', earlier: 'Earlier', unknown: 'Nobody knows' },
  lastOf: 'Last dose of {name}',
  lastTime: 'At what time, {name}?',
  medicinesFault: 'Choose for each, and write the time where it was today or yesterday, not later than now.',
  test: 'What does the test show?',
  testResult: { negative: 'Negative', positive: 'Positive', unclear: 'Not clear' },
  testFault: 'Choose what it shows.',
  report: 'What does the state’s report show?',
  reportLead: 'Look it up in the state’s own system. Write here only what it comes to.',
  reportResult: { 'as-expected': 'As expected', concern: 'Something to weigh' },
  reportFault: 'Choose what it comes to.',
  review: 'What it means for today, as prescriber',
  reviewFault: 'Write what it means for today.',
  saves: {
    today: 'Save how they are',
    changes: 'Save the changes',
    substances: 'Save what was taken',
    medicines: 'Save the last doses',
    pregnancy: 'Save the test',
    report: 'Save the report',
    reviewed: 'Save what it means',
  },
}
