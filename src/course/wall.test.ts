import { expect, test } from 'vitest'
import { isoOf } from '../kernel/instant.ts'
import { momentAt } from './wall.ts'

test.each([
  ['2026-03-10', '09:30', 'America/Los_Angeles', '2026-03-10T16:30:00.000Z'],
  ['2026-12-10', '09:30', 'America/Los_Angeles', '2026-12-10T17:30:00.000Z'],
  ['2026-03-10', '23:45', 'America/Los_Angeles', '2026-03-11T06:45:00.000Z'],
  ['2026-03-10', '00:15', 'Pacific/Honolulu', '2026-03-10T10:15:00.000Z'],
  ['2026-03-10', '08:00', 'America/New_York', '2026-03-10T12:00:00.000Z'],
])('%s at %s in %s', (...told) => {
  const [day, time, timeZone, iso] = told
  expect(isoOf(momentAt(day, time, timeZone)!)).toBe(iso)
})

test.each([
  ['', '09:30'],
  ['2026-03-10', ''],
  ['2026-13-40', '09:30'],
])('%j at %j is no moment', (day, time) => expect(momentAt(day, time, 'America/Los_Angeles')).toBeUndefined())
