import { readdir, readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { cloneDatabase } from '../platform/testing/clone.ts'
import type { Protocol } from '../protocol/protocol.ts'
import { beyond, checkRange } from './order.ts'

const { owner, close } = await cloneDatabase()
afterAll(close)

const folder = new URL('../../content/protocols/', import.meta.url)
const protocols: Protocol[] = await Promise.all(
  (await readdir(folder)).map(async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8'))),
)

test('the database compares an order with each protocol’s range as the code does', async () => {
  const hundredth = (from: number, to: number) =>
    fc.integer({ min: from * 100, max: to * 100 }).map((n) => n / 100)
  const order = fc.record({
    protocol: fc.constantFrom(...protocols),
    baseMg: fc.oneof(hundredth(1, 600), fc.constantFrom(28, 56, 84, 84.01, 40, 60, 300, 450)),
    weightKg: fc.option(hundredth(40, 120).map((kg) => Math.round(kg * 10) / 10)),
    minutes: fc.integer({ min: 1, max: 120 }),
  })
  const same = fc.asyncProperty(order, async ({ protocol, baseMg, weightKg, minutes }) => {
    const overMinutes = protocol.route === 'iv' ? minutes : null
    const row = { base_mg: baseMg, weight_kg: weightKg, over_minutes: overMinutes }
    const { rows } = await owner.query(
      `select order_range(o, $2) as range, order_beyond(o, $2) as beyond
       from jsonb_populate_record(null::dose_order, $1) o`,
      [JSON.stringify(row), JSON.stringify(protocol)],
    )
    const compared = { baseMg, weightKg, overMinutes }
    expect(rows[0]).toEqual({
      range: checkRange(protocol.order, compared).tier,
      beyond: beyond(protocol.order, compared),
    })
  })
  await fc.assert(same, { numRuns: 400 })
})
