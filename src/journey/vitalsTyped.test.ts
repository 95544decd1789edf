import { expect, test } from 'vitest'
import { nothingTyped, readTyped, typedFrom } from './vitalsTyped.ts'

const read = (typed: object) => readTyped({ ...nothingTyped, ...typed })

test('what is left empty was not measured', () =>
  expect(read({ heartRateBpm: ' 88 ' })).toMatchObject({
    ok: true,
    value: { heartRateBpm: 88, spo2Percent: null },
  }))

test('half a pressure names the half that is missing', () => {
  expect(read({ systolicMmHg: '138' })).toEqual({ ok: false, refusal: { diastolicMmHg: 'both-pressures' } })
  expect(read({ diastolicMmHg: '84' })).toEqual({ ok: false, refusal: { systolicMmHg: 'both-pressures' } })
})

test.each(['7O', '1380', '-5', '13.5', '351', '19'])(
  '%s is no upper pressure, and is not made into one',
  (systolicMmHg) =>
    expect(read({ systolicMmHg, diastolicMmHg: '84' })).toEqual({
      ok: false,
      refusal: { systolicMmHg: 'whole-number' },
    }),
)

test('an oxygen of 101 is named, one of 0 is taken', () => {
  expect(read({ spo2Percent: '101' }).ok).toBe(false)
  expect(read({ spo2Percent: '0' })).toMatchObject({ ok: true, value: { spo2Percent: 0 } })
})

test.each([
  ['118', '196', { diastolicMmHg: 'lower-above' }],
  ['104', '104', { diastolicMmHg: 'lower-above' }],
  ['1380', '86', { systolicMmHg: 'whole-number' }],
  ['13', '8', { systolicMmHg: 'whole-number', diastolicMmHg: 'whole-number' }],
])('%s over %s is named by what is wrong with it', (systolicMmHg, diastolicMmHg, refusal) =>
  expect(read({ systolicMmHg, diastolicMmHg })).toEqual({ ok: false, refusal }),
)

test('nothing at all is no reading', () =>
  expect(read({})).toEqual({ ok: false, refusal: { systolicMmHg: 'something-first' } }))

test('a reading goes into the form and comes out the same', () => {
  const typed = { ...nothingTyped, systolicMmHg: '138', diastolicMmHg: '84', sedationMoaas: '4' }
  const once = readTyped(typed)
  expect(once.ok && typedFrom(once.value)).toEqual(typed)
})
