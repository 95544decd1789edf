import { describe, expect, test } from 'vitest'
import { day, hour, instant } from '../kernel/instant.ts'
import { arcDayOf, daysBetween, type ArcFacts, type ArcSession } from './arc.ts'

const timeZone = 'America/Los_Angeles'
/** Nine in the morning there. */
const now = instant('2026-03-10T16:00:00Z')

const planned = (days: number): ArcSession => ({
  id: `planned ${days}`,
  plannedAt: now + days * day,
  phase: 'planned',
  doseAt: null,
})
const lived = (days: number): ArcSession => ({
  id: `lived ${days}`,
  plannedAt: now - days * day,
  phase: 'closed',
  doseAt: now - days * day,
})
const of = (...sessions: ArcSession[]): ArcFacts => ({ careNow: now, timeZone, endsAt: null, sessions })

describe('what a day is about', () => {
  test.each([
    ['nothing planned', of(), { kind: 'preparing' }],
    ['a month away', of(planned(30)), { kind: 'preparing' }],
    ['ten days away', of(planned(10)), { kind: 'before', days: 10, lived: 0 }],
    ['tomorrow', of(planned(1)), { kind: 'before', days: 1, lived: 0 }],
    ['today', of(planned(0.1)), { kind: 'today', sessionId: 'planned 0.1', lived: 0 }],
    ['today, the hour has passed', of(planned(-0.1)), { kind: 'today', sessionId: 'planned -0.1', lived: 0 }],
    ['home again', of(lived(0.1)), { kind: 'rest' }],
    ['two days on', of(lived(2), planned(12)), { kind: 'after', days: 2, lived: 1 }],
    ['two days before the second', of(lived(12), planned(2)), { kind: 'before', days: 2, lived: 1 }],
    ['weeks on', of(lived(60), lived(40)), { kind: 'onward', weeks: 5, lived: 2 }],
    ['missed yesterday', of(planned(-1.2)), { kind: 'preparing' }],
  ])('%s', (_, facts, expected) => expect(arcDayOf(facts)).toEqual(expected))

  test('a journey under way is all there is', () =>
    expect(arcDayOf(of({ ...planned(0), phase: 'recovering' }))).toMatchObject({ kind: 'under-way' }))

  test('before the first course there is a welcome; after the last day, an ending', () => {
    expect(arcDayOf(undefined)).toEqual({ kind: 'welcome' })
    expect(arcDayOf({ ...of(lived(40)), endsAt: now })).toEqual({ kind: 'ended', lived: 1 })
    expect(arcDayOf({ ...of(lived(40)), endsAt: now + day })).toMatchObject({ kind: 'onward' })
  })

  test('a journey late in the evening was yesterday in the morning, whatever UTC says', () => {
    const evening = instant('2026-03-10T05:30:00Z')
    expect(daysBetween(evening, now, timeZone)).toBe(1)
    expect(daysBetween(evening, evening + hour, timeZone)).toBe(0)
  })

  test('a day stays a day when the clocks change', () => {
    const saturday = instant('2026-03-07T20:00:00Z')
    expect(daysBetween(saturday, saturday + 47 * hour, timeZone)).toBe(2)
  })
})
