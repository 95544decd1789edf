import { describe, expect, test } from 'vitest'
import { halfUp, sumOf } from './exact.ts'
import type { Answers, Instrument } from './instrument.ts'
import { atLeast } from './kleene.ts'
import { fromLibrary } from './library.content.ts'
import { score, type Scored } from './score.ts'
import { vectors } from './testing/answering.ts'

const of = (id: string): Instrument => fromLibrary(id)!
const scored = (id: string, input: Answers): Scored => {
  const found = score(of(id), input)
  if (found.status === 'invalid') throw new Error(`${id}: ${found.reason}`)
  return found
}
const phq9 = (...answers: (number | null)[]) => scored('phq-9', { answers })

test('the vectors are all there: 173, over 47 instruments', () => {
  expect(vectors).toHaveLength(173)
  expect(new Set(vectors.map(({ instrument }) => instrument)).size).toBe(47)
})

test.each(vectors)('$id: $title', ({ instrument, input, expected }) => {
  const found: Readonly<Record<string, unknown>> = { ...score(of(instrument), input) }
  expect(Object.fromEntries(Object.keys(expected).map((key) => [key, found[key]]))).toEqual(expected)
})

describe('what is missing', () => {
  test('a form that nobody touched has no total and no band', () => {
    const untouched = phq9(...Array<null>(9).fill(null))
    expect(untouched).toMatchObject({ status: 'incomplete', scores: { total: null }, band: null })
  })

  test('the question about death is heard even where no total can be formed', () => {
    const some = phq9(null, null, null, null, null, null, null, null, 1)
    expect([some.status, some.flags]).toEqual([
      'incomplete',
      ['suicide-item-positive', 'algorithm-indeterminate'],
    ])
  })

  test('a mark of a total that could not be formed is no flag; that it is reached anyway is said beside them', () => {
    const some = phq9(3, 3, 3, 3, null, null, null, 0, 0)
    expect([some.scores['total'], some.flags.includes('positive-screen-10')]).toEqual([null, false])
    expect(some.reached).toEqual(['positive-screen-10'])
    expect(phq9(3, 3, 3, 0, null, null, null, 0, 0).reached).toBeUndefined()
  })

  test('half a point rounds up, as in a paper form: 4.5 is 5, and that is mild', () => {
    const half = phq9(1, 1, 1, 1, 0, 0, 0, 0, null)
    expect([half.scores['total'], half.band]).toEqual([5, 'mild'])
  })

  test.each([
    ['phq-9', 9, 2],
    ['gad-7', 7, 2],
    ['pcl-5', 20, 2],
    ['dss-20', 20, 2],
    ['des-ii', 28, 3],
    ['asrm', 5, 1],
    ['isi', 7, 0],
    ['madrs', 10, 0],
    ['audit-c', 3, 0],
  ])('of the %s (%i items) at most %i may be missing', (id, items, most) => {
    const lacking = (missing: number) =>
      scored(id, { answers: Array.from({ length: items }, (_, at) => (at < missing ? null : 0)) }).status
    expect([lacking(most), lacking(most + 1)]).toEqual([most > 0 ? 'prorated' : 'complete', 'incomplete'])
  })

  test('one answer of 3 in the PHQ-2 is a positive screen already', () =>
    expect(scored('phq-2', { answers: [3, null] })).toMatchObject({
      status: 'incomplete',
      scores: { total: null },
      flags: ['positive-screen-3'],
    }))

  test('in the Columbia screener danger is not lowered by what is missing', () => {
    const some = scored('c-ssrs-screener', { q1: true, q2: true, q4: true, q6_life: false })
    expect(some).toMatchObject({
      status: 'incomplete',
      band: 'high',
      flags: ['suicide-risk-high'],
      missing: ['q3', 'q5'],
    })
    expect(scored('c-ssrs-screener', { q1: true, q2: true, q3: true, q6_life: false }).band).toBe(
      'at-least-moderate',
    )
    expect(scored('c-ssrs-screener', { q1: false, q6_life: false })).toMatchObject({
      band: 'incomplete',
      missing: ['q2'],
    })
  })

  test('in the ASQ a positive answer without the question about now is positive, and not called non-acute', () => {
    expect(scored('asq', { 1: 'yes', 2: 'no', 3: 'no', 4: 'no', 5: null })).toMatchObject({
      status: 'incomplete',
      band: 'positive-acuity-unknown',
      flags: ['positive-screen'],
      missing: ['5'],
    })
    expect(scored('asq', { 1: 'yes', 2: null, 3: 'no', 4: 'no', 5: 'yes' }).band).toBe('acute-positive')
    expect(scored('asq', { 1: 'no', 2: 'no', 3: 'no', 4: 'refused', 5: 'refused' }).band).toBe(
      'acute-positive',
    )
  })

  test('a "do not know" about childhood widens the count, and is never a no', () => {
    const never = { 6: 'never', 7: 'never', 8: 'never', 9: 'never', 10: 'never', 11: 'never' }
    const some = scored('brfss-ace', {
      1: 'yes',
      2: 'dont-know',
      3: 'no',
      4: 'no',
      5: 'not-married',
      ...never,
    })
    expect(some).toMatchObject({
      status: 'incomplete',
      scores: { total: null, min: 1, max: 2 },
      classification: { substance: 'indeterminate', separation: 'not-met' },
    })
  })

  test('four kinds of childhood adversity are four, whatever else is not known', () =>
    expect(scored('brfss-ace', { 1: 'yes', 2: 'yes', 4: 'yes', 5: 'yes' }).flags).toEqual(['ace-4-plus']))

  test('in the ITQ what is missing is decisive or harmless', () => {
    const dso = [2, 0, 2, 0, 2, 0, 2, 0, 0]
    expect(scored('itq', { P: [2, null, 2, 0, 2, 0, 2, 0, 0], C: dso }).classification).toMatchObject({
      diagnosis: 'CPTSD',
    })
    expect(
      scored('itq', { P: [2, 0, 2, 0, 2, 0, 2, 0, 0], C: [null, 0, 2, 0, 2, 0, 2, 0, 0] }),
    ).toMatchObject({
      status: 'incomplete',
      classification: { ptsdCriteria: 'met', diagnosis: 'indeterminate' },
      flags: [],
    })
  })

  test('a mystical experience is not complete where one whole factor falls short, whatever is missing elsewhere', () => {
    const answers = Array.from({ length: 30 }, (_, at) => (at === 0 ? null : [2, 9, 28].includes(at) ? 0 : 5))
    expect(scored('meq-30', { answers })).toMatchObject({
      scores: {},
      classification: { completeMystical: 'not-met' },
    })
  })
})

describe('what hangs on who is asked', () => {
  test('the screen for alcohol has its mark by sex; unknown is the stricter', () => {
    const three = (sex?: string) => scored('audit-c', { answers: [1, 1, 1], ...(sex && { sex }) }).flags
    expect([three('male'), three('female'), three('unknown'), three()]).toEqual([
      [],
      ['positive-screen-3'],
      ['positive-screen-3'],
      ['positive-screen-3'],
    ])
  })

  test('the screen for trauma may be read at three', () => {
    const answers = [true, true, true, false, false]
    const at = (cut?: number) =>
      scored('pc-ptsd-5', { gate: true, answers, ...(cut && { cut }) }).classification
    expect([at(), at(4), at(3)]).toEqual([{ screen: 'not-met' }, { screen: 'not-met' }, { screen: 'met' }])
  })

  test('without work the most that work and life can be impaired is 32', () =>
    expect(scored('wsas', { workNotApplicable: true, answers: [null, 4, 4, 4, 4] })).toMatchObject({
      status: 'complete',
      scores: { total: 16, max: 32 },
    }))

  test('who never drinks is not asked how much', () =>
    expect(scored('audit-c', { answers: [0] })).toMatchObject({
      status: 'complete',
      answered: 3,
      scores: { total: 0 },
    }))

  test('hearing voices leads to a person also where nothing else points to mania', () => {
    const calm = {
      elevated: false,
      irritable: false,
      energy: false,
      others: Array<boolean>(7).fill(false),
      days: 0,
    }
    expect(scored('kt-mood-check', { ...calm, hospital: false, psychosis: true }).flags).toEqual([
      'psychosis-review',
    ])
  })
})

test('sums of tenths are exact, and a mean is rounded on the fraction', () => {
  expect(scored('ebi', { answers: [0.1, 0.2, 0, 0, 0, 0] }).scores).toEqual({ mean: 0.05, sum: 0.3 })
  expect(sumOf([0.1, 0.2])).toEqual({ numerator: 300_000, denominator: 1_000_000 })
  expect([halfUp(5, 3, 2), halfUp(-9, 2, 0), halfUp(9, 2, 0)]).toEqual([1.67, -5, 5])
})

test('at least two of three: sure, impossible, or not known', () =>
  expect([
    atLeast([true, true, null], 2),
    atLeast([true, false, false], 2),
    atLeast([true, null, false], 2),
  ]).toEqual([true, false, null]))
