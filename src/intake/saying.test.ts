import { expect, test } from 'vitest'
import { bloodPressure, bundleOf, medication, observation, patient, textOf } from '../app/testing/bundle.ts'
import { instant } from '../kernel/instant.ts'
import { matchPerson } from './match.ts'
import { newestOfEach } from './newest.ts'
import { readReferral } from './referral.fhir.ts'
import { codesOf, detailsOf, valueWords } from './saying.ts'
import { en } from './words.en.ts'

const items = (...resources: unknown[]) => {
  const read = readReferral(textOf(bundleOf(patient(), ...resources)), instant('2026-11-23T12:00:00Z'))
  if (!read.ok) throw new Error(read.refusal)
  return read.value.items
}

test('a value is told as people write it', () => {
  const told = items(
    bloodPressure(128.4, 81.6),
    observation({ id: 'w', code: { text: 'Temperature' }, valueQuantity: { value: 37.2, code: 'Cel' } }),
    observation({
      id: 's',
      code: { text: 'Smoking' },
      valueQuantity: undefined,
      valueCodeableConcept: { text: 'never' },
    }),
    observation({
      id: 'l',
      code: { text: 'CRP' },
      valueQuantity: { value: 5, comparator: '<', code: 'mg/L' },
    }),
  ).map((item) => item.kind === 'measurement' && valueWords(item, en.item, String))
  expect(told).toEqual(['128/82 mmHg', '37.2 °C', 'never', '<5 mg/L'])
})

test('how a medicine is taken is told in words, from words or from figures', () => {
  const timing = { repeat: { frequency: 2, period: 1, periodUnit: 'd' } }
  const dosageInstruction = [{ timing, doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet' } }] }]
  const [figures] = items(medication({ dosageInstruction }))
  expect(figures && [...detailsOf(figures, en.item), codesOf(figures, en.item)]).toEqual([
    'taken now',
    '1 tablet 2 × every day',
    'RxNorm 2598',
  ])
})

test('of each measurement the newest is shown, vital signs first and nothing else', () => {
  const at = (effectiveDateTime: string, more: object) =>
    observation({ effectiveDateTime, id: effectiveDateTime, ...more })
  const measured = items(
    at('2026-01-01', {}),
    at('2026-03-01', {}),
    at('2026-02-01', { code: { text: 'Cholesterol' } }),
    { ...bloodPressure(120, 80), id: 'old', effectiveDateTime: '2025' },
  ).map((item) => ({ item }))
  expect(newestOfEach(measured).map(({ item }) => item.source.id)).toEqual(['old', '2026-03-01'])
})

const known = { personId: 'p', familyName: 'García Márquez', birthDate: '1980-02-29' }
const told = { family: 'Garcia-Marquez', otherNames: [] as string[], birthDate: '1980' }

test.each([
  { named: 'nobody', candidates: [], person: told, is: 'new' },
  { named: 'an accent and a hyphen apart', candidates: [known], person: told, is: 'known' },
  {
    named: 'by a maiden name',
    candidates: [known],
    person: { ...told, family: 'Else', otherNames: ['Ana García Márquez'] },
    is: 'known',
  },
  { named: 'by name alone', candidates: [known], person: { ...told, birthDate: '1999' }, is: 'known' },
  {
    named: 'by nothing but the number',
    candidates: [known],
    person: { ...told, family: 'Else', birthDate: '1999' },
    is: 'someone-else',
  },
  { named: 'two people', candidates: [known, { ...known, personId: 'q' }], person: told, is: 'two-people' },
])('known here: $named is $is', ({ candidates, person, is }) =>
  expect(matchPerson(candidates, person).is).toBe(is),
)
