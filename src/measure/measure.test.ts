import { describe, expect, test } from 'vitest'
import { day } from '../kernel/instant.ts'
import { dueNow, type DueFacts } from './due.ts'
import { changeBases } from './measure.content.ts'
import { changeSinceFirst, isGettingWorse } from './measure.ts'

describe('what is due, by the clock of care', () => {
  const now = 100 * day
  const due = (facts: Partial<DueFacts>) =>
    dueNow({ begunAt: null, lastDoseAt: null, answeredAt: [], ...facts }, now)?.occasion ?? null

  test('at the beginning, until it is answered; also before a course has begun', () => {
    expect(due({})).toBe('beginning')
    expect(due({ begunAt: now - day })).toBe('beginning')
    expect(due({ begunAt: now - day, answeredAt: [now - 2 * day] })).toBeNull()
    expect(due({ answeredAt: [now - 50 * day] })).toBeNull()
  })

  test('an answer from long before this course is not its beginning', () => {
    expect(due({ begunAt: now, answeredAt: [now - 14 * day] })).toBeNull()
    expect(due({ begunAt: now, answeredAt: [now - 14 * day - 1] })).toBe('beginning')
  })

  test('a week after the dose, to the millisecond, and not before', () => {
    expect(due({ lastDoseAt: now - 7 * day + 1, answeredAt: [now - 20 * day] })).toBeNull()
    expect(due({ lastDoseAt: now - 7 * day, answeredAt: [now - 20 * day] })).toBe('week-after')
    expect(due({ lastDoseAt: now - 9 * day, answeredAt: [now - 20 * day, now - day] })).toBeNull()
  })

  test('between a dose and the week after nothing is asked, not even what was missed before', () =>
    expect(due({ lastDoseAt: now - day })).toBeNull())
})

describe('change since the first', () => {
  const basis = changeBases['phq-9']!
  const at = (answeredAt: number, total: number | null) => ({ instrumentId: 'phq-9', total, answeredAt })

  test('from the first total to the last, whatever came between and in whatever order', () =>
    expect(changeSinceFirst(basis, [at(9, 6), at(1, 14), at(5, 20)])).toMatchObject({
      delta: -8,
      reliable: 'improvement',
    }))
  test('one response alone is no change, and not "no change"', () =>
    expect(changeSinceFirst(basis, [at(1, 14)]).reliable).toBe('unknown'))
  test('a last response without a total leaves the change unknown', () =>
    expect(changeSinceFirst(basis, [at(1, 14), at(2, null)]).reliable).toBe('unknown'))
  test('where no threshold is published nothing is called reliable', () =>
    expect(changeSinceFirst(undefined, [at(1, 14), at(2, 2)]).reliable).toBe('not-defined'))
})

test('getting worse: five points over the best so far, or more thoughts of death; missing answers claim nothing', () => {
  expect(isGettingWorse({ best: 6, lastDanger: 0 }, { total: 11, danger: 0 })).toBe(true)
  expect(isGettingWorse({ best: 6, lastDanger: 0 }, { total: 10, danger: 0 })).toBe(false)
  expect(isGettingWorse({ best: 6, lastDanger: 1 }, { total: 4, danger: 2 })).toBe(true)
  expect(isGettingWorse({ best: null, lastDanger: null }, { total: 27, danger: 3 })).toBe(false)
  expect(isGettingWorse({ best: 6, lastDanger: 1 }, { total: null, danger: null })).toBe(false)
})
