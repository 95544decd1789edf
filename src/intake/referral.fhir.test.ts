import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  bloodPressure,
  bundleOf,
  condition,
  medication,
  observation,
  patient,
  snomedOf,
  textOf,
} from '../app/testing/bundle.ts'
import { instant } from '../kernel/instant.ts'
import { readReferral } from './referral.fhir.ts'
import { referralLimits, unreadReasons, type ReferralReading } from './referral.ts'

const careNow = instant('2026-11-23T12:00:00Z')
const attempt = (bundle: unknown) => readReferral(textOf(bundle), careNow)

function read(...resources: unknown[]): ReferralReading {
  const reading = attempt(bundleOf(patient(), ...resources))
  if (!reading.ok) throw new Error(reading.refusal)
  return reading.value
}

const whyUnread = (...resources: unknown[]) => read(...resources).unread.map(({ why }) => why)

/** Every entry is the person, an item, part of an item, or unread: nothing is dropped and nothing counted twice. */
const addsUp = ({ entries, items, folded, unread }: ReferralReading) =>
  1 + items.length + folded + unread.length === entries

const fixture = (name: string) => readFileSync(`src/intake/fixtures/${name}.json`, 'utf8')

describe('what is read', () => {
  test('a whole small referral arrives coded, each item with its place in the file', () => {
    const reading = readReferral(fixture('seizure'), careNow)
    if (!reading.ok) throw new Error(reading.refusal)
    const { person, items, unread } = reading.value
    expect([person.given, person.family, person.birthDate, person.identifiers]).toEqual([
      'Nadia',
      'Example',
      '1991-12-02',
      [{ system: 'https://clinic.example/mrn', value: 'EX-1003', type: 'MR' }],
    ])
    expect(items.map(({ kind, coded, source }) => [kind, coded.codings[0]?.code, source.entry])).toEqual([
      ['problem', '84757009', 2],
      ['medicine', '2598', 3],
      ['medicine', '2002', 4],
      ['visit', '50849002', 5],
      ['measurement', '85354-9', 6],
    ])
    expect(unread).toEqual([{ what: 'Organization', id: 'o-1', entry: 1, why: 'not-kept' }])
    expect(items[0]).toMatchObject({ onset: '2009', clinical: 'active', verification: 'confirmed' })
    expect(items[3]).toMatchObject({ setting: 'emergency', reasons: [{ text: 'Seizure disorder' }] })
  })

  test('a blood pressure keeps both numbers, their unit and their time', () =>
    expect(read(bloodPressure(128, 82, 'mmHg')).items[0]).toMatchObject({
      at: '2026-11-01T08:00:00-08:00',
      value: null,
      parts: [{ value: { amount: 128, unit: 'mm[Hg]' } }, { value: { amount: 82, unit: 'mm[Hg]' } }],
    }))

  test('how a medicine is taken stays as it was said, in words or in figures', () => {
    const inWords = medication({ dosageInstruction: [{ text: 'half a tablet at night' }] })
    const timing = { repeat: { frequency: 1, period: 6, periodUnit: 'h' } }
    const doseAndRate = [{ doseQuantity: { value: 1, unit: 'tablet' } }]
    const inFigures = medication({
      id: 'm2',
      dosageInstruction: [{ timing, asNeededBoolean: true, doseAndRate }],
    })
    expect(read(inWords, inFigures).items).toMatchObject([
      { dosages: [{ text: 'half a tablet at night', amount: '' }] },
      { dosages: [{ text: '', amount: '1 tablet', times: 1, every: 6, everyUnit: 'h', asNeeded: true }] },
    ])
  })

  test('a medicine named elsewhere in the file is found, and that entry is part of the item', () => {
    const named = { resourceType: 'Medication', id: 'drug', code: snomedOf('1', 'a medicine') }
    const ordered = medication({
      medicationCodeableConcept: undefined,
      medicationReference: { reference: 'Medication/drug' },
    })
    const reading = read(ordered, named)
    expect([reading.items[0]?.coded.text, reading.folded, reading.unread, addsUp(reading)]).toEqual([
      'a medicine',
      1,
      [],
      true,
    ])
  })

  test('a medicine carried inside its own order is found', () => {
    const contained = [{ resourceType: 'Medication', id: 'in', code: snomedOf('2', 'an inner medicine') }]
    const ordered = medication({
      contained,
      medicationCodeableConcept: undefined,
      medicationReference: { reference: '#in' },
    })
    expect(read(ordered).items[0]?.coded.text).toBe('an inner medicine')
  })

  test('a reference out of the file is never followed: the entry is unread', () => {
    const far = {
      medicationCodeableConcept: undefined,
      medicationReference: { reference: 'https://elsewhere.example/Medication/1' },
    }
    expect(whyUnread(medication(far))).toEqual(['points-elsewhere'])
  })

  test.each([
    ['2019', '2019'],
    ['2019-02', '2019-02'],
    ['2019-02-15', '2019-02-15'],
    ['2019-02-15T07:02:12+00:00', '2019-02-15T07:02:12+00:00'],
  ])('a date is kept as exact as it was written: %s', (onsetDateTime, onset) =>
    expect(read(condition({ onsetDateTime })).items[0]).toMatchObject({ onset }),
  )

  test.each([
    ['2019-02-30', 'date-not-readable'],
    ['15.02.2019', 'date-not-readable'],
    ['2019-02-15T07:02:12', 'date-not-readable'],
    ['2031-01-01', 'date-in-the-future'],
  ])('the date %s is left out and named', (onsetDateTime, why) => {
    const { items, partly } = read(condition({ onsetDateTime }))
    expect([items[0], partly]).toMatchObject([
      { onset: null },
      [{ what: 'Condition', entry: 1, where: 'onsetDateTime', why }],
    ])
  })

  test('an age at onset stays words and does not become a date', () =>
    expect(
      read(condition({ onsetDateTime: undefined, onsetAge: { value: 12, unit: 'years' } })).items[0],
    ).toMatchObject({ onset: null, notes: ['onset at age 12 years'] }))

  test('the other names of a code system are brought to one', () => {
    const coding = [{ system: 'urn:oid:2.16.840.1.113883.6.96', code: '230690007' }]
    expect(read(condition({ code: { coding } })).items[0]?.coded.codings[0]?.system).toBe(
      'http://snomed.info/sct',
    )
  })

  test('a problem in words alone is kept in words', () =>
    expect(read(condition({ code: { text: 'a bleed, years ago' } })).items[0]?.coded).toEqual({
      codings: [],
      text: 'a bleed, years ago',
    }))

  test('characters that hide or break text are taken out, and long text is cut and named', () => {
    const text = `\u0000evil\u202E${'a'.repeat(3_000)}`
    const { items, partly } = read(condition({ code: { text } }))
    expect(items[0]?.coded.text).toBe(`evil${'a'.repeat(referralLimits.words - 4)}`)
    expect(partly).toMatchObject([{ why: 'cut-short' }])
  })

  test('a number everyone is given is not an identifier', () => {
    const identifier = [
      { system: 'http://hl7.org/fhir/sid/us-ssn', value: '000-00-0000' },
      { system: 'https://clinic.example/mrn', value: 'unknown' },
      { value: 'EX-78' },
    ]
    const reading = attempt(bundleOf(patient({ identifier })))
    expect(reading).toMatchObject({
      ok: true,
      value: {
        person: { identifiers: [] },
        partly: [{ why: 'identifier-placeholder' }, { why: 'identifier-without-system' }],
      },
    })
  })

  test('a page of a longer search says that there is more', () =>
    expect(
      attempt({
        ...bundleOf(patient()),
        type: 'searchset',
        link: [{ relation: 'next', url: 'https://x.example' }],
      }),
    ).toMatchObject({ ok: true, value: { partly: [{ why: 'more-pages' }] } }))
})

describe('what is not read is named', () => {
  test.each([
    ['a kind that is not kept', { resourceType: 'Goal', id: 'g' }, 'not-kept'],
    ['a kind that is not read', { resourceType: 'FamilyMemberHistory', id: 'f' }, 'kind-not-read'],
    ['an empty entry', null, 'empty'],
    ['a bundle in the bundle', { resourceType: 'Bundle' }, 'nested'],
    ['another person’s record', condition({ subject: { reference: 'Patient/other' } }), 'other-person'],
    ['nobody’s record', condition({ subject: undefined }), 'whose-unknown'],
    [
      'a modifier nobody explained',
      condition({ modifierExtension: [{ url: 'https://x.example' }] }),
      'modifier',
    ],
    [
      'an entry made in error',
      condition({ verificationStatus: { coding: [{ code: 'entered-in-error' }] } }),
      'entered-in-error',
    ],
    ['a problem without a name', condition({ code: {} }), 'no-code'],
    ['a medicine not to be given', medication({ doNotPerform: true }), 'do-not-give'],
    ['a medicine nobody orders', { resourceType: 'Medication', id: 'm' }, 'not-pointed-at'],
    ['a reading without a value', observation({ valueQuantity: undefined }), 'no-value'],
    [
      'a value of a kind we do not know',
      observation({ valueQuantity: undefined, valueRatio: {} }),
      'value-not-read',
    ],
    [
      'a pulse in an unknown unit',
      observation({ valueQuantity: { value: 64, code: 'furlong' } }),
      'unit-unknown',
    ],
    ['a pressure in kilopascal', bloodPressure(16, 10, 'kPa'), 'unit-unknown'],
    ['a negative pressure', bloodPressure(-120, -80), 'impossible-value'],
    ['a pressure the wrong way round', bloodPressure(80, 120), 'impossible-value'],
    ['a pulse nobody has', observation({ valueQuantity: { value: 6400, code: '/min' } }), 'impossible-value'],
    ['a number that is text', observation({ valueQuantity: { value: '64', code: '/min' } }), 'no-value'],
    ['a reading from next year', observation({ effectiveDateTime: '2027-11-01' }), 'in-the-future'],
    ['a procedure not done', { ...condition(), resourceType: 'Procedure', status: 'not-done' }, 'not-done'],
  ])('%s', (_name, resource, why) => {
    expect(unreadReasons).toContain(why)
    expect(whyUnread(resource)).toEqual([why])
  })

  test('one number of a pressure that is unreadable is named, the other kept', () => {
    const { items, partly } = read(bloodPressure(128, 9_999))
    expect(items[0]).toMatchObject({ parts: [{ value: { amount: 128 } }] })
    expect(partly).toEqual([
      { what: 'Observation', entry: 1, where: 'component[1]', why: 'impossible-value' },
    ])
  })

  test('the same record twice is one; two records under one name are the first and a contradiction', () => {
    expect(whyUnread(condition(), condition())).toEqual(['duplicate'])
    expect(whyUnread(condition(), condition({ onsetDateTime: '2020' }))).toEqual(['conflicting-copy'])
  })

  test('an entry that asks us to delete is not obeyed', () => {
    const entry = [
      { resource: patient() },
      { resource: condition(), request: { method: 'DELETE', url: 'x' } },
    ]
    expect(attempt({ resourceType: 'Bundle', type: 'transaction', entry })).toMatchObject({
      ok: true,
      value: { items: [], unread: [{ why: 'deletes' }] },
    })
  })
})
