import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minute } from '../kernel/instant.ts'
import { climbOf, patience, urgencyOfThoughts, usualMinutes, type Climbing } from './ladder.ts'

const raisedAt = Date.UTC(2026, 9, 14, 9)
const task: Climbing = { urgency: 'at-once', raisedAt, dueAt: raisedAt + 30 * minute, events: [], told: [] }
const climb = (change: Partial<Climbing>, minutesLater: number) =>
  climbOf({ ...task, ...change }, usualMinutes, raisedAt + minutesLater * minute)
const told = (...rungs: number[]) => rungs.map((rung) => ({ round: 0, rung, at: raisedAt }))

describe('what pages at once', () => {
  test.each([
    [0, [0], 15],
    [14, [0], 15],
    [15, [0, 1], 30],
    [30, [0, 1, 2], 60],
    [60, [0, 1, 2, 3], null],
  ])('%i minutes after it came up, with no one told: rungs %j', (later, due, next) => {
    expect(climb({}, later)).toMatchObject({
      due,
      nextAt: next === null ? null : raisedAt + next * minute,
    })
  })

  test('a rung tells once', () => {
    expect(climb({ told: told(0) }, 14).due).toEqual([])
    expect(climb({ told: told(0) }, 15).due).toEqual([1])
  })
})

test('what is to be seen the same day tells its owner when it comes up, and the others only once it is late', () => {
  expect(climb({ urgency: 'same-day' }, 29)).toMatchObject({ due: [0], nextAt: raisedAt + 45 * minute })
  expect(climb({ urgency: 'same-day', told: told(0) }, 45).due).toEqual([1])
})

test('what is only listed never climbs, however long it waits', () => {
  expect(climb({ urgency: 'listed' }, 60 * 24 * 30)).toMatchObject({
    due: [],
    nextAt: null,
    unanswered: false,
    silent: false,
  })
})

test('a person who has seen it stops the ladder; handing it on begins it again with the next owner', () => {
  const seen = [{ kind: 'acknowledged' as const, at: raisedAt + 5 * minute }]
  expect(climb({ events: seen }, 600)).toMatchObject({ due: [], nextAt: null, unanswered: false })
  const handed = [...seen, { kind: 'escalated' as const, at: raisedAt + 10 * minute }]
  expect(climb({ events: handed, told: told(0, 1, 2, 3) }, 11)).toMatchObject({ round: 1, due: [0] })
})

test('passed from desk to desk and seen by no one, it stays unanswered', () => {
  const handed = [{ kind: 'escalated' as const, at: raisedAt + 70 * minute }]
  expect(climb({ events: handed }, 74).unanswered).toBe(false)
  expect(climb({ events: handed }, 76).unanswered).toBe(true)
  const seen = [{ kind: 'acknowledged' as const, at: raisedAt + 5 * minute }, ...handed]
  expect(climb({ events: seen }, 76).unanswered).toBe(false)
})

test('when every rung was told and no one answers, that is an alarm of its own', () => {
  const all = { told: told(0, 1, 2, 3) }
  expect(climb(all, 60 + patience / minute)).toMatchObject({ unanswered: false, silent: false })
  expect(climb(all, 61 + patience / minute)).toMatchObject({ unanswered: true, silent: false })
})

test('a ladder that should have told someone and did not is silent, and says so', () => {
  expect(climb({}, 5).silent).toBe(false)
  expect(climb({}, 6).silent).toBe(true)
  expect(climb({ told: told(0) }, 14).silent).toBe(false)
  expect(climb({ told: told(0) }, 21).silent).toBe(true)
})

describe('how soon thoughts of death must be seen', () => {
  test.each([
    [null, 1, 'same-day'],
    [0, 1, 'same-day'],
    [1, 2, 'same-day'],
    [1, 1, 'listed'],
    [2, 1, 'listed'],
    [3, 3, 'listed'],
  ] as const)('%j before, %i now: %s', (before, now, urgency) =>
    expect(urgencyOfThoughts(before, now)).toBe(urgency),
  )
})

test('time never takes a rung back, and without a person nothing ever comes to rest before the last', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), (one, other) => {
      const [early, late] = [Math.min(one, other), Math.max(one, other)]
      const before = climb({}, early).due
      const after = climb({}, late)
      expect(after.due.slice(0, before.length)).toEqual(before)
      expect(after.nextAt === null).toBe(after.due.length === 4)
    }),
  )
})

test('a practice’s own minutes are used in place of the usual ones', () => {
  const at = (minutesLater: number) => climbOf(task, [5, 10, 20], raisedAt + minutesLater * minute).due
  expect(at(4)).toEqual([0])
  expect(at(20)).toEqual([0, 1, 2, 3])
})
