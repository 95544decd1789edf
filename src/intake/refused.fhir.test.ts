import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { shared } from '../platform/testing/shared.ts'
import {
  bloodPressure,
  bundleOf,
  condition,
  loincOf,
  medication,
  observation,
  patient,
  snomedOf,
  textOf,
} from '../app/testing/bundle.ts'
import { instant } from '../kernel/instant.ts'
import { readReferral } from './referral.fhir.ts'
import type { ReferralReading } from './referral.ts'

const careNow = instant('2026-11-23T12:00:00Z')
const attempt = (bundle: unknown) => readReferral(textOf(bundle), careNow)

const refusalOf = (text: string) => {
  const reading = readReferral(text, careNow)
  return reading.ok ? 'read' : reading.refusal
}

/** Every entry is the person, an item, part of an item, or unread: nothing is dropped and nothing counted twice. */
const addsUp = ({ entries, items, folded, unread }: ReferralReading) =>
  1 + items.length + folded + unread.length === entries

describe('what is refused whole', () => {
  const good = textOf(bundleOf(patient(), condition()))

  test.each([
    ['half a file', good.slice(0, good.length / 2), 'referral-damaged'],
    ['nothing', '', 'referral-damaged'],
    ['XML', '<Bundle xmlns="http://hl7.org/fhir"/>', 'referral-damaged'],
    [
      'a key that stands twice',
      good.replace('"gender":"female"', '"gender":"female","gender":"male"'),
      'referral-damaged',
    ],
    [
      'a key twice, once spelled with an escape',
      '{"resourceType":"Bundle","resource\\u0054ype":"Patient"}',
      'referral-damaged',
    ],
    [
      'a key that reaches for the prototype',
      good.replace('"gender"', '"__proto__":{"admin":true},"gender"'),
      'referral-damaged',
    ],
    ['very deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'referral-too-large'],
    [
      'six megabytes',
      JSON.stringify({ resourceType: 'Bundle', filler: 'x'.repeat(6_000_000) }),
      'referral-too-large',
    ],
    [
      'too many entries',
      textOf({ resourceType: 'Bundle', type: 'collection', entry: Array(20_001).fill({}) }),
      'referral-too-large',
    ],
    ['a list', '[]', 'referral-not-a-bundle'],
    ['one Patient alone', textOf(patient()), 'referral-not-a-bundle'],
    ['a bundle of history', textOf({ ...bundleOf(patient()), type: 'history' }), 'referral-not-a-bundle'],
    ['nobody', textOf(bundleOf(condition())), 'referral-no-person'],
    ['no entries', textOf({ resourceType: 'Bundle', type: 'collection' }), 'referral-no-person'],
    ['two people', textOf(bundleOf(patient(), patient({ id: 'other' }))), 'referral-two-persons'],
    [
      'one name for two people',
      textOf(bundleOf(patient(), patient({ birthDate: '1999' }))),
      'referral-two-persons',
    ],
    [
      'someone who has died',
      textOf(bundleOf(patient({ deceasedDateTime: '2020-01-01' }))),
      'referral-person-died',
    ],
    ['STU3', textOf(bundleOf(patient(), condition({ clinicalStatus: 'active' }))), 'referral-other-version'],
    ['DSTU2', textOf(bundleOf(patient(), { resourceType: 'MedicationOrder' })), 'referral-other-version'],
    [
      'R5',
      textOf(bundleOf(patient(), medication({ medication: { concept: {} } }))),
      'referral-other-version',
    ],
  ])('%s', (_name, text, why) => expect(refusalOf(text)).toBe(why))

  test('the same Patient sent twice is one person', () =>
    expect(attempt(bundleOf(patient(), patient(), condition()))).toMatchObject({
      ok: true,
      value: { items: [{ kind: 'problem' }], unread: [{ what: 'Patient', why: 'duplicate' }] },
    }))

  test('a byte-order mark is no damage', () => expect(refusalOf(`\uFEFF${good}`)).toBe('read'))
})

const anyResource = fc.oneof(
  fc.constantFrom(condition(), medication(), bloodPressure(120, 80), bloodPressure(-1, 3), observation()),
  fc.constantFrom(null, 7, 'text', {}, { resourceType: 'Bundle' }, { resourceType: '' }),
  fc.record(
    {
      resourceType: fc.constantFrom(
        'Condition',
        'Observation',
        'Procedure',
        'Encounter',
        'Medication',
        'MedicationRequest',
        'AllergyIntolerance',
        'Goal',
        'Zebra',
      ),
      id: fc.constantFrom('a', 'b', 'c'),
      subject: fc.constantFrom({ reference: 'Patient/pat' }, { reference: 'Patient/x' }, null),
      code: fc.constantFrom(snomedOf('84757009'), loincOf('8867-4'), { text: 'words' }, {}, 3),
      medicationReference: fc.constantFrom({ reference: 'Medication/a' }, { reference: 'Medication/z' }),
      status: fc.constantFrom('active', 'entered-in-error', 'final', 5),
      onsetDateTime: fc.oneof(fc.string(), fc.constantFrom('2019', '2019-13', '9999')),
      valueQuantity: fc.record({ value: fc.oneof(fc.double(), fc.string()), code: fc.string() }),
      component: fc.anything(),
      class: fc.constantFrom({ code: 'EMER' }, { code: 'AMB' }, {}),
      type: fc.constantFrom([snomedOf('1')], {}, []),
      category: fc.anything(),
      reaction: fc.anything(),
    },
    { requiredKeys: ['resourceType'] },
  ),
)

test('whatever a file holds, the person, what was read and what was not add up to its entries', () => {
  const property = fc.property(fc.array(anyResource, { maxLength: 30 }), (resources) => {
    const reading = attempt(bundleOf(patient(), ...resources))
    return reading.ok
      ? addsUp(reading.value)
      : reading.refusal === 'referral-other-version' || reading.refusal === 'referral-damaged'
  })
  expect(fc.check(property, { numRuns: 2_000 })).toMatchObject({ failed: false })
})

test('whatever a file is, reading it ends in an answer', () => {
  const property = fc.property(
    fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .json()
        .map((inner) => `{"resourceType":"Bundle","type":"collection","entry":[{"resource":${inner}}]}`),
    ),
    (text) =>
      [
        'read',
        'referral-damaged',
        'referral-not-a-bundle',
        'referral-no-person',
        'referral-too-large',
        'referral-other-version',
        'referral-two-persons',
      ].includes(refusalOf(text)),
  )
  expect(fc.check(property, { numRuns: 2_000 })).toMatchObject({ failed: false })
})

test('the referrals beside the project are read whole and add up', (context) => {
  const folder = shared(context, 'data/referrals')
  const read = readdirSync(folder).map((name) =>
    readReferral(readFileSync(`${folder}/${name}`, 'utf8'), careNow),
  )
  expect(read.length).toBeGreaterThan(0)
  expect(read.map((reading) => reading.ok && addsUp(reading.value) && reading.value.partly)).toEqual(
    read.map(() => []),
  )
  expect(
    read
      .flatMap((reading) => (reading.ok ? reading.value.unread : []))
      .every(({ why }) => why === 'not-kept'),
  ).toBe(true)
})
