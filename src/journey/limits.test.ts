import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Protocol } from '../protocol/protocol.ts'
import { crossingsIn, lastMeasured, type Vitals } from './limits.ts'

const { limits } = JSON.parse(
  readFileSync(new URL('../../content/protocols/sublingual.json', import.meta.url), 'utf8'),
) as Protocol

const unmeasured: Vitals = {
  systolicMmHg: null,
  diastolicMmHg: null,
  heartRateBpm: null,
  spo2Percent: null,
  respirationsPerMin: null,
  sedationMoaas: null,
}
const named = (vitals: Partial<Vitals>, before: number | null = null) =>
  crossingsIn({ ...unmeasured, ...vitals }, limits, before).map(({ limit, level }) => `${limit} ${level}`)

describe('both sides of each limit', () => {
  test.each([
    ['MO-BP3', { systolicMmHg: 159, diastolicMmHg: 99 }, []],
    ['MO-BP3', { systolicMmHg: 160, diastolicMmHg: 80 }, ['highSystolic watch']],
    ['MO-BP3', { systolicMmHg: 164, diastolicMmHg: 80 }, ['highSystolic watch']],
    ['MO-BP3', { systolicMmHg: 165, diastolicMmHg: 80 }, ['highSystolic call']],
    ['MO-BP3', { systolicMmHg: 120, diastolicMmHg: 100 }, ['highDiastolic call']],
    ['MO-BP3', { systolicMmHg: 179, diastolicMmHg: 119 }, ['highSystolic call', 'highDiastolic call']],
    ['MO-BP3', { systolicMmHg: 180, diastolicMmHg: 120 }, ['highSystolic urgent', 'highDiastolic urgent']],
    ['MO-BP4', { systolicMmHg: 100, diastolicMmHg: 60 }, []],
    ['MO-BP4', { systolicMmHg: 99, diastolicMmHg: 60 }, ['lowSystolic watch']],
    ['MO-BP4', { systolicMmHg: 89, diastolicMmHg: 60 }, ['lowSystolic call']],
    ['MO-BP4', { systolicMmHg: 79, diastolicMmHg: 60 }, ['lowSystolic urgent']],
    ['MO-HR', { heartRateBpm: 50 }, []],
    ['MO-HR', { heartRateBpm: 49 }, ['lowHeartRate call']],
    ['MO-HR', { heartRateBpm: 39 }, ['lowHeartRate urgent']],
    ['MO-HR', { heartRateBpm: 110 }, []],
    ['MO-HR', { heartRateBpm: 111 }, ['highHeartRate watch']],
    ['MO-HR', { heartRateBpm: 121 }, ['highHeartRate call']],
    ['MO-HR', { heartRateBpm: 151 }, ['highHeartRate urgent']],
    ['MO-O2', { spo2Percent: 95 }, []],
    ['MO-O2', { spo2Percent: 94 }, ['lowSpo2 watch']],
    ['MO-O2', { spo2Percent: 91 }, ['lowSpo2 call']],
    ['MO-O2', { spo2Percent: 89 }, ['lowSpo2 urgent']],
    ['MO-RR', { respirationsPerMin: 10 }, []],
    ['MO-RR', { respirationsPerMin: 9 }, ['lowRespirations call']],
    ['MO-RR', { respirationsPerMin: 7 }, ['lowRespirations urgent']],
    ['MO-RR', { respirationsPerMin: 21 }, ['highRespirations watch']],
    ['MO-RR', { respirationsPerMin: 31 }, ['highRespirations call']],
    ['MO-SED', { sedationMoaas: 4 }, []],
    ['MO-SED', { sedationMoaas: 3 }, ['lowSedation watch']],
    ['MO-SED', { sedationMoaas: 2 }, ['lowSedation call']],
    ['MO-SED', { sedationMoaas: 1 }, ['lowSedation urgent']],
  ] as const)('%s: %j crosses %j', (_, vitals, expected) => expect(named(vitals)).toEqual(expected))

  test('MO-BP3: a rise counts from the reading before the dose', () => {
    expect(named({ systolicMmHg: 149, diastolicMmHg: 80 }, 110)).toEqual([])
    expect(named({ systolicMmHg: 150, diastolicMmHg: 80 }, 110)).toEqual(['risenSystolic call'])
  })
})

test('what was not measured crosses nothing, and is not taken for 0', () => expect(named({})).toEqual([]))

test('a higher systolic pressure never calms the alarm', () => {
  const worst = (systolicMmHg: number) =>
    Math.max(
      -1,
      ...crossingsIn({ ...unmeasured, systolicMmHg, diastolicMmHg: 80 }, limits, 120).map(({ level }) =>
        ['watch', 'call', 'urgent'].indexOf(level),
      ),
    )
  const rises = fc.property(
    fc.integer({ min: 100, max: 300 }),
    fc.nat(50),
    (at, more) => worst(at + more) >= worst(at),
  )
  expect(fc.check(rises).failed).toBe(false)
})

test('what crossed a limit stands until that same value was measured again, whatever else was', () => {
  const high = { ...unmeasured, systolicMmHg: 190, diastolicMmHg: 100 }
  const oxygen = { ...unmeasured, spo2Percent: 97 }
  expect(lastMeasured([high, oxygen])).toEqual({ ...high, spo2Percent: 97 })
  expect(crossingsIn(lastMeasured([high, oxygen]), limits, 120).length).toBeGreaterThan(0)
  const calm = { ...unmeasured, systolicMmHg: 120, diastolicMmHg: 80 }
  expect(crossingsIn(lastMeasured([high, oxygen, calm]), limits, 120)).toEqual([])
  expect(lastMeasured([])).toEqual(unmeasured)
})
