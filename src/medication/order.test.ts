import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, instant } from '../kernel/instant.ts'
import type { Protocol } from '../protocol/protocol.ts'
import { baseMgOf, checkRange, orderInForce, writtenOrder, type Order, type OrderWritten } from './order.ts'

const read = async (id: string): Promise<Protocol> =>
  JSON.parse(await readFile(new URL(`../../content/protocols/${id}.json`, import.meta.url), 'utf8'))
const [sublingual, im, iv, spray] = [
  await read('sublingual'),
  await read('im'),
  await read('iv-therapy'),
  await read('esketamine'),
]
const now = instant('2026-03-02T17:00:00Z')

describe('milligrams of base', () => {
  test.each([
    [11.53, 'hydrochloride', 10],
    [115.3, 'hydrochloride', 100],
    [100, 'base', 100],
    [100, 'hydrochloride', 86.73],
  ] as const)('%d mg of %s are %d mg of base', (labelMg, labelSalt, base) =>
    expect(baseMgOf({ labelMg, labelSalt })).toBe(base),
  )
})

describe('a typed amount against the published range, under the tongue', () => {
  test.each([
    [49.99, 70, 'reason', 'below'],
    [50, 70, 'inside', null],
    [300, 70, 'inside', null],
    [300.01, 70, 'reason', 'above'],
    [450, 70, 'reason', 'above'],
    [450.01, 70, 'second', 'above'],
    [280, 40, 'inside', null],
    [280.01, 40, 'second', 'above'],
    [450.1, 64.3, 'second', 'above'],
    [100, null, 'second', 'weight-unknown'],
  ] as const)('%d mg of base at %s kg: %s', (...[baseMg, weightKg, tier, crossed]) =>
    expect(checkRange(sublingual.order, { baseMg, weightKg, overMinutes: null })).toMatchObject({
      tier,
      crossed,
    }),
  )
})

describe('into a muscle', () => {
  test.each([
    [39.99, 80, 'reason', 'below'],
    [40, 80, 'inside', null],
    [60, 80, 'inside', null],
    [60.01, 80, 'reason', 'above'],
    [120, 80, 'reason', 'above'],
    [120.01, 80, 'second', 'above'],
    [40, null, 'second', 'weight-unknown'],
  ] as const)('%d mg of base at %s kg: %s', (...[baseMg, weightKg, tier, crossed]) =>
    expect(checkRange(im.order, { baseMg, weightKg, overMinutes: null })).toMatchObject({ tier, crossed }),
  )
})

describe('into a vein, at 80 kg', () => {
  test.each([
    [7.99, 40, 'reason', 'below'],
    [8, 40, 'inside', null],
    [60, 40, 'inside', null],
    [60, 39, 'reason', 'faster'],
    [60.01, 40, 'reason', 'above'],
    [80, 60, 'reason', 'above'],
    [80.01, 60, 'second', 'above'],
  ] as const)('%d mg of base over %d minutes: %s', (...[baseMg, overMinutes, tier, crossed]) =>
    expect(checkRange(iv.order, { baseMg, weightKg: 80, overMinutes })).toMatchObject({ tier, crossed }),
  )
  test('slower than the stay counts on is not of this protocol, nor is an infusion without its minutes', () => {
    const infusion = { ...written, form: 'infusion', route: 'iv', labelMg: 40, labelSalt: 'base' } as const
    const write = (overMinutes: number | null) =>
      writtenOrder({ ...infusion, overMinutes }, { protocol: iv, inForce: undefined }, now)
    expect(write(60)).toMatchObject({ ok: true, value: { range: 'inside' } })
    expect(write(61)).toMatchObject({ refusal: 'order-not-of-protocol' })
    expect(write(null)).toMatchObject({ refusal: 'order-not-of-protocol' })
  })
})

describe('into the nose', () => {
  test.each([
    [28, 'reason', 'not-listed'],
    [56, 'inside', null],
    [57, 'reason', 'not-listed'],
    [84, 'inside', null],
  ] as const)('%d mg of base: %s', (...[baseMg, tier, crossed]) =>
    expect(checkRange(spray.order, { baseMg, weightKg: null, overMinutes: null })).toMatchObject({
      tier,
      crossed,
    }),
  )
  test('more than the label names at all cannot be signed, whatever the reason', () => {
    const sprayed = { ...written, product: 'esketamine', form: 'nasal-spray', route: 'intranasal' } as const
    const write = (labelMg: number) =>
      writtenOrder(
        { ...sprayed, labelMg, labelSalt: 'base', rangeReason: 'asked for' },
        { protocol: spray, inForce: undefined },
        now,
      )
    expect(write(84)).toMatchObject({ ok: true, value: { range: 'inside' } })
    expect(write(28)).toMatchObject({ ok: true, value: { range: 'reason' } })
    expect(write(84.01)).toMatchObject({ refusal: 'order-not-of-protocol' })
  })
})

test('more is never judged more lightly', () => {
  const weight = { inside: 0, reason: 1, second: 2 }
  const tierAt = (mg: number, kg: number) =>
    weight[checkRange(sublingual.order, { baseMg: mg, weightKg: kg, overMinutes: null }).tier]
  const rises = fc.property(
    fc.integer({ min: 50, max: 600 }),
    fc.nat(300),
    fc.integer({ min: 30, max: 200 }),
    (mg, more, kg) => tierAt(mg + more, kg) >= tierAt(mg, kg),
  )
  expect(fc.check(rises).failed).toBe(false)
})

const written: OrderWritten = {
  product: 'racemic',
  form: 'lozenge',
  route: 'sublingual',
  labelMg: 100,
  labelSalt: 'hydrochloride',
  weightKg: 70,
  overMinutes: null,
  doses: 2,
  validUntil: now + 30 * day,
  rangeReason: null,
  supersedes: null,
}
const order: Order = {
  ...written,
  id: 'a',
  broken: false,
  baseMg: 86.73,
  range: 'inside',
  signedBy: 'p',
  signedByName: 'P',
  signerPrescribes: true,
  signedAt: now - day,
  second: null,
  stoppedAt: null,
  supersededAt: null,
  dosesGiven: 0,
}
const write = (more: Partial<OrderWritten>, inForce?: Order) =>
  writtenOrder({ ...written, ...more }, { protocol: sublingual, inForce }, now)

describe('what may be signed', () => {
  test('an order inside the range, with the milligrams of base beside it', () =>
    expect(write({})).toMatchObject({ ok: true, value: { baseMg: 86.73, range: 'inside' } }))
  test('outside the range only with a reason', () => {
    expect(write({ labelMg: 400 })).toMatchObject({ refusal: 'order-needs-reason' })
    expect(write({ labelMg: 400, rangeReason: 'Earlier doses were held well.' })).toMatchObject({
      value: { range: 'reason' },
    })
  })
  test('only what the course’s protocol knows', () => {
    expect(write({ form: 'injection' })).toMatchObject({ refusal: 'order-not-of-protocol' })
    expect(write({ route: 'im' })).toMatchObject({ refusal: 'order-not-of-protocol' })
    expect(write({ product: 'esketamine' })).toMatchObject({ refusal: 'order-not-of-protocol' })
  })
  test('not one that is over already', () =>
    expect(write({ validUntil: now })).toMatchObject({ refusal: 'order-over' }))
  test('a second order only in place of the first', () => {
    expect(write({}, order)).toMatchObject({ refusal: 'order-in-force' })
    expect(write({ supersedes: 'a' }, order)).toMatchObject({ ok: true })
    expect(write({ supersedes: 'gone' })).toMatchObject({ refusal: 'order-in-force' })
  })
})

describe('the order in force', () => {
  const later = { ...order, id: 'b', signedAt: now }
  test('is the newest', () => expect(orderInForce([order, later], now)?.id).toBe('b'))
  test('is not one that was stopped or replaced, from that moment on', () => {
    expect(orderInForce([{ ...order, stoppedAt: now }], now)).toBeUndefined()
    expect(orderInForce([{ ...order, stoppedAt: now }], now - 1)?.id).toBe('a')
    expect(orderInForce([{ ...order, supersededAt: now }], now)).toBeUndefined()
  })
  test('is none before it was signed', () => expect(orderInForce([later], now - 1)).toBeUndefined())
})
