import { expect, test } from 'vitest'
import { sublingual } from '../app/testing/gates.ts'
import { isoOf, minute } from '../kernel/instant.ts'
import { alarmsIn, pressedSince, raisedIn, seenOf } from './alarm.ts'

const now = Date.UTC(2026, 5, 3, 17)
const ago = (minutes: number) => isoOf(now - minutes * minute)
const well = {
  systolicMmHg: 122,
  diastolicMmHg: 78,
  heartRateBpm: 70,
  spo2Percent: 98,
  respirationsPerMin: 14,
  sedationMoaas: 4,
}
const reading = (minutes: number, more: Partial<Record<keyof typeof well, number | null>> = {}) => ({
  id: `reading ${minutes}`,
  takenAt: ago(minutes),
  ...well,
  ...more,
})
const tap = (code: string, minutes: number) => ({ id: `${code} ${minutes}`, code, occurredAt: ago(minutes) })
const raised = (readings: ReturnType<typeof reading>[], taps: ReturnType<typeof tap>[] = []) =>
  alarmsIn({ readings, taps, limits: sublingual.limits, before: 120, now }).map(({ key }) => key)

test('what is within the limits raises nothing, and neither do the taps that tell how it is', () => {
  expect(raised([reading(5)], [tap('nausea', 1), tap('fear-rising', 1), tap('felt-safe', 1)])).toEqual([])
  expect(alarmsIn({ readings: [], taps: [], limits: undefined, before: null, now })).toEqual([])
})

test('an urgent limit is raised, anew with every reading that crosses it, and by what was last measured', () => {
  expect(raised([reading(9, { spo2Percent: 80 })])).toEqual(['lowSpo2 reading 9'])
  expect(raised([reading(9, { spo2Percent: 80 }), reading(4, { spo2Percent: 81 })])).toEqual([
    'lowSpo2 reading 4',
  ])
  expect(raised([reading(9, { spo2Percent: 80 }), reading(4, { spo2Percent: null })])).toEqual([
    'lowSpo2 reading 9',
  ])
  expect(raised([reading(9, { spo2Percent: 80 }), reading(4)])).toEqual([])
})

test('"not answering" is raised like no answer to pain, until their sedation was looked at since', () => {
  expect(raised([reading(9)], [tap('not-answering', 2)])).toEqual(['not-answering 2'])
  expect(raised([reading(9), reading(1, { sedationMoaas: null })], [tap('not-answering', 2)])).toEqual([
    'not-answering 2',
  ])
  expect(raised([reading(9), reading(1)], [tap('not-answering', 2)])).toEqual([])
  expect(raised([reading(9), reading(1, { sedationMoaas: 0 })])).toEqual(['lowSedation reading 1'])
})

test('an emergency stands since the first reading that crossed the limit, and was not one between', () => {
  const since = (...readings: ReturnType<typeof reading>[]) =>
    alarmsIn({ readings, taps: [], limits: sublingual.limits, before: 120, now }).map((one) => one.since)
  const high = { systolicMmHg: 190 }
  expect(since(reading(9), reading(6, high), reading(3, high))).toEqual([now - 6 * minute])
  expect(since(reading(9, high), reading(6), reading(3, high))).toEqual([now - 3 * minute])
  expect(since(reading(9, high), reading(6, { systolicMmHg: null, diastolicMmHg: null }))).toEqual([
    now - 9 * minute,
  ])
})

test('the stop signal and a symptom are raised, the newest of each, and for half an hour', () => {
  expect(raised([reading(9)], [tap('symptom', 8), tap('stop-word', 3), tap('symptom', 2)])).toEqual([
    'symptom 2',
    'stop-word 3',
  ])
  expect(raised([reading(40)], [tap('stop-word', 30)])).toEqual([])
})

test('a reading speaks for nothing that was seen after it', () => {
  expect(pressedSince(ago(9), [tap('not-answering', 2)])).toBe('not-answering')
  expect(pressedSince(ago(9), [tap('symptom', 2)])).toBe('symptom')
  expect(pressedSince(ago(1), [tap('not-answering', 2), tap('symptom', 2)])).toBeUndefined()
  expect(pressedSince(ago(9), [tap('stop-word', 2), tap('nausea', 2)])).toBeUndefined()
})

test('every emergency that was measured is told afterwards, whether or not it still stands', () => {
  const taken = (id: string, minutes: number, more: object) => ({
    ...well,
    ...more,
    id,
    takenAt: isoOf(now - minutes * minute),
  })
  const readings = [
    taken('a', 30, { spo2Percent: 85, respirationsPerMin: 6 }),
    taken('b', 20, { spo2Percent: 97, respirationsPerMin: 9 }),
    taken('c', 10, { systolicMmHg: 190, diastolicMmHg: 115 }),
  ]
  expect(
    raisedIn({ readings, limits: sublingual.limits, before: 120 }).map(({ id, value, from }) => [
      id,
      value,
      from,
    ]),
  ).toEqual([
    ['lowSpo2 a', 85, 90],
    ['lowRespirations a', 6, 8],
    ['highSystolic c', 190, 180],
  ])
  expect(raisedIn({ readings, limits: undefined, before: 120 })).toEqual([])
})

test('“seen” answers what began before it, and nothing that came after', () => {
  const seen = { code: 'alarm-seen', occurredAt: isoOf(now - 5 * minute) }
  expect(seenOf([seen], now - 6 * minute)).toBe(seen)
  expect(seenOf([seen], now - 4 * minute)).toBeUndefined()
  expect(seenOf([{ ...seen, code: 'symptom' }], now - 6 * minute)).toBeUndefined()
})
