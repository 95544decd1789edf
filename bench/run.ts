// `npm run bench`: see --help, or asked.ts. Absolute figures move with the machine; what is printed are ratios.
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { benchPlan } from './asked.ts'
import { openCeilings } from './ceilings.ts'
import { evaluationsMs } from './gates.ts'
import { firstLoads } from './loads.ts'
import { noisyFrom } from './noise.ts'
import { outcomesOfMany } from './outcomes.ts'
import { p99Of, rounds, type Measured } from './rounds.ts'
import { costOfSize } from './size.ts'
import { connections, openStage, type Stage } from './stage.ts'
import { openTable, spread } from './table.ts'
import { targetsOn } from './targets.ts'
import { seenOnSecondScreen } from './live.ts'
import { scoredPerSecond } from './scoring.ts'
import { dependenciesMb, secondsToSignIn } from './weights.ts'

const plan = benchPlan(process.argv.slice(2))
const table = openTable()
console.error(
  `${plan.rounds} rounds of ${plan.ms} ms an operation, ${connections} connections, ${cpus().length} cores, fsync on`,
)
if ([1, 2, 3, 4, 5, 6, 7, 8, 9, 12].some(plan.wants)) await onStage(operations)
if (plan.facts !== undefined) await onStage((stage) => costOfSize(stage, plan, table))
if (plan.outcomes) await onStage((stage) => outcomesOfMany(stage, plan, table))
if (plan.wants(2)) {
  const thousands = scoredPerSecond(plan.ms) / 1000
  table.add([2, 'responses scored, thousands a second, one thread'], [thousands], {
    must: 1,
    aim: 5,
    more: true,
  })
}
if (plan.wants(10))
  table.add([10, 'production dependencies, MB'], [dependenciesMb()], { must: 90, aim: 45, digits: 0 })
if (plan.wants(11))
  for (const { what, kb, must, aim } of firstLoads())
    table.add([11, `first load of ${what}, KB gzip`], [kb], { must, aim, digits: 1 })
if (plan.wants(14))
  table.add([14, 'one command to a sign-in, s'], [await secondsToSignIn()], { must: 60, aim: 60, digits: 1 })
if (plan.wants(16))
  table.add([16, 'all rules asked of 200 facts, ms, one thread'], evaluationsMs(plan.ms), {
    must: 2,
    aim: 1,
  })
console.log(String(table))
process.exit(table.missed() && !plan.short ? 1 : 0)

/** Whatever happens on it, nothing that was started stays. */
async function onStage(work: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = await openStage()
  try {
    await work(stage)
  } finally {
    await stage.close()
  }
}

async function operations({ makeDatabase, startHouse, start, fill, ownerOf }: Stage): Promise<void> {
  const firstMs = await makeDatabase('bench')
  const first = await startHouse('bench')
  const cold = await first.usage()
  await first.stop()
  const house = await startHouse('bench')
  const idle = await house.usage()
  if (plan.wants(8)) starts({ restartMs: house.readyMs, firstMs: firstMs + first.readyMs })
  const seeded = await fill('bench', { practices: 1, people: 100, full: 100, fewReadings: 200 })
  const targets = targetsOn(seeded).filter(({ bar }) => plan.wants(bar) || neededBy(bar).some(plan.wants))
  const ceilings = await openCeilings(ownerOf('bench'), connections)
  const profiled = plan.profile === undefined ? undefined : await house.profile()
  const { measured, noise } = await rounds({ plan, ceilings, hello: await start('hello.ts'), house, targets })
  if (profiled) writeFileSync(plan.profile!, JSON.stringify(await profiled()))
  const loaded = await house.usage()
  for (const one of measured) if (plan.wants(one.target.bar)) ratiosOf(one)
  spentBy(measured)
  if (plan.wants(9)) {
    table.add([9, 'memory idle, MB'], [idle.rssMb], { must: 160, aim: 115, digits: 0 })
    table.add([9, 'memory idle after the very first start, MB'], [cold.rssMb], {
      must: 160,
      aim: 115,
      digits: 0,
    })
    table.add([9, 'memory under load, MB'], [loaded.rssMb], { must: 390, aim: 270, digits: 0 })
  }
  if (plan.wants(12)) await secondScreen()
  await ceilings.close()
  const noisy = noise.filter(({ others = 0 }) => others > noisyFrom).length
  if (noisy > 0)
    console.error(
      `${noisy} of ${noise.length} rounds were noisy: others took more than ${noisyFrom * 100} % of the machine`,
    )

  async function secondScreen() {
    const tally = await seenOnSecondScreen(house.port, seeded, plan.short ? 20 : 500)
    table.add([12, 'change seen on the second screen, ms, p99'], [p99Of(tally)], {
      must: 300,
      aim: 100,
      digits: 0,
    })
  }
}

function starts({ restartMs, firstMs }: { restartMs: number; firstMs: number }): void {
  const [restart, first] = [restartMs / 1000, firstMs / 1000]
  table.add([8, 'restart to the first answer, s (process start apart)'], [restart], { must: 1.2, aim: 0.6 })
  table.add([8, 'first start on an empty database, s (initdb apart)'], [first], { must: 10, aim: 5 })
}

/** Bars that are read off another one's run. */
function neededBy(bar: number): number[] {
  if (bar === 1) return [6, 7, 9]
  return bar === 3 ? [5, 7, 9] : []
}

function ratiosOf({ target, ratios, p99 }: Measured): void {
  const what = `${target.name}, against ${target.ceiling} (p99 ${spread(p99, 1)} ms)`
  table.add([target.bar, what], ratios, { must: target.must, aim: target.aim, more: true, digits: 3 })
}

function spentBy(measured: readonly Measured[]): void {
  const of = (bar: number) => measured.find(({ target }) => target.bar === bar)
  if (plan.wants(6))
    table.add([6, 'WAL of a vital sign, in plain rows'], of(1)?.wal ?? [], { must: 5, aim: 3 })
  if (!plan.wants(7)) return
  table.add([7, 'Node CPU of a write, ms'], of(1)?.cpuMs ?? [], { must: 0.6, aim: 0.3 })
  table.add([7, 'Node CPU of a read of 200, ms'], of(3)?.cpuMs ?? [], { must: 1.1, aim: 0.55 })
}
