import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, instant, isoOf } from '../kernel/instant.ts'
import { reviewDue, reviewOwed, toldBefore } from './reviewing.ts'

const published = (id: string) =>
  JSON.parse(readFileSync(new URL(`../../content/protocols/${id}.json`, import.meta.url), 'utf8')).reviews
const sublingual = published('sublingual')
const start = instant('2026-01-05T18:00:00Z')
/** A journey a week. */
const weekly = (count: number) => Array.from({ length: count }, (_, place) => start + place * 7 * day)
const now = (journeys: readonly number[]) => journeys.at(-1)! + day

describe('3.2, reviews after journeys 2, 6 and 12', () => {
  test.each([
    [1, null],
    [2, 2],
    [3, 2],
    [5, 2],
  ])('after %i without a review, owed for journey %s', (count, owed) =>
    expect(
      reviewOwed(sublingual, { journeys: weekly(count), reviewedAt: [] }, now(weekly(count)))?.count ?? null,
    ).toBe(owed),
  )

  test.each([
    [5, null],
    [6, 6],
    [11, 6],
    [12, 6],
  ])('looked back on after the second: after %i, owed for journey %s', (count, owed) => {
    const looked = { journeys: weekly(count), reviewedAt: [weekly(2)[1]! + 3 * day] }
    expect(reviewOwed(sublingual, looked, now(looked.journeys))?.count ?? null).toBe(owed)
  })

  test('a review before the journey settles nothing, one from its first minute on does', () => {
    const journeys = weekly(2)
    const at = (reviewed: number) =>
      reviewOwed(sublingual, { journeys, reviewedAt: [reviewed] }, now(journeys))
    expect(at(journeys[1]! - 1)).toEqual({ at: journeys[1], because: 'journeys', count: 2 })
    expect(at(journeys[1]!)).toBeNull()
  })
})

describe('3.2, then every three months', () => {
  const journeys = weekly(12)
  const last = journeys[11]!
  const reviewedAt = [journeys[1]!, journeys[5]!, last]

  test.each([
    ['2026-06-23T17:59:59Z', null],
    ['2026-06-23T18:00:00Z', { at: instant('2026-06-23T18:00:00Z'), because: 'months', count: 3 }],
  ])('at %s', (at, owed) => {
    expect(isoOf(last)).toBe('2026-03-23T18:00:00.000Z')
    expect(reviewOwed(sublingual, { journeys, reviewedAt }, instant(at))).toEqual(owed)
  })

  test('counted from the newest review, by the calendar', () => {
    const looked = { journeys, reviewedAt: [...reviewedAt, instant('2026-11-30T10:00:00Z')] }
    expect(reviewOwed(sublingual, looked, instant('2027-02-28T09:59:00Z'))).toBeNull()
    expect(reviewOwed(sublingual, looked, instant('2027-02-28T10:00:00Z'))?.because).toBe('months')
  })
})

test('esketamine is looked back on at the end of week four too, and not a minute before', () => {
  const looked = { journeys: [start], reviewedAt: [] }
  expect(reviewOwed(published('esketamine'), looked, start + 28 * day - 1)).toBeNull()
  expect(reviewOwed(published('esketamine'), looked, start + 28 * day)).toEqual({
    at: start + 28 * day,
    because: 'days',
    count: 28,
  })
})

test('without a journey nothing is owed, and a review now settles whatever was', () => {
  expect(reviewOwed(sublingual, { journeys: [], reviewedAt: [] }, start)).toBeNull()
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 15 }), (days) => {
      const journeys = days.toSorted((one, other) => one - other).map((one) => start + one * day)
      const careNow = start + 401 * day
      expect(reviewOwed(sublingual, { journeys, reviewedAt: [careNow] }, careNow)).toBeNull()
    }),
  )
})

test('what a review named is told of a week before, and gives way to what has been owed for longer', () => {
  const journeys = weekly(2)
  const careNow = now(journeys)
  const reviewed = { journeys, reviewedAt: [careNow] }
  const named = (nextReviewAt: number | null) => reviewDue(sublingual, { ...reviewed, nextReviewAt }, careNow)
  expect(named(null)).toBeNull()
  expect(named(careNow + toldBefore)).toBeNull()
  expect(named(careNow + toldBefore - 1)).toEqual({ dueAt: careNow + toldBefore - 1, owed: null })
  const looked = (nextReviewAt: number) =>
    reviewDue(sublingual, { journeys, reviewedAt: [], nextReviewAt }, careNow)
  expect(looked(journeys[1]! + 1)).toEqual({ dueAt: journeys[1], owed: { because: 'journeys', count: 2 } })
  expect(looked(journeys[1]! - 1)).toEqual({ dueAt: journeys[1]! - 1, owed: null })
})
