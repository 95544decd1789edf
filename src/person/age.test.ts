import { expect, test } from 'vitest'
import { instant } from '../kernel/instant.ts'
import { dayOfBirth, yearsBetween } from './age.ts'

test.each([
  ['1984-05-17', '2026-05-16T23:00:00Z', 41],
  ['1984-05-17', '2026-05-17T00:00:00Z', 42],
  ['2004-02-29', '2026-02-28T12:00:00Z', 21],
  ['2004-02-29', '2026-03-01T00:00:00Z', 22],
])('born %s, on %s: %i years', (born, now, years) =>
  expect(yearsBetween(dayOfBirth(born), instant(now))).toBe(years),
)
