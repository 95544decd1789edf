import { foldHistory, type Statement } from '../../intake/history.ts'
import { readReferral } from '../../intake/referral.fhir.ts'
import { instant, isoOf } from '../../kernel/instant.ts'
import { ruleTable } from '../../clearance/clearance.content.ts'
import { findingsOf, verdictOf, weighed, type Override } from '../../clearance/eligibility.ts'
import { bloodPressure, bundleOf, condition, patient, snomedOf, textOf } from './bundle.ts'

/** Findings over invented records, for the tests of eligibility. */
export const careNow = instant('2026-11-23T18:00:00Z')
export const daysAgo = (days: number): string => isoOf(careNow - days * 86_400_000).slice(0, 10)

export interface Said {
  readonly [question: string]: string
}

/** Every question answered in the way that lets someone go on. */
export const allWell: Said = {
  aneurysm: 'no',
  avm: 'no',
  'brain-bleed': 'no',
  'ischaemic-stroke': 'no',
  'ketamine-reaction': 'no',
  'last-heart-event': 'never',
  'heart-function': 'no',
  'last-seizure': 'never',
  pregnancy: 'not-possible',
  psychosis: 'no',
  mania: 'no',
  'suicide-assessment': 'not-high',
  'substance-use': 'no',
  liver: 'no',
  'ketamine-bladder': 'no',
  'medicines-gone-through': 'done',
}
export const goodPressure = [
  { ...bloodPressure(118, 76), id: 'bp1', effectiveDateTime: '2026-11-10T09:00:00-08:00' },
  { ...bloodPressure(122, 78), id: 'bp2', effectiveDateTime: '2026-11-16T09:00:00-08:00' },
]

export const statement = (id: number, more: Partial<Statement>): Statement => ({
  id: `s${id}`,
  itemId: null,
  question: null,
  answer: '',
  on: null,
  note: '',
  saidBy: 'Dr Example',
  saidAt: careNow,
  ...more,
})

/** `on 2019-04-01` is a date; anything else an answer. */
export const statementsOf = (said: Said): Statement[] =>
  Object.entries(said).map(([question, answer], place) =>
    answer.startsWith('on ')
      ? statement(place, { question, answer: 'on', on: answer.slice(3) })
      : statement(place, { question, answer }),
  )

export function found(resources: unknown[], statements: readonly Statement[]) {
  const reading = readReferral(textOf(bundleOf(patient(), ...resources)), careNow)
  if (!reading.ok) throw new Error(reading.refusal)
  const items = reading.value.items.map((item) => ({ id: item.source.id ?? '', item }))
  return findingsOf({
    history: foldHistory(items, statements),
    birthDate: reading.value.person.birthDate,
    careNow,
    table: ruleTable,
  })
}

export const judged = (resources: unknown[], said: Said, overrides: readonly Override[] = []) =>
  weighed(found([...goodPressure, ...resources], statementsOf({ ...allWell, ...said })), overrides, careNow)

export const open = (resources: unknown[], said: Said = {}) =>
  judged(resources, said)
    .filter(({ state }) => state !== 'settled')
    .map(({ rule, severity, state }) => `${rule} ${severity} ${state}`)

export const verdict = (resources: unknown[], said: Said = {}) => verdictOf(judged(resources, said))

export const stroke = condition({ id: 'stroke' })
export const epilepsy = condition({
  id: 'epilepsy',
  code: snomedOf('84757009', 'Epilepsy'),
  onsetDateTime: '2007',
})
