import { setTimeout as sleep } from 'node:timers/promises'
import { between, pick } from './chance.ts'
import type { Cluster } from './cluster.ts'
import type { KeptServer } from './kept.ts'

export const faults = [
  'server',
  'database',
  'backend',
  'both',
  'two',
  'starting',
  'migrating',
  'power',
] as const
export type Fault = (typeof faults)[number]

export const wordsOf: Readonly<Record<Fault, string>> = {
  server: 'the server',
  database: 'PostgreSQL, every process of it',
  backend: 'one backend of PostgreSQL',
  both: 'server and PostgreSQL together',
  two: 'one of two servers on one database',
  starting: 'either, again while it starts or recovers',
  migrating: 'either, while two servers migrate a new database',
  power: 'the power, on a disk that loses what is not synced',
}

export interface Target {
  readonly cluster: Cluster
  readonly servers: readonly KeptServer[]
}

type Random = () => number

/** Breaks it, and has it up again at the end. */
export async function strike(target: Target, fault: Fault, random: Random): Promise<void> {
  const { cluster, servers } = target
  if (fault === 'backend') return cluster.killBackend(random)
  if (fault === 'starting') return strikeWhileStarting(target, random)
  const one = pick(random, servers)
  const { server, database, power } = hit[fault]
  if (power) await cluster.cutPower()
  await Promise.all([server && one.kill(), database && cluster.kill()])
  if (database || power) await cluster.start()
  if (server) await one.start()
}

/** A new database is struck before it is written to; then it is treated as any other. */
const hit: Readonly<
  Record<Exclude<Fault, 'backend' | 'starting'>, { server?: true; database?: true; power?: true }>
> = {
  server: { server: true },
  two: { server: true },
  database: { database: true },
  both: { server: true, database: true },
  migrating: { server: true, database: true },
  power: { power: true },
}

/** First down, then down again while it comes back, and sometimes once more. */
async function strikeWhileStarting({ cluster, servers }: Target, random: Random): Promise<void> {
  const one = pick(random, servers)
  await Promise.all([one.kill(), cluster.kill()])
  for (let more = between(random, [1, 2]); more > 0; more -= 1) {
    const recovering = cluster.start().catch(died)
    await sleep(between(random, [5, 250]))
    await cluster.kill()
    await recovering
  }
  await cluster.start()
  for (let more = between(random, [1, 2]); more > 0; more -= 1) await killWhileStarting([one], random)
  await one.start()
}

/** Both servers begin on an empty database; now one of them, now both, now PostgreSQL dies in the middle of it. */
export async function strikeWhileMigrating(target: Target, kills: number, random: Random): Promise<void> {
  for (let kill = 0; kill < kills; kill += 1) {
    if (random() < 0.5) {
      await killWhileStarting(target.servers, random)
      continue
    }
    const starting = target.servers.map((server) => server.start().catch(died))
    await sleep(between(random, [300, 2_500]))
    await target.cluster.kill()
    await target.cluster.start()
    await Promise.all(target.servers.map((server) => server.kill()))
    await Promise.all(starting)
  }
}

async function killWhileStarting(servers: readonly KeptServer[], random: Random): Promise<void> {
  const starting = servers.map((server) => server.start().catch(died))
  await sleep(between(random, [300, 2_500]))
  await Promise.all(servers.map((server) => server.kill()))
  await Promise.all(starting)
}

/** It was meant to: what it leaves behind is what is looked at. */
function died(): void {}
