import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { condition, medication, snomedOf } from '../app/testing/bundle.ts'
import {
  allWell,
  careNow,
  daysAgo,
  epilepsy,
  filedOn,
  found,
  goodPressure,
  judged,
  open,
  statement,
  statementsOf,
  stroke,
  verdict,
} from '../app/testing/findings.ts'
import { holdsClient, verdictOf, weighed, type Override } from './eligibility.ts'

test('with nothing asked, every rule that is not about a medicine is open, and nobody is clear', () => {
  const nothing = found([], [])
  expect(nothing.filter(({ state }) => state === 'settled').map(({ rule }) => rule)).toEqual([
    'EL-A01',
    'EL-A02',
    'EL-A03',
  ])
  expect(verdictOf(weighed(nothing, [], careNow))).toBe('hold')
  expect(holdsClient(weighed(nothing, [], careNow))).toBe(false)
})

test('with everything asked and well, nothing is open', () => expect(open([])).toEqual([]))

describe('a stroke whose type is not coded', () => {
  test('is held, and says because of what', () => {
    const held = judged([stroke], { 'last-heart-event': 'on 2019-02-15' }).filter(
      ({ state }) => state !== 'settled',
    )
    expect(held.map(({ rule, state }) => [rule, state])).toEqual([
      ['EL-C03', 'unknown'],
      ['EL-C08', 'unknown'],
    ])
    expect(held[0]).toMatchObject({
      because: [{ text: 'Stroke', when: '2019-02-15', standing: 'to-be-confirmed' }],
      questions: ['stroke-type'],
    })
    expect(verdictOf(held)).toBe('hold')
    expect(holdsClient(held)).toBe(true)
  })

  test('that was a bleed is blocked', () =>
    expect([
      verdict([stroke], { 'stroke-type': 'bleed', 'last-heart-event': 'on 2019-02-15' }),
      open([stroke], { 'stroke-type': 'bleed', 'last-heart-event': 'on 2019-02-15' }),
    ]).toEqual(['block', ['EL-C03 block present']]))

  test('that was ischaemic needs the prescriber’s written decision', () =>
    expect([
      verdict([stroke], { 'stroke-type': 'ischaemic', 'last-heart-event': 'on 2019-02-15' }),
      open([stroke], { 'stroke-type': 'ischaemic', 'last-heart-event': 'on 2019-02-15' }),
    ]).toEqual(['override', ['EL-C08 override present']]))

  test('that nobody can tell stays held', () =>
    expect(verdict([stroke], { 'stroke-type': 'cannot-be-known', 'last-heart-event': 'on 2019-02-15' })).toBe(
      'hold',
    ))

  test('is not waved through by a plain "no" to bleeding', () =>
    expect(open([stroke], { 'brain-bleed': 'no', 'last-heart-event': 'on 2019-02-15' })).toContain(
      'EL-C03 block unknown',
    ))

  test('that a clinician says never was, is settled', () => {
    const statements = [
      ...statementsOf({ ...allWell, ...filedOn(daysAgo(3)) }),
      statement(99, { itemId: 'stroke', answer: 'refuted', note: 'coded in error' }),
    ]
    expect(
      verdictOf(weighed(found([...goodPressure, stroke], statements, { measured: true }), [], careNow)),
    ).toBe('clear')
  })
})

describe('a bleed that is coded', () => {
  const bleed = condition({ id: 'bleed', code: snomedOf('274100004', 'Cerebral hemorrhage') })
  test('blocks, whatever is answered', () =>
    expect(open([bleed], { 'last-heart-event': 'on 2019-02-15' })).toEqual(['EL-C03 block present']))
  test('in ICD-10-CM blocks as well', () => {
    const coding = [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'I61.9' }]
    expect(open([condition({ code: { coding } })], { 'last-heart-event': 'on 2019-02-15' })).toEqual([
      'EL-C03 block present',
    ])
  })
  test('that is only suspected is unknown', () => {
    const suspected = { ...bleed, verificationStatus: { coding: [{ code: 'provisional' }] } }
    expect(open([suspected], { 'last-heart-event': 'on 2019-02-15' })).toContain('EL-C03 block unknown')
  })
  test('in words alone matches nothing by guess; the question about it stays to be asked', () => {
    const inWords = condition({ id: 'words', code: { text: 'Cerebral hemorrhage' } })
    const { 'brain-bleed': _, ...rest } = allWell
    const judgedSo = found([...goodPressure, inWords], statementsOf(rest))
    expect(judgedSo.find(({ rule }) => rule === 'EL-C03')).toMatchObject({ state: 'unknown', because: [] })
  })
})

describe('an override', () => {
  const said = { 'stroke-type': 'ischaemic', 'last-heart-event': 'on 2019-02-15' }
  const rows = judged([stroke], said)
  const seen = rows.find(({ rule }) => rule === 'EL-C08')!.because.map(({ id }) => id)
  const written: Override = {
    id: 'o',
    broken: false,
    rule: 'EL-C08',
    reason: 'r',
    riskAndBenefit: 'rb',
    mitigation: 'm',
    expiresAt: careNow + 1,
    seen,
    writtenBy: 'Dr Example',
    writtenAt: careNow,
  }
  test('lets a finding rest, as something to be seen', () =>
    expect(verdictOf(judged([stroke], said, [written]))).toBe('caution'))
  test('no longer once it has expired', () =>
    expect(verdictOf(judged([stroke], said, [{ ...written, expiresAt: careNow }]))).toBe('override'))
  test('no longer once a fact is there that it had not seen', () =>
    expect(
      verdictOf(
        judged(
          [stroke, condition({ id: 'second', onsetDateTime: '2020' })],
          { ...said, 'last-heart-event': 'on 2020' },
          [written],
        ),
      ),
    ).toBe('override'))
  test('never of what blocks', () => {
    const blocks = { 'stroke-type': 'bleed', 'last-heart-event': 'on 2019-02-15' }
    expect(verdictOf(judged([stroke], blocks, [{ ...written, rule: 'EL-C03' }]))).toBe('block')
  })
})

const gravity = ['clear', 'caution', 'override', 'hold', 'block']

test('an answer taken away never makes the verdict lighter, nor does a record that comes in', () => {
  const records = [
    stroke,
    epilepsy,
    medication({ id: 'rx' }),
    condition({ id: 'od', code: snomedOf('55680006') }),
  ]
  const questions = Object.keys(allWell)
  const judge = (these: readonly unknown[], answered: readonly string[]) => {
    const said = Object.fromEntries(answered.map((question) => [question, allWell[question]!]))
    return gravity.indexOf(
      verdictOf(weighed(found([...goodPressure, ...these], statementsOf(said)), [], careNow)),
    )
  }
  const anyCase = fc.record({
    some: fc.subarray(records),
    answered: fc.subarray(questions),
    dropped: fc.constantFrom(...questions),
    added: fc.constantFrom(...records),
  })
  const property = fc.property(anyCase, ({ some, answered, dropped, added }) => {
    const before = judge(some, answered)
    const fewer = answered.filter((question) => question !== dropped)
    return judge(some, fewer) >= before && judge([...new Set([...some, added])], answered) >= before
  })
  expect(fc.check(property, { numRuns: 300 })).toMatchObject({ failed: false })
})
