import { expect, test } from 'vitest'
import { hour, instant, minute } from '../kernel/instant.ts'
import { isPast, overlapsOf, type Taken } from './plan.ts'

const at = instant('2026-05-01T17:00:00Z')
const three = 180
const maya = { id: 'm', name: 'Maya' }
const taken = (more: Partial<Taken> = {}): Taken => ({
  personId: 'a',
  plannedAt: at,
  room: 'Garden room',
  members: [],
  ...more,
})

test('what is over cannot be planned; the minute that is now can', () => {
  expect(isPast(at - 2 * minute, at)).toBe(true)
  expect(isPast(at - minute / 2, at)).toBe(false)
})

test('the same room at the same hour is noticed, however it is typed', () =>
  expect(
    overlapsOf(taken(), [taken({ personId: 'b', room: ' garden  ROOM', plannedAt: at + hour })], three),
  ).toEqual([{ kind: 'room', at: at + hour }]))

test('so is a second journey of the same person, and one of somebody who sits with both', () => {
  const elsewhere = { room: 'Attic', plannedAt: at - hour }
  expect(overlapsOf(taken(), [taken(elsewhere)], three)).toEqual([{ kind: 'person', at: at - hour }])
  expect(
    overlapsOf(taken({ members: [maya] }), [taken({ ...elsewhere, personId: 'b', members: [maya] })], three),
  ).toEqual([{ kind: 'member', at: at - hour, name: 'Maya' }])
})

test('after the one has gone the next may come; without a room none is shared', () => {
  expect(overlapsOf(taken(), [taken({ personId: 'b', plannedAt: at + 3 * hour })], three)).toEqual([])
  expect(overlapsOf(taken(), [taken({ personId: 'b', plannedAt: at + 3 * hour })], 240)).toHaveLength(1)
  expect(overlapsOf(taken({ room: null }), [taken({ personId: 'b', room: null })], three)).toEqual([])
})
