import { describe, expect, test } from 'vitest'
import { instant, isoOf } from '../kernel/instant.ts'
import { readingOf, type Cover } from './cover.ts'

const zone = 'America/Los_Angeles'
const weekdays: Cover = {
  weekdays: [1, 2, 3, 4, 5],
  opensMinute: 540,
  closesMinute: 1020,
  respondWithinMinutes: 15,
}
const at = (iso: string, cover: Cover | undefined = weekdays) => {
  const { declared, openNow, readFrom, dueAt } = readingOf(cover, instant(iso), zone)
  return { declared, openNow, from: isoOf(readFrom), due: isoOf(dueAt) }
}

describe('when someone reads', () => {
  test('within the declared hours: now, and soon', () =>
    expect(at('2026-03-03T18:00:00Z')).toEqual({
      declared: true,
      openNow: true,
      from: '2026-03-03T18:00:00.000Z',
      due: '2026-03-03T18:15:00.000Z',
    }))

  test('nobody reads at night: in the morning', () =>
    expect(at('2026-03-04T08:30:00Z')).toMatchObject({ openNow: false, from: '2026-03-04T17:00:00.000Z' }))

  test('at closing time, the next day', () =>
    expect(at('2026-03-04T01:00:00Z')).toMatchObject({ openNow: false, from: '2026-03-04T17:00:00.000Z' }))

  test('on Friday evening, on Monday; and the clocks that went forward between are minded', () =>
    expect(at('2026-03-07T03:00:00Z').from).toBe('2026-03-09T16:00:00.000Z'))

  test('clocks that go back are minded too', () =>
    expect(at('2026-10-31T03:00:00Z').from).toBe('2026-11-02T17:00:00.000Z'))

  test('one day a week comes round again', () =>
    expect(at('2026-03-03T18:00:00Z', { ...weekdays, weekdays: [2], closesMinute: 550 }).from).toBe(
      '2026-03-10T16:00:00.000Z',
    ))

  test('where nothing was declared, nobody is said to read, and it is due in a quarter of an hour', () =>
    expect(readingOf(undefined, 5, zone)).toEqual({
      declared: false,
      openNow: false,
      readFrom: 5,
      dueAt: 5 + 15 * 60_000,
    }))
})
