import fc from 'fast-check'
import { expect, test } from 'vitest'
import { milesBetween } from './distance.ts'
import { dotFor, outerRing } from './near.ts'

const middle = { latitude: 34.05, longitude: -118.24 }
const near = fc.record({
  latitude: fc.double({ min: 31, max: 37, noNaN: true }),
  longitude: fc.double({ min: -121, max: -115, noNaN: true }),
})

test('north is up, east is right', () => {
  expect(dotFor(middle, { ...middle, latitude: 34.5 }, 40)).toMatchObject({ x: 0 })
  expect(dotFor(middle, { ...middle, latitude: 34.5 }, 40).y).toBeLessThan(0)
  expect(dotFor(middle, { ...middle, longitude: -118 }, 40).x).toBeGreaterThan(0)
})

test('nobody falls outside the outer ring, and who is farther is drawn farther out', () =>
  fc.assert(
    fc.property(near, near, (a, b) => {
      const [milesA, milesB] = [milesBetween(middle, a), milesBetween(middle, b)]
      const ring = outerRing(Math.max(milesA, milesB))
      const [outA, outB] = [a, b].map((there) => {
        const { x, y } = dotFor(middle, there, ring)
        return Math.hypot(x, y)
      })
      expect(Math.max(outA!, outB!)).toBeLessThanOrEqual(1 + 1e-9)
      expect(milesA > milesB + 1e-6 && outA! <= outB!).toBe(false)
    }),
  ))

test('a quarter of the miles is half the way out', () => {
  const quarter = { ...middle, latitude: middle.latitude + 10 / 69.09 }
  expect(dotFor(middle, quarter, 40).y).toBeCloseTo(-0.5, 2)
})

test('in the same place one stands in the middle', () =>
  expect(dotFor(middle, middle, 4)).toEqual({ x: 0, y: 0 }))
