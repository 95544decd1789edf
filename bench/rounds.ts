import type { BenchPlan } from './asked.ts'
import type { openCeilings } from './ceilings.ts'
import type { Child } from './child.ts'
import { listenForNoise, noisyFrom, wordsOf, type Noise } from './noise.ts'
import { connections } from './stage.ts'
import type { Ceiling, Target } from './targets.ts'
import { fire, type Tally } from './wire.ts'

export interface Measured {
  readonly target: Target
  readonly ratios: number[]
  /** Of the server, for one answer. */
  readonly cpuMs: number[]
  readonly p99: number[]
  /** Write-ahead log of one, in plain rows. */
  readonly wal: number[]
}

interface Parts {
  readonly plan: BenchPlan
  readonly ceilings: Awaited<ReturnType<typeof openCeilings>>
  readonly hello: Child
  readonly house: Child
  readonly targets: readonly Target[]
}

export const p99Of = ({ times }: Tally) => times[Math.floor(times.length * 0.99)] ?? Number.NaN

/** Rounds in turn: the ceilings, then each target. A ratio is taken within its round, so what weighs on it weighs on both. */
export async function rounds(parts: Parts): Promise<{ measured: Measured[]; noise: Noise[] }> {
  const { plan, house, targets } = parts
  const measured = targets.map((target) => ({ target, ratios: [], cpuMs: [], p99: [], wal: [] }) as Measured)
  const plainWal = await parts.ceilings.walPerRow()
  const noise: Noise[] = []
  for (const { next } of targets) await fire(house.port, { connections, ms: warmMs(plan) }, next)
  for (let round = 1; round <= plan.rounds; round += 1) {
    const heard = listenForNoise()
    const rates = await ceilingRates(parts)
    for (const into of measured) await one(parts, into, { rates, plainWal })
    noise.push(heard())
    tellRound(round, rates, noise.at(-1)!)
  }
  return { measured, noise }
}

const warmMs = ({ short, ms }: BenchPlan) => (short ? ms : Math.max(ms, 1_500))

type Rates = Partial<Record<Ceiling, number>>

async function ceilingRates({ plan: { ms }, ceilings, hello, targets }: Parts): Promise<Rates> {
  const rates: Rates = {}
  const needed = new Set(targets.map(({ ceiling }) => ceiling))
  if (needed.has('insert')) rates.insert = (await ceilings.insert(ms)).rate
  if (needed.has('read')) rates.read = (await ceilings.read(ms)).rate
  if (needed.has('hello')) rates.hello = (await fire(hello.port, { connections, ms }, askHello)).rate
  return rates
}

const askHello = () => ({ method: 'GET', path: '/hello', headers: {} }) as const

async function one(
  { plan: { ms }, house, ceilings }: Parts,
  { target, ratios, cpuMs, p99, wal }: Measured,
  { rates, plainWal }: { rates: Rates; plainWal: number },
): Promise<void> {
  const before = { usage: await house.usage(), wal: await ceilings.walAt() }
  const tally = await fire(house.port, { connections, ms }, target.next)
  const after = { usage: await house.usage(), wal: await ceilings.walAt() }
  if (target.bar === 3) rates['own read-200'] = tally.rate
  const against = rates[target.ceiling]
  if (against !== undefined) ratios.push(tally.rate / against)
  cpuMs.push(cpuBetween(before.usage.cpu, after.usage.cpu) / tally.done)
  wal.push((after.wal - before.wal) / tally.done / plainWal)
  p99.push(p99Of(tally))
}

const cpuBetween = (before: NodeJS.CpuUsage, after: NodeJS.CpuUsage): number =>
  (after.user + after.system - before.user - before.system) / 1000

function tellRound(round: number, rates: Rates, noise: Noise): void {
  const told = Object.entries(rates).map(([name, rate]) => `${name} ${Math.round(rate)}/s`)
  const mark = (noise.others ?? 0) > noisyFrom ? ' (noisy)' : ''
  console.error(`round ${round}: ${told.join(', ')}; ${wordsOf(noise)}${mark}`)
}
