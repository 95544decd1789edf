import type { BenchPlan } from './asked.ts'
import { connections, type Stage } from './stage.ts'
import type { Table } from './table.ts'
import { targetsOn } from './targets.ts'
import { fire } from './wire.ts'

const practices = 1_000
const people = 100

/**
 * Bar 13: what bars 1 to 4 cost in a large house, against one practice of a hundred people, in turn. The cost is the
 * time of one answer; it is 1 when size costs nothing.
 */
export async function costOfSize(stage: Stage, plan: BenchPlan, table: Table): Promise<void> {
  if (plan.facts === undefined) return
  const fewReadings = Math.round((plan.facts * 1_000_000) / (practices * people))
  console.error(`making ${practices} practices of ${people} people, with ${plan.facts} million readings`)
  const began = performance.now()
  await stage.makeDatabase('large')
  const large = targetsOn(await stage.fill('large', { practices, people, full: 1, fewReadings }))
  await stage.makeDatabase('small')
  const small = targetsOn(await stage.fill('small', { practices: 1, people, full: people, fewReadings: 200 }))
  await stage.forget('large')
  console.error(`made in ${Math.round((performance.now() - began) / 1000)} s`)
  const [largeHouse, smallHouse] = [await stage.startHouse('large'), await stage.startHouse('small')]
  const pairs = large.slice(0, 4).map((target, at) => ({ large: target, small: small[at]! }))
  const costs = new Map(pairs.map(({ large: { name } }) => [name, [] as number[]]))
  for (let round = 0; round <= plan.rounds; round += 1)
    for (const pair of pairs) {
      const rateOf = async (port: number, next: (typeof pair.large)['next']) =>
        (await fire(port, { connections, ms: plan.ms }, next)).rate
      const cost =
        (await rateOf(smallHouse.port, pair.small.next)) / (await rateOf(largeHouse.port, pair.large.next))
      // The first round warms both.
      if (round > 0) costs.get(pair.large.name)!.push(cost)
    }
  const scanned = await stage.scanned('large')
  if (scanned.length > 0) console.error(`read from end to end: ${scanned.join(', ')}`)
  table.add([13, 'large tables read from end to end'], [scanned.length], { must: 0, aim: 0, digits: 0 })
  for (const [name, all] of costs)
    table.add([13, `${name}: cost at ${plan.facts} million facts`], all, { must: 1.5, aim: 1.1 })
}
