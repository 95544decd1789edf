// `npm run bench`: each operation in turn beside the ceiling of this machine, round after round, so that whatever else
// the machine does weighs on both. Prints ratios; absolute figures move with the machine. BENCH_ROUNDS, BENCH_MS.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../src/platform/db/migrate.ts'
import { prepareJobs } from '../src/platform/jobs/jobs.ts'
import { startThrowawayPostgres, urlOf } from '../src/platform/testing/postgres.ts'
import { openCeilings } from './ceilings.ts'
import { startChild, type Child } from './child.ts'
import { firstLoads } from './loads.ts'
import { seedPractice } from './seed.ts'
import { targetsOn, type Target } from './targets.ts'
import { fire, type Tally } from './wire.ts'

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 8)
const ms = Number(process.env['BENCH_MS'] ?? 2_000)
const connections = 16
const poolSize = 12

const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
chmodSync(folder, 0o700)
// As in real use: every commit is on the disk before it is answered.
const database = await startThrowawayPostgres([])
const [ownerUrl, appUrl] = [
  urlOf(database.socket, 'owner', 'bench'),
  urlOf(database.socket, 'throughline_app', 'bench'),
]
const admin = new pg.Client(urlOf(database.socket, 'owner', 'postgres'))
await admin.connect()
await admin.query('create database bench')
await admin.end()

const env = { BENCH_OWNER: ownerUrl, BENCH_APP: appUrl, BENCH_FOLDER: folder }
const fresh = performance.now()
await migrate(ownerUrl)
await prepareJobs(ownerUrl)
const firstMs = performance.now() - fresh
let house = await startChild('house.ts', env)
const firstStart = firstMs + house.readyMs
const idle = await house.usage()
await house.stop()
house = await startChild('house.ts', env)
const restart = house.readyMs

const owner = new pg.Client(ownerUrl)
await owner.connect()
const targets = targetsOn(await seedPractice(owner, 100))
await owner.end()
const ceilings = await openCeilings(ownerUrl, connections)
const hello = await startChild('hello.ts')

type Measured = {
  readonly ratios: number[]
  readonly cpuMs: number[]
  readonly p99: number[]
  readonly wal: number[]
}
const measured = new Map<Target, Measured>(
  targets.map((target) => [target, { ratios: [], cpuMs: [], p99: [], wal: [] }]),
)
const p99Of = ({ times }: Tally) => times[Math.floor(times.length * 0.99)] ?? Number.NaN

console.error(
  `${rounds} rounds of ${ms} ms a target, ${connections} connections, pool of ${poolSize}, fsync on`,
)
const plainWal = await ceilings.walPerRow()
for (const target of targets) await fire(house.port, { connections, ms: 1_000 }, target.next)
for (let round = 1; round <= rounds; round += 1) {
  const ceiling = {
    insert: (await ceilings.insert(ms)).rate,
    read: (await ceilings.read(ms)).rate,
    hello: (
      await fire(hello.port, { connections, ms }, () => ({ method: 'GET', path: '/hello', headers: {} }))
    ).rate,
  }
  for (const target of targets) {
    const before = { usage: await house.usage(), wal: await ceilings.walAt() }
    const tally = await fire(house.port, { connections, ms }, target.next)
    const after = { usage: await house.usage(), wal: await ceilings.walAt() }
    const into = measured.get(target)!
    into.ratios.push(tally.rate / ceiling[target.ceiling])
    into.cpuMs.push(cpuBetween(before.usage.cpu, after.usage.cpu) / tally.done)
    into.wal.push((after.wal - before.wal) / tally.done / plainWal)
    into.p99.push(p99Of(tally))
  }
  console.error(
    `round ${round}: ${Object.entries(ceiling)
      .map(([name, rate]) => `${name} ${Math.round(rate)}/s`)
      .join(', ')}`,
  )
}
const loaded = await house.usage()

const spread = (all: readonly number[], digits: number) => {
  const sorted = all.toSorted((a, b) => a - b)
  const [least, middle, most] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)]
  return [least, middle, most].map((value) => value!.toFixed(digits)).join(' / ')
}
const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!
const verdict = (value: number, { must, aim }: { must: number; aim: number }, more = true) => {
  const beats = (bar: number) => (more ? value >= bar : value <= bar)
  return beats(aim) ? 'aim' : beats(must) ? 'must' : 'MISSED'
}

const table: string[][] = [['bar', 'what', 'least / median / most', 'must', 'aim', '']]
for (const [target, { ratios, p99 }] of measured)
  table.push([
    String(target.bar),
    `${target.name}, against ${target.ceiling} (p99 ${spread(p99, 1)} ms)`,
    spread(ratios, 3),
    String(target.must),
    String(target.aim),
    verdict(median(ratios), target),
  ])
const [vital, , read] = targets
const row = (
  [bar, what]: readonly [string, string],
  all: readonly number[],
  bars: { must: number; aim: number; digits?: number },
) =>
  table.push([
    bar,
    what,
    spread(all, bars.digits ?? 2),
    String(bars.must),
    String(bars.aim),
    verdict(median(all), bars, false),
  ])
row(['6', 'WAL of a vital sign, in plain rows'], measured.get(vital!)!.wal, { must: 5, aim: 3 })
row(['7', 'Node CPU of a write, ms'], measured.get(vital!)!.cpuMs, { must: 0.6, aim: 0.3 })
row(['7', 'Node CPU of a read of 200, ms'], measured.get(read!)!.cpuMs, { must: 1.1, aim: 0.55 })
row(['8', 'restart to the first answer, s (process start apart)'], [restart / 1000], { must: 1.2, aim: 0.6 })
row(['8', 'first start on an empty database, s (initdb apart)'], [firstStart / 1000], { must: 10, aim: 5 })
row(['9', 'memory idle, MB'], [idle.rssMb], { must: 160, aim: 115, digits: 0 })
row(['9', 'memory under load, MB'], [loaded.rssMb], { must: 390, aim: 270, digits: 0 })
for (const { what, kb, must, aim } of firstLoads())
  row(['11', `first load of ${what}, KB gzip`], [kb], { must, aim, digits: 1 })
print(table)

await stopAll([house, hello])
await ceilings.close()
await database.stop()
rmSync(folder, { recursive: true })
process.exit(table.some((cells) => cells.at(-1) === 'MISSED') ? 1 : 0)

function cpuBetween(before: NodeJS.CpuUsage, after: NodeJS.CpuUsage): number {
  return (after.user + after.system - before.user - before.system) / 1000
}

async function stopAll(children: readonly Child[]): Promise<void> {
  for (const child of children) await child.stop()
}

function print(rows: readonly string[][]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)))
  for (const cells of rows)
    console.log(
      cells
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
}
