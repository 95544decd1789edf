import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Protocol } from '../protocol/protocol.ts'
import { comparison, nothingWritten, readOrder, type TypedOrder } from './typedOrder.ts'

const protocolNamed = (id: string) =>
  JSON.parse(readFileSync(new URL(`../../content/protocols/${id}.json`, import.meta.url), 'utf8')) as Protocol
const protocol = protocolNamed('sublingual')
const whole: TypedOrder = {
  product: 'racemic',
  form: 'lozenge',
  amount: '115.3',
  salt: 'hydrochloride',
  minutes: '',
  weight: '80',
  doses: '6',
  until: '2026-12-31',
  reason: '',
}
const read = (more: Partial<TypedOrder>) => readOrder({ ...whole, ...more }, protocol)

test('nothing is filled in, and every field that is needed is named', () =>
  expect(readOrder(nothingWritten, protocol)).toEqual({
    ok: false,
    refusal: {
      product: 'missing',
      form: 'missing',
      amount: 'missing',
      salt: 'missing',
      doses: 'missing',
      until: 'missing',
    },
  }))

test('the amount stays the label’s own, with the base beside it; a decimal comma is a decimal point', () => {
  expect(read({ amount: '115,3' })).toMatchObject({
    ok: true,
    value: { labelMg: 115.3, labelSalt: 'hydrochloride' },
  })
  expect(comparison(whole, protocol)).toMatchObject({ baseMg: 100, range: { tier: 'inside' } })
})

test.each(['1OO', '-5', '0', '12345', '1.234', ''])('%j is no amount', (amount) =>
  expect(read({ amount }).ok).toBe(false),
)

test('outside what was published a reason is asked for, and with one it can be signed', () => {
  expect(read({ amount: '400', salt: 'base' })).toEqual({ ok: false, refusal: { reason: 'reason' } })
  expect(read({ amount: '400', salt: 'base', reason: 'as discussed' })).toMatchObject({ ok: true })
})

test('how many doses is a whole number from 1 to 20', () => {
  for (const doses of ['0', '21', '2.5', 'two'])
    expect(read({ doses })).toEqual({ ok: false, refusal: { doses: 'number' } })
  expect(read({ doses: '20' }).ok).toBe(true)
})

test('a weight that cannot be is named; none is none', () => {
  expect(read({ weight: '8' })).toMatchObject({ ok: false, refusal: { weight: 'number' } })
  expect(read({ weight: '', reason: 'not weighed' })).toMatchObject({ ok: true, value: { weightKg: null } })
})

test('an infusion says how long it runs, and no longer than the stay counts on', () => {
  const infusion = { ...whole, form: 'infusion', amount: '40', salt: 'base' } as const
  const over = (minutes: string) => readOrder({ ...infusion, minutes }, protocolNamed('iv-infusion'))
  expect(over('')).toEqual({ ok: false, refusal: { minutes: 'missing' } })
  expect(over('4O')).toEqual({ ok: false, refusal: { minutes: 'number' } })
  expect(over('61')).toEqual({ ok: false, refusal: { minutes: 'beyond' } })
  expect(over('39')).toEqual({ ok: false, refusal: { reason: 'reason' } })
  expect(over('40')).toMatchObject({ ok: true, value: { overMinutes: 40 } })
  expect(read({ minutes: '40' })).toMatchObject({ ok: true, value: { overMinutes: null } })
})

test('more than the label names at all is said at the amount', () => {
  const spray = {
    ...whole,
    product: 'esketamine',
    form: 'nasal-spray',
    salt: 'base',
    reason: 'asked',
  } as const
  const of = (amount: string) => readOrder({ ...spray, amount }, protocolNamed('esketamine'))
  expect(of('84.01')).toEqual({ ok: false, refusal: { amount: 'beyond' } })
  expect(of('84').ok).toBe(true)
})
