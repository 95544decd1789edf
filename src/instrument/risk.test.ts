import { describe, expect, test } from 'vitest'
import type { Answers } from './instrument.ts'
import { fromLibrary } from './library.content.ts'
import { isHighRisk, urgencyOfRisk } from './risk.ts'
import { callingNow, isWorse, urgencyOf } from './urgency.ts'

const screener = fromLibrary('c-ssrs-screener')!
/** Everything "no" but these; what is not asked is left out. */
const yes = (...ids: readonly string[]): Answers => ({
  ...Object.fromEntries(['q1', 'q2', 'q6_life'].map((id) => [id, 'no'])),
  ...(ids.includes('q2') ? { q3: 'no', q4: 'no', q5: 'no' } : {}),
  ...(ids.includes('q6_life') ? { q6_3m: 'no' } : {}),
  ...Object.fromEntries(ids.map((id) => [id, 'yes'])),
})

describe('how soon a rating of suicide risk is to be seen', () => {
  test.each([
    ['thoughts alone, for the first time', null, yes('q1'), 'same-day'],
    ['thoughts as before', yes('q1'), yes('q1'), 'listed'],
    ['fewer than before', yes('q1', 'q2', 'q3'), yes('q1', 'q2'), 'listed'],
    ['a method, new', yes('q1', 'q2'), yes('q1', 'q2', 'q3'), 'same-day'],
    ['intent at the first rating', null, yes('q1', 'q2', 'q4'), 'at-once'],
    ['a plan with intent, where there were thoughts', yes('q1', 'q2'), yes('q1', 'q2', 'q5'), 'at-once'],
    ['intent again', yes('q1', 'q2', 'q4'), yes('q1', 'q2', 'q4'), 'at-once'],
    ['done not long ago, without thoughts now', yes('q1'), yes('q6_life', 'q6_3m'), 'at-once'],
    ['done long ago, first told', yes('q1'), yes('q1', 'q6_life'), 'same-day'],
    ['done long ago, known', yes('q6_life'), yes('q6_life'), 'listed'],
    ['no intent any more', yes('q1', 'q2', 'q4'), yes('q1', 'q2'), 'listed'],
    [
      'intent left unasked, beside thoughts as before',
      yes('q1', 'q2'),
      { q1: 'yes', q2: 'yes', q3: 'no', q5: 'no', q6_life: 'no' },
      'same-day',
    ],
  ] as const)('%s', (...[, before, now, urgency]) =>
    expect(urgencyOfRisk(screener, before, now)).toBe(urgency),
  )

  test('high calls by itself, and the answers beside it are seen the same day', () => {
    const high = yes('q1', 'q2', 'q5')
    expect(callingNow(screener, high)).toEqual(['danger-high'])
    expect(urgencyOf(screener, yes('q1', 'q2'), high)).toBe('same-day')
    expect(callingNow(screener, yes('q1', 'q2', 'q3'))).toEqual([])
  })

  test('it is no measure of getting worse besides, and no other form’s answers are a risk', () => {
    const now = { answers: yes('q1', 'q2', 'q5'), total: null, rule: null }
    expect(isWorse(screener, { best: null, last: yes() }, now)).toBe(false)
    expect(isHighRisk(fromLibrary('phq-9')!, { answers: [3, 3, 3, 3, 3, 3, 3, 3, 3] })).toBe(false)
  })
})
