import { describe, expect, test } from 'vitest'
import { instant } from '../kernel/instant.ts'
import { baseMgKnown, faultIn } from './brought.ts'
import { nothingTyped, readTyped } from './typed.ts'

const timeZone = 'America/Los_Angeles'
/** Still the evening of the 28th there. */
const careNow = instant('2026-11-29T05:00:00Z')
const now = { careNow, timeZone }

describe('the date of a journey elsewhere', () => {
  const fault = (givenOn: string) => faultIn({ givenOn, labelMg: null, labelSalt: null }, careNow, timeZone)
  test.each(['2026', '2026-11', '2026-11-28', '1999-02', '2024-02-29'])(
    '%s is as exact as it was said',
    (on) => expect(fault(on)).toBeNull(),
  )
  test.each(['2026-11-29', '2026-12', '2027'])('%s has not come where the practice is', (on) =>
    expect(fault(on)).toBe('ahead'),
  )
  test.each(['', '26', '2026-13', '2026-02-30', '2026-11-28T10:00:00Z', 'May 2026'])(
    '"%s" is no date',
    (on) => expect(fault(on)).toBe('not-a-date'),
  )
})

test('milligrams of base stand beside the label, and are unknown where the amount or its salt is', () => {
  expect(baseMgKnown({ labelMg: 115.3, labelSalt: 'hydrochloride' })).toBe(100)
  expect(baseMgKnown({ labelMg: 100, labelSalt: 'base' })).toBe(100)
  expect(baseMgKnown({ labelMg: 100, labelSalt: null })).toBeNull()
  expect(baseMgKnown({ labelMg: null, labelSalt: null })).toBeNull()
})

describe('what was typed', () => {
  const read = (typed: Partial<typeof nothingTyped>, on = '2026-05') =>
    readTyped({ ...nothingTyped, ...typed }, on, now)

  test('is known where something was typed, and unknown where nothing was', () =>
    expect(read({ source: 'client', amount: '100,5', tolerated: 'unwanted' })).toEqual({
      ok: true,
      value: {
        givenOn: '2026-05',
        product: null,
        route: null,
        labelMg: 100.5,
        labelSalt: null,
        givenWhere: null,
        tolerated: 'unwanted',
        howItWent: null,
        source: 'client',
        sourceWords: null,
      },
    }))
  test('names each field that cannot be read, and guesses none', () => {
    expect(read({ amount: '1OO' }, '')).toEqual({
      ok: false,
      refusal: { date: 'date', amount: 'amount', source: 'source' },
    })
    expect(read({ source: 'client', salt: 'base' })).toEqual({ ok: false, refusal: { salt: 'salt' } })
    expect(read({ source: 'client' }, '2027')).toEqual({ ok: false, refusal: { date: 'ahead' } })
  })
})
