import { describe, expect, test } from 'vitest'
import { day } from '../kernel/instant.ts'
import { hasEnded, reviewed, type Course, type Review } from './course.ts'

const course: Course = {
  id: 'c',
  personId: 'p',
  protocolId: 'sublingual',
  protocolVersion: '1',
  begunAt: 0,
  endsAt: null,
}
const review: Review = {
  decision: 'complete',
  reason: 'Agreed',
  nextReviewAt: 30 * day,
  endsAt: 20 * day,
  farewell: 'What helps stays with you',
}

describe('how a review leaves a course', () => {
  test('a planned ending has its day and its words, and no further review', () =>
    expect(reviewed(review, course, 10 * day)).toEqual({
      ok: true,
      value: { ...review, nextReviewAt: null },
    }))

  test.each([
    ['without a day', { endsAt: null }],
    ['without words', { farewell: null }],
    ['before it began', { endsAt: -day }],
  ])('an ending %s is none', (_, without) =>
    expect(reviewed({ ...review, ...without }, course, 10 * day)).toEqual({
      ok: false,
      refusal: 'ending-unplanned',
    }),
  )

  test('going on needs neither, and drops what was typed for an ending', () =>
    expect(reviewed({ ...review, decision: 'continue' }, course, 10 * day)).toEqual({
      ok: true,
      value: { ...review, decision: 'continue', endsAt: null, farewell: null },
    }))

  test('a course that has ended is not reviewed again', () =>
    expect(reviewed(review, { ...course, endsAt: 5 * day }, 10 * day)).toMatchObject({
      refusal: 'course-ended',
    }))
})

test('a course ends when its last day has come, not when the day was agreed', () => {
  expect(hasEnded({ endsAt: 10 }, 9)).toBe(false)
  expect(hasEnded({ endsAt: 10 }, 10)).toBe(true)
  expect(hasEnded({ endsAt: null }, 10)).toBe(false)
})
