import { describe, expect, test } from 'vitest'
import type { Answers } from './instrument.ts'
import { fromLibrary } from './library.content.ts'
import { looksLikeAnswers } from './response.ts'
import { score } from './score.ts'

const reasonOf = (id: string, input: unknown) => {
  const found = score(fromLibrary(id)!, input as Answers)
  return found.status === 'invalid' ? found.reasons : found.status
}
const one = (reason: string, item?: number | string) => [item === undefined ? { reason } : { reason, item }]
const events = (more: object) => ({ events: { 1: ['na'], ...more } })

test.each([
  ['nothing at all', 'phq-9', null, one('not-answers')],
  ['a list in place of answers', 'phq-9', [1, 2], one('not-answers')],
  ['answers that are no list', 'phq-9', { answers: { 1: 2 } }, one('not-answers')],
  ['a number above the range', 'phq-9', { answers: [4] }, one('out-of-range', 1)],
  ['a number below the range', 'phq-9', { answers: [0, -1] }, one('out-of-range', 2)],
  ['a fraction between the options', 'phq-9', { answers: [1.5] }, one('not-an-option', 1)],
  ['a word for a number', 'phq-9', { answers: ['2'] }, one('not-a-number', 1)],
  ['yes for a number', 'phq-9', { answers: [true] }, one('not-a-number', 1)],
  ['no number', 'phq-9', { answers: [Number.NaN] }, one('not-a-number', 1)],
  ['a list for a number', 'phq-9', { answers: [[2]] }, one('not-a-number', 1)],
  ['a tenth answer', 'phq-9', { answers: Array(10).fill(1) }, one('too-many-answers')],
  ['something nobody asked', 'phq-9', { answers: [], mood: 3 }, one('unknown-item', 'mood')],
  ['a difficulty nobody offers', 'phq-9', { answers: [], item10: 4 }, one('out-of-range', 'item10')],
  ['another version', 'phq-9', { answers: [], version: '2' }, one('wrong-version')],
  [
    'an option that the last two of AUDIT do not have',
    'audit',
    { answers: [0, 0, 0, 0, 0, 0, 0, 0, 1, 0] },
    one('not-an-option', 9),
  ],
  ['a number for yes or no', 'dast-10', { answers: [1] }, one('wrong-type', 1)],
  ['a word nobody offers', 'asq', { 1: 'perhaps' }, one('not-an-option', '1')],
  ['a word of the language itself', 'asq', { 1: 'constructor' }, one('not-an-option', '1')],
  ['a sixth question', 'asq', { 6: 'yes' }, one('unknown-item', '6')],
  [
    'a mark between three and four',
    'pc-ptsd-5',
    { gate: true, answers: [], cut: 3.5 },
    one('not-an-option', 'cut'),
  ],
  ['a line read off beyond its end', 'edi', { answers: [100.1] }, one('out-of-range', 1)],
  ['one word where several may be', 'lec-5', events({ 2: 'happened' }), one('wrong-type', '2')],
  ['a number among the words', 'lec-5', events({ 2: [1] }), one('wrong-type', '2')],
  ['the same word twice', 'lec-5', events({ 2: ['happened', 'happened'] }), one('duplicate-answer', '2')],
  [
    '"does not apply" beside something that does',
    'lec-5',
    events({ 2: ['na', 'job'] }),
    one('contradiction', '2'),
  ],
  ['an eighteenth event', 'lec-5', events({ 18: ['na'] }), one('unknown-item', '18')],
  ['a rating of 5 where 4 is the most', 'rass', { score: 5 }, one('out-of-range', 'score')],
] as const)('%s (%s) is invalid, and says where', (...[, id, input, reasons]) =>
  expect(reasonOf(id, input)).toEqual(reasons),
)

test('every fault is named, the first one in front, and no more than anyone reads', () => {
  const found = score(fromLibrary('phq-9')!, { answers: [9, 'x', 0, 7] })
  expect(found).toEqual({
    status: 'invalid',
    reason: 'out-of-range',
    reasons: [
      { reason: 'out-of-range', item: 1 },
      { reason: 'not-a-number', item: 2 },
      { reason: 'out-of-range', item: 4 },
    ],
    scores: {},
    band: null,
    flags: [],
  })
  expect(reasonOf('pcl-5', { answers: Array(20).fill(9), a: 1, b: 2 })).toHaveLength(20)
})

describe('ten thousand of something', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => at)
  test('answers are too many', () =>
    expect(reasonOf('phq-9', { answers: many })).toEqual(expect.arrayContaining(one('too-many-answers'))))
  test('names are unknown, and not all repeated', () =>
    expect(reasonOf('asq', Object.fromEntries(many.map((name) => [`q${name}`, 1])))).toHaveLength(20))
  test('neither comes as far as the scorer over the wire', () => {
    expect(looksLikeAnswers({ answers: many })).toBe(false)
    expect(looksLikeAnswers({ events: { 1: many } })).toBe(false)
    expect(looksLikeAnswers({ 1: 'x'.repeat(41) })).toBe(false)
    expect(looksLikeAnswers({ answers: [0, null], item10: 3, events: { 1: ['na'] }, gate: true })).toBe(true)
  })
})

describe('answers to what was not asked', () => {
  test('without any trauma they count for nothing, and that is said', () =>
    expect(
      score(fromLibrary('pc-ptsd-5')!, { gate: false, answers: [true, true, true, true, true] }),
    ).toMatchObject({
      status: 'complete',
      scores: { total: 0 },
      unasked: [1, 2, 3, 4, 5],
    }))
  test('where danger may be in them they count all the same', () =>
    expect(
      score(fromLibrary('c-ssrs-screener')!, { q1: false, q2: false, q5: true, q6_life: false }),
    ).toMatchObject({
      band: 'high',
      unasked: ['q5'],
    }))
  test('the question about now is heard although all before it were no', () =>
    expect(score(fromLibrary('asq')!, { 1: 'no', 2: 'no', 3: 'no', 4: 'no', 5: 'yes' })).toMatchObject({
      status: 'complete',
      band: 'acute-positive',
      unasked: ['5'],
    }))
  test('harm from alcohol is heard although the manual would have skipped it', () =>
    expect(
      score(fromLibrary('audit')!, { answers: [0, null, null, null, null, null, 4, 0, 0, 0] }),
    ).toMatchObject({
      scores: { total: 4, harm: 4 },
      unasked: [7, 8],
    }))
})

test('fewer answers than items are missing answers, not a fault', () =>
  expect(reasonOf('gad-7', { answers: [1, 1] })).toBe('incomplete'))
