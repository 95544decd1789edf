import { openCeilings } from './ceilings.ts'
import type { BenchPlan } from './asked.ts'
import { median } from './table.ts'
import type { Stage } from './stage.ts'
import type { Table } from './table.ts'
import { fire, type Shot } from './wire.ts'

const people = 100_000
const times = ['week', 'month', 'quarter', 'half-year', 'year']

/** One course each, followed at five times: two in three came back, and what became of them differs. */
const followed = `
  insert into outcome_point (practice_id, course_id, person_id, instrument_id, time, protocol_id, route, opens_at, closes_at,
    baseline, baseline_band, total, answered_at, change, reliable, response, remission)
  select practice_id, id, person_id, 'phq-9', time, (array['sublingual', 'intramuscular'])[1 + n % 2],
    (array['sublingual', 'intramuscular'])[1 + n % 2], begun_at + nth * interval '7 days', begun_at + nth * interval '14 days',
    8 + n % 20, (array['moderate', 'moderately-severe', 'severe'])[1 + n % 3],
    total, case when total is not null then begun_at + nth * interval '8 days' end, total - (8 + n % 20),
    case when total is null then 'unknown' when total - (8 + n % 20) <= -6 then 'improvement' else 'no-reliable-change' end,
    total <= (8 + n % 20) / 2.0, total < 5
  from (select c.*, (row_number() over (order by id))::int as n from course c) numbered,
    unnest($1::text[]) with ordinality as each(time, nth),
    lateral (select case when (n + nth) % 3 > 0 then (n * 7 + nth * 5) % 28 end::float8 as total) answered`

/** The same rows counted by the same parts, with nothing in between. */
const bare = `select time, protocol_id, route, baseline_band, change, reliable, response, remission, total is not null,
  closes_at <= now(), count(*)::int from outcome_point where instrument_id = 'phq-9' and opens_at <= now()
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`

/** Bar 15, our own: the outcomes of a practice of 100,000 people. */
export async function outcomesOfMany(stage: Stage, plan: BenchPlan, table: Table): Promise<void> {
  if (!plan.outcomes) return
  await stage.makeDatabase('outcomes')
  const { sessions } = await stage.fill('outcomes', { practices: 1, people, full: 1, fewReadings: 0 })
  const ceilings = await openCeilings(stage.ownerOf('outcomes'), 1)
  await ceilings.query(followed, [times])
  await ceilings.query('vacuum (analyze) outcome_point')
  const house = await stage.startHouse('outcomes')
  const { token, seatId } = sessions[0]!.monitor
  const headers = { cookie: `__Host-throughline=${token}`, 'throughline-seat': seatId }
  const page: Shot = { method: 'GET', path: '/api/outcomes?instrument=phq-9', headers }
  const [ratios, seconds]: number[][] = [[], []]
  for (let round = 0; round <= plan.rounds; round += 1) {
    const began = performance.now()
    await ceilings.query(bare)
    const bareMs = performance.now() - began
    const { times: all } = await fire(house.port, { connections: 1, ms: 100 }, () => page)
    // The first round warms both.
    if (round === 0) continue
    ratios!.push(bareMs / all[0]!)
    seconds!.push(all[0]! / 1000)
  }
  const what = `outcomes of ${people.toLocaleString('en')} people (${median(seconds!).toFixed(2)} s), against the same rows counted bare`
  table.add([15, what], ratios!, { must: 0.5, aim: 0.8, more: true })
  await ceilings.close()
}
