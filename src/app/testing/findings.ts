import { foldHistory, type Statement } from '../../intake/history.ts'
import { readReferral } from '../../intake/referral.fhir.ts'
import { instant, isoOf } from '../../kernel/instant.ts'
import type { ProtocolId } from '../../rule/rule.ts'
import { table } from '../../rule/rule.content.ts'
import { measuredItem, type Measurable } from '../../intake/taken-here.ts'
import { heard, onFile, values } from '../seed/heard.ts'
import { findingsOf, verdictOf, weighed, type Override } from '../../clearance/eligibility.ts'
import { bloodPressure, bundleOf, condition, patient, snomedOf, textOf } from './bundle.ts'

/** Findings over invented records, for the tests of eligibility. */
export const careNow = instant('2026-11-23T18:00:00Z')
export const daysAgo = (days: number): string => isoOf(careNow - days * 86_400_000).slice(0, 10)

export interface Said {
  readonly [question: string]: string
}

/** Every question answered, and everything on file, in the way that lets someone go on. */
export const allWell: Said = heard
export const filedOn = (day: string): Said => Object.fromEntries(onFile.map((row) => [row, `on ${day}`]))

/** Measured here, on the day before. */
const wellMeasured = Object.entries(values).map(([measure, value]) => {
  const taken = { id: `m-${measure}`, measure: measure as Measurable, value, title: measure }
  return { id: taken.id, item: measuredItem(taken, daysAgo(1)) }
})
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
  telling: null,
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

/** Whether what is measured here is there besides what the bundle holds. */
interface Beside {
  readonly measured?: boolean
  readonly protocol?: ProtocolId | null
}

export function found(
  resources: unknown[],
  statements: readonly Statement[],
  { measured = false, protocol = 'sublingual' }: Beside = {},
) {
  const reading = readReferral(textOf(bundleOf(patient(), ...resources)), careNow)
  if (!reading.ok) throw new Error(reading.refusal)
  const items = reading.value.items.map((item) => ({ id: item.source.id ?? '', item }))
  return findingsOf({
    history: foldHistory([...items, ...(measured ? wellMeasured : [])], statements),
    birthDate: reading.value.person.birthDate,
    careNow,
    timeZone: 'America/Los_Angeles',
    protocol,
    table,
  })
}

export const judged = (resources: unknown[], said: Said, overrides: readonly Override[] = []) =>
  weighed(
    found([...goodPressure, ...resources], statementsOf({ ...allWell, ...filedOn(daysAgo(3)), ...said }), {
      measured: true,
    }),
    overrides,
    careNow,
  )

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
