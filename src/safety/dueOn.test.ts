import { expect, test } from 'vitest'
import { instant } from '../kernel/instant.ts'
import { dueOn } from './task.ts'

const now = instant('2026-03-06T23:30:00Z')
test.each([
  ['this evening', '2026-03-07T01:00:00Z', 'same-day'],
  ['late tonight there, tomorrow in UTC', '2026-03-07T07:59:00Z', 'same-day'],
  ['after the weekend', '2026-03-09T17:00:00Z', 'later'],
  ['this morning, and late', '2026-03-06T18:00:00Z', 'same-day'],
  ['yesterday', '2026-03-06T07:00:00Z', 'past'],
] as const)('to be seen %s', (_, due, expected) =>
  expect(dueOn(instant(due), now, 'America/Los_Angeles')).toBe(expected),
)
