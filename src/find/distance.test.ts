import fc from 'fast-check'
import { expect, test } from 'vitest'
import { milesBetween } from './distance.ts'

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

test('from Los Angeles to New York it is about 2,446 miles', () => {
  const losAngeles = { latitude: 34.0522, longitude: -118.2437 }
  expect(milesBetween(losAngeles, { latitude: 40.7128, longitude: -74.006 })).toBeCloseTo(2446, -1)
})

test('one degree north is 69 miles, whatever the meridian', () =>
  fc.assert(
    fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (longitude) => {
      expect(milesBetween({ latitude: 34, longitude }, { latitude: 35, longitude })).toBeCloseTo(69.09, 1)
    }),
  ))

test('it is as far there as back, never negative, never more than half way round', () =>
  fc.assert(
    fc.property(point, point, (from, to) => {
      const miles = milesBetween(from, to)
      expect(miles).toBeGreaterThanOrEqual(0)
      expect(miles).toBeLessThanOrEqual(12_437.3)
      expect(miles).toBeCloseTo(milesBetween(to, from), 6)
      expect(milesBetween(from, from)).toBe(0)
    }),
  ))

test('a detour is never shorter', () =>
  fc.assert(
    fc.property(fc.tuple(point, point, point), ([a, b, c]) => {
      expect(milesBetween(a, c)).toBeLessThanOrEqual(milesBetween(a, b) + milesBetween(b, c) + 1e-6)
    }),
  ))

test('the date line is no wall', () =>
  expect(milesBetween({ latitude: 0, longitude: 179.9 }, { latitude: 0, longitude: -179.9 })).toBeCloseTo(
    13.8,
    1,
  ))
