import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers, Condition, Instrument } from './instrument.ts'
import { atLeast } from './kleene.ts'
import { halfUp, score } from './score.ts'

interface Vector {
  id: string
  instrument: string
  title: string
  input: Answers
  expected: object
}
const read = (place: string) => JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8'))
const vectors: Vector[] = read('./fixtures/vectors.json')
const phq9: Instrument = read('../../content/instruments/phq-9.json')

/** Two relatives of the same shape, without wording: the scorer knows no instrument by name. */
const sumOf = (id: string, items: number, marks: Partial<Instrument>): Instrument => ({
  ...phq9,
  id,
  items: phq9.items.slice(0, items),
  rules: {},
  scores: [{ id: 'total', how: 'sum', of: phq9.items.slice(0, items).map((item) => item.id), mayMiss: 0 }],
  bands: [],
  flags: [],
  ...marks,
})
const total = (atLeastSo: number): Condition => ({ score: 'total', atLeast: atLeastSo })
const instruments: Record<string, Instrument> = {
  'phq-9': phq9,
  'phq-2': sumOf('phq-2', 2, { flags: [{ id: 'positive-screen-3', when: total(3) }] }),
  'gad-7': sumOf('gad-7', 7, {
    scores: [{ id: 'total', how: 'sum', of: [1, 2, 3, 4, 5, 6, 7], mayMiss: 2 }],
    bands: [
      { id: 'severe', from: 15 },
      { id: 'moderate', from: 10 },
      { id: 'mild', from: 5 },
      { id: 'minimal', from: 0 },
    ],
    flags: [
      { id: 'positive-screen-10', when: total(10) },
      { id: 'nhs-caseness-8', when: total(8) },
    ],
  }),
}

test('the vectors are all there', () =>
  expect(vectors.filter(({ instrument }) => instrument === 'phq-9')).toHaveLength(13))

test.each(vectors)('$id: $title', ({ instrument, input, expected }) =>
  expect(score(instruments[instrument]!, input)).toEqual(expected),
)

const answers = fc.array(fc.option(fc.integer({ min: 0, max: 3 })), { minLength: 9, maxLength: 9 })

describe('what is missing', () => {
  test('a form that nobody touched has no total and no band', () => {
    const untouched = score(phq9, { answers: Array(9).fill(null) })
    expect(untouched).toMatchObject({ status: 'incomplete', scores: { total: null }, band: null })
  })

  test('the question about death is heard even where no total can be formed', () => {
    const some = score(phq9, { answers: [null, null, null, null, null, null, null, null, 1] })
    expect([some.status, some.flags]).toEqual([
      'incomplete',
      ['suicide-item-positive', 'algorithm-indeterminate'],
    ])
  })

  test('a mark that the given answers reach alone is reached, whatever is missing', () => {
    const some = score(phq9, { answers: [3, 3, 3, 3, null, null, null, 0, 0] })
    expect([some.scores['total'], some.flags.includes('positive-screen-10')]).toEqual([null, true])
  })

  test('half a point rounds up, as in a paper form: 4.5 is 5, and that is mild', () => {
    const half = score(phq9, { answers: [1, 1, 1, 1, 0, 0, 0, 0, null] })
    expect([half.scores['total'], half.band]).toEqual([5, 'mild'])
  })

  test('a total is never 0 unless every answer that was given is 0, and never formed with three missing', () => {
    const holds = fc.property(answers, (given) => {
      const found = score(phq9, { answers: given })
      const missing = given.filter((each) => each === null).length
      const sum = given.reduce<number>((all, each) => all + (each ?? 0), 0)
      if (missing > 2) return found.scores['total'] === null && found.band === null
      return (found.scores['total'] === 0) === (sum === 0)
    })
    expect(fc.check(holds).failed).toBe(false)
  })

  test('filling a gap never turns a flag that stood into one that does not, but for what was missing or unsure', () => {
    const unsure = [
      'suicide-item-missing',
      'algorithm-indeterminate',
      'other-depressive-syndrome',
      'positive-screen-10',
    ]
    const holds = fc.property(answers, fc.nat(8), fc.nat(3), (given, place, answer) => {
      const filled = given.map((each, at) => (at === place ? (each ?? answer) : each))
      const before = score(phq9, { answers: given }).flags.filter((flag) => !unsure.includes(flag))
      const after: readonly string[] = score(phq9, { answers: filled }).flags
      return before.every((flag) => after.includes(flag))
    })
    expect(fc.check(holds).failed).toBe(false)
  })
})

describe('what cannot be an answer', () => {
  test.each([
    ['a word', { answers: ['2' as unknown as number] }, 'not-a-number'],
    ['a fraction between the options', { answers: [1.5] }, 'not-an-option'],
    ['a tenth answer', { answers: Array(10).fill(1) }, 'too-many-answers'],
    ['something nobody asked', { answers: [], mood: 3 }, 'unknown-item'],
    ['a difficulty nobody offers', { answers: [], item10: 4 }, 'out-of-range'],
  ])('%s is invalid', (_, input, reason) =>
    expect(score(phq9, input)).toEqual({ status: 'invalid', reason, scores: {}, band: null, flags: [] }),
  )
})

test('an item worded the other way round counts the other way round', () => {
  const turned = sumOf('turned', 2, {
    items: [phq9.items[0]!, { ...phq9.items[1]!, reversed: true }],
  })
  expect(score(turned, { answers: [3, 3] }).scores).toEqual({ total: 3 })
})

test('a mean is rounded on the fraction, to two places', () => {
  const mean = sumOf('mean', 3, { scores: [{ id: 'total', how: 'mean', of: [1, 2, 3], mayMiss: 1 }] })
  expect(score(mean, { answers: [1, 1, 3] }).scores).toEqual({ total: 1.67 })
  expect(halfUp(-9, 2, 0)).toBe(-5)
})

test('a classification is met, not met or indeterminate', () => {
  const classifying = { ...phq9, classification: ['major'] }
  const word = (given: (number | null)[]) => {
    const found = score(classifying, { answers: given })
    return 'classification' in found ? found.classification : undefined
  }
  expect(word([2, 2, 2, 2, 2, 0, 0, 0, 0])).toEqual({ major: 'met' })
  expect(word([0, 0, 2, 2, 2, 2, 2, 2, 0])).toEqual({ major: 'not-met' })
  expect(word([null, 0, 2, 2, 2, 2, 2, 0, 0])).toEqual({ major: 'indeterminate' })
})

test('at least two of three: sure, impossible, or not known', () =>
  expect([
    atLeast([true, true, null], 2),
    atLeast([true, false, false], 2),
    atLeast([true, null, false], 2),
  ]).toEqual([true, false, null]))

describe('the wording of the PHQ-9', () => {
  test.each(['en', 'es'] as const)('in %s every item, option and band has its words', (language) => {
    const words = phq9.languages[language]!
    expect(Object.keys(words.items)).toEqual(phq9.items.map(({ id }) => String(id)))
    for (const { options, values } of phq9.items) expect(words.options[options]).toHaveLength(values.length)
    expect(Object.keys(words.bands).toSorted()).toEqual(phq9.bands.map(({ id }) => id).toSorted())
  })
})
