import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../kernel/instant.ts'
import { cameAfter, piecesOf, planNow, planReview, planSteps, wordsOf, type PlanWords } from './plan.ts'

const plan = (word: string): PlanWords =>
  Object.fromEntries(planSteps.map((step) => [step, `${word} ${step}`])) as unknown as PlanWords
const made = (at: number, word = 'together') => ({ ...plan(word), madeAt: at, madeWith: 'Maya' })
const changed = (at: number, word = 'mine') => ({
  ...plan(word),
  writtenAt: at,
  arrivedAt: null as number | null,
  doubt: null,
})

describe('what holds', () => {
  test('nothing, where nobody wrote anything', () => expect(planNow([], [])).toBeNull())

  test('the newest, whoever wrote it; a clinician’s look takes the mark of a change away', () => {
    expect(planNow([made(10)], [changed(20)])).toEqual({
      words: plan('mine'),
      made: { at: 10, with: 'Maya' },
      changedAt: 20,
    })
    expect(planNow([made(30), made(10)], [changed(20)])).toEqual({
      words: plan('together'),
      made: { at: 30, with: 'Maya' },
      changedAt: null,
    })
    expect(planNow([], [changed(5)])).toMatchObject({ made: null, changedAt: 5 })
  })

  test('a change that says it is older than the plan, and came after it, does not hold and is not hidden', () => {
    const waited = { ...changed(20), arrivedAt: 40 }
    expect(planNow([made(30)], [waited])).toMatchObject({ words: plan('together'), changedAt: null })
    expect(cameAfter([made(30)], [waited])).toBe(waited)
    expect(cameAfter([made(50)], [waited])).toBeNull()
    expect(cameAfter([made(10)], [waited])).toBeNull()
    expect(cameAfter([], [waited])).toBeNull()
    const quiet = { courseBegunAt: null, lastDoseAt: null, lastAlarmAt: null }
    expect(planReview(planNow([made(30)], [waited]), quiet, waited)).toBe('changed')
  })

  test('words, and nothing that came with them', () =>
    expect(wordsOf({ ...made(1) })).toEqual(plan('together')))
})

describe('when it should be looked at together', () => {
  const quiet = { courseBegunAt: 0, lastDoseAt: null, lastAlarmAt: null }
  const now = planNow([made(5 * day)], [])

  test('not just after it was, nor where there is none', () => {
    expect(planReview(now, quiet, null)).toBeNull()
    expect(planReview(null, { ...quiet, lastAlarmAt: day }, null)).toBeNull()
  })
  test('after a dose, at the beginning of a course, after an answer that was not clear, and when the client changed it', () => {
    expect(planReview(now, { ...quiet, lastDoseAt: 6 * day }, null)).toBe('phase')
    expect(planReview(now, { ...quiet, courseBegunAt: 6 * day }, null)).toBe('phase')
    expect(planReview(now, { ...quiet, lastDoseAt: 6 * day, lastAlarmAt: 7 * day }, null)).toBe('alarm')
    expect(planReview(planNow([made(5 * day)], [changed(6 * day)]), quiet, null)).toBe('changed')
  })
  test('one that only the client wrote has never been looked at together', () =>
    expect(planReview(planNow([], [changed(day)]), { ...quiet, lastAlarmAt: day / 2 }, null)).toBe('alarm'))
})

describe('numbers in a person’s own words', () => {
  test.each([
    ['My sister, (555) 010-0142, or 988', ['5550100142', '988']],
    ['Dr. Vale +1 555 010 0100', ['+15550100100']],
    ['In 2024 I walked 12 miles', []],
    ['text 741741', ['741741']],
    ['Room 12, house 1988', []],
  ])('%s', (words, dialled) =>
    expect(piecesOf(words).flatMap(({ dial }) => (dial === null ? [] : [dial]))).toEqual(dialled),
  )
  test('not one letter is lost', () =>
    fc.assert(
      fc.property(fc.string(), (words) => {
        expect(
          piecesOf(words)
            .map(({ text }) => text)
            .join(''),
        ).toBe(words)
      }),
    ))
})
