import { describe, expect, test } from 'vitest'
import {
  bloodPressure,
  bundleOf,
  condition,
  medication,
  patient,
  snomedOf,
  textOf,
} from '../app/testing/bundle.ts'
import {
  allWell,
  careNow,
  daysAgo,
  epilepsy,
  filedOn,
  found,
  goodPressure,
  open,
  statement,
  statementsOf,
  type Said,
} from '../app/testing/findings.ts'
import { foldHistory } from '../intake/history.ts'
import { readReferral } from '../intake/referral.fhir.ts'
import { table } from '../rule/rule.content.ts'
import { findingsOf } from './eligibility.ts'

const asked = { careNow, table, timeZone: 'America/Los_Angeles', protocol: 'sublingual' } as const

describe('seizures', () => {
  test.each([
    ['nothing stated', {}, ['EL-N02 block unknown']],
    ['never, against the record', { 'last-seizure': 'never' }, ['EL-N02 block unknown']],
    ['nobody knows', { 'last-seizure': 'cannot-be-known' }, ['EL-N02 override unknown']],
    ['five months ago', { 'last-seizure': `on ${daysAgo(150)}` }, ['EL-N02 block present']],
    ['the last day of six months', { 'last-seizure': `on ${daysAgo(182)}` }, ['EL-N02 block present']],
    ['seven months ago', { 'last-seizure': `on ${daysAgo(213)}` }, ['EL-N02 override present']],
    ['some time in 2024', { 'last-seizure': 'on 2024' }, ['EL-N02 override present']],
    ['some time this year, which could be either', { 'last-seizure': 'on 2026' }, ['EL-N02 block unknown']],
    ['before a visit for one', { 'last-seizure': 'on 2001-01-01' }, ['EL-N02 block unknown']],
  ])('%s', (_name, said: Said, expected) => {
    const answers = { ...allWell, ...said }
    const asked =
      'last-seizure' in said
        ? answers
        : Object.fromEntries(Object.entries(answers).filter(([q]) => q !== 'last-seizure'))
    const rows = found(
      [...goodPressure, epilepsy],
      statementsOf({ ...filedOn(daysAgo(3)), ...(asked as Said) }),
      {
        measured: true,
      },
    )
    expect(
      rows
        .filter(({ state }) => state !== 'settled')
        .map(({ rule, severity, state }) => `${rule} ${severity} ${state}`),
    ).toEqual(expected)
  })

  test('an emergency visit for one last month blocks by itself', () => {
    const visit = {
      resourceType: 'Encounter',
      id: 'visit',
      status: 'finished',
      class: { code: 'EMER' },
      subject: { reference: 'Patient/pat' },
      reasonCode: [snomedOf('128613002', 'Seizure disorder')],
      period: { start: `${daysAgo(30)}T08:00:00Z` },
    }
    expect(open([visit], { 'last-seizure': 'on 2020-01-01' })).toEqual(['EL-N02 block present'])
  })

  test('a date stated more than 90 days ago has to be stated anew', () => {
    const old = statement(50, {
      question: 'last-seizure',
      answer: 'on',
      on: '2024',
      saidAt: careNow - 91 * 86_400_000,
    })
    const rows = found([...goodPressure, epilepsy], [...statementsOf(allWell), old])
    expect(rows.find(({ rule }) => rule === 'EL-N02')).toMatchObject({ state: 'expired' })
  })
})

test.each([
  [41, 'EL-C05a block present'],
  [60, 'EL-C05b override present'],
  [364, 'EL-C05b override present'],
])('a heart event %i days ago: %s', (days, expected) =>
  expect(open([], { 'last-heart-event': `on ${daysAgo(days)}` })).toEqual([expected]),
)

test('a heart event more than a year ago is settled', () =>
  expect(open([], { 'last-heart-event': `on ${daysAgo(366)}` })).toEqual([]))

type Taken = [systolicMmHg: number, diastolicMmHg: number, daysAgo: number]

describe('blood pressure', () => {
  const readings = (...pairs: Taken[]) =>
    pairs.map(([systolic, diastolic, days], place) => ({
      ...bloodPressure(systolic, diastolic),
      id: `r${place}`,
      effectiveDateTime: daysAgo(days),
    }))
  const pressure = (birthDate: string, pairs: Taken[]) => {
    const reading = readReferral(textOf(bundleOf(patient({ birthDate }), ...readings(...pairs))), careNow)
    if (!reading.ok) throw new Error(reading.refusal)
    const items = reading.value.items.map((item) => ({ id: item.source.id ?? '', item }))
    const facts = { history: foldHistory(items, []), birthDate, ...asked }
    const rows = findingsOf(facts)
    const stateOf = (id: string) => rows.find(({ rule }) => rule === id)?.state
    return `${stateOf('EL-C06a')}, ${stateOf('EL-C06b')}`
  }
  const twice = (systolic: number, diastolic: number): Taken[] => [
    [systolic, diastolic, 3],
    [systolic, diastolic, 4],
  ]
  test.each<{ named: string; born: string; pairs: Taken[]; row: string }>([
    { named: 'none', born: '1980', pairs: [], row: 'unknown, unknown' },
    { named: 'one', born: '1980', pairs: [[120, 80, 3]], row: 'expired, expired' },
    {
      named: 'one of two too old',
      born: '1980',
      pairs: [
        [120, 80, 3],
        [120, 80, 40],
      ],
      row: 'expired, expired',
    },
    { named: 'at the limit', born: '1980', pairs: twice(140, 90), row: 'settled, settled' },
    {
      named: 'a point above it on average',
      born: '1980',
      pairs: [
        [142, 80, 3],
        [140, 80, 4],
      ],
      row: 'present, settled',
    },
    {
      named: 'the same at 70 years',
      born: '1956',
      pairs: [
        [142, 80, 3],
        [140, 80, 4],
      ],
      row: 'settled, settled',
    },
    { named: '151 at 70 years', born: '1956', pairs: twice(151, 80), row: 'present, settled' },
    { named: '160 systolic', born: '1956', pairs: twice(160, 80), row: 'present, present' },
    { named: '100 diastolic', born: '1980', pairs: twice(120, 100), row: 'present, present' },
    {
      named: 'high long ago, well now',
      born: '1980',
      pairs: [[180, 110, 300], ...twice(120, 80)],
      row: 'settled, settled',
    },
  ])('$named, born $born: $row', ({ born, pairs, row }) => expect(pressure(born, pairs)).toBe(row))
})

describe('medicines', () => {
  const rx = (code: string, display: string, status = 'active') =>
    medication({
      id: code,
      status,
      medicationCodeableConcept: {
        coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code, display }],
        text: display,
      },
    })
  const [clonazepam, clopidogrel] = [rx('2598', 'clonazepam'), rx('309362', 'Clopidogrel')]
  const [little, much] = ['up-to-3-mg', 'over-3-mg'].map((amount) => ({ 'benzodiazepine-amount': amount }))
  test.each<{ named: string; taken: unknown[]; said?: Said | undefined; rows: string[] }>([
    { named: 'clonazepam, amount unknown', taken: [clonazepam], rows: ['IX-02 override unknown'] },
    { named: 'clonazepam, a little', taken: [clonazepam], said: little, rows: ['IX-02 caution present'] },
    { named: 'clonazepam, much', taken: [clonazepam], said: much, rows: ['IX-02 override present'] },
    { named: 'clopidogrel', taken: [clopidogrel], rows: ['IX-12 override present'] },
    { named: 'clopidogrel, stopped', taken: [rx('309362', 'Clopidogrel', 'stopped')], rows: [] },
    {
      named: 'a name under a code we do not list',
      taken: [rx('999', 'Clopidogrel 300 MG')],
      rows: ['IX-12 override present'],
    },
    {
      named: 'a medicine no list knows',
      taken: [rx('998', 'Zzyzx drops')],
      rows: ['EV-MED override unknown'],
    },
    {
      named: 'an opioid with a benzodiazepine',
      taken: [rx('5489', 'hydrocodone'), clonazepam],
      said: little,
      rows: ['IX-04 block present', 'IX-02 caution present'],
    },
  ])('$named: $rows', ({ taken, said = {}, rows }) => expect(open(taken, said)).toEqual(rows))
})

test('a pregnancy that is over does not block; one that is active does', () => {
  const pregnancy = (code: string, onset = daysAgo(60)) =>
    condition({
      id: 'preg',
      onsetDateTime: onset,
      code: snomedOf('72892002', 'Normal pregnancy'),
      clinicalStatus: { coding: [{ code }] },
    })
  expect(open([pregnancy('resolved')])).toEqual([])
  expect(open([pregnancy('active')])).toEqual(['EL-PG1 block present'])
  // One that would have ended by now, left active in somebody’s list, is asked about like anybody’s.
  expect(open([pregnancy('active', daysAgo(281))])).toEqual([])
  expect(open([pregnancy('active', daysAgo(281))], { pregnancy: 'pregnant' })).toEqual([
    'EL-PG1 block present',
  ])
})

test.each([
  ['2010-01-01', 'present'],
  ['2008', 'unknown'],
  ['2008-11-23', 'settled'],
  ['2008-11-24', 'present'],
])('born %s: the age rule is %s', (birthDate, state) => {
  const row = findingsOf({ history: foldHistory([], []), birthDate, ...asked })
  expect(row.find(({ rule }) => rule === 'EL-A01')).toMatchObject({ state })
})
