import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { migrate } from '../src/platform/db/migrate.ts'
import { prepareJobs } from '../src/platform/jobs/jobs.ts'
import { seed } from '../bench/seed.ts'
import { between, seeded } from './chance.ts'
import { check, leastAcknowledged, nothingLeft, shapeOf, type Verdict } from './checker.ts'
import { openCluster, type Cluster, type ClusterPlan } from './cluster.ts'
import { startFollowing } from './follower.ts'
import { keptServer, type KeptServer } from './kept.ts'
import { startWriting } from './writers.ts'
import { strike, strikeWhileMigrating, type Fault, type Target } from './strike.ts'

export interface Plan {
  readonly fault: Fault
  readonly kills: number
  /** A round that failed can be run again: the same faults, at the same planned moments. */
  readonly seed: number
  /** Where the server's source is; a mutant's folder stands in for ours. */
  readonly source?: string
}

export interface Campaign {
  round(plan: Plan): Promise<Verdict>
  close(): Promise<void>
}

interface Place {
  readonly cluster: Cluster
  readonly folder: string
}

/** A database and practice for a whole campaign; each round writes into sessions of its own. */
export async function openCampaign(plan: ClusterPlan = {}): Promise<Campaign> {
  const cluster = await openCluster(plan)
  const folder = mkdtempSync(join(tmpdir(), 'throughline-faults-keys-'))
  await makeDatabase(cluster, 'faults')
  await migrate(cluster.url('owner', 'faults'))
  await prepareJobs(cluster.url('owner', 'faults'))
  let rounds = 0
  return {
    round(wanted) {
      rounds += 1
      const name = wanted.fault === 'migrating' ? `faults_${rounds}` : 'faults'
      return oneRound({ cluster, folder }, name, wanted)
    },
    async close() {
      await cluster.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

async function oneRound(place: Place, name: string, plan: Plan): Promise<Verdict> {
  const random = seeded(plan.seed)
  const { cluster } = place
  const ownerUrl = cluster.url('owner', name)
  const servers = serversFor(place, name, plan)
  const target: Target = { cluster, servers }
  if (plan.fault === 'migrating') {
    await makeDatabase(cluster, name)
    await strikeWhileMigrating(target, plan.kills, random)
  }
  await Promise.all(servers.map((server) => server.start()))
  const halfMade = name === 'faults' ? 0 : await differences(cluster, name)
  const seats = await seedSeats(place, plan, ownerUrl)
  const ports = () => servers.map((server) => server.port()).filter((port) => port !== undefined)
  let whyGone: string | undefined
  const door = { ports, isGone: () => whyGone !== undefined, ...seats.monitor }
  const writing = startWriting(seats.writers, { door, seed: plan.seed })
  const following = startFollowing(seats.followed, seats.writers.length, door)
  const began = performance.now()
  try {
    for (let kill = 0; kill < plan.kills; kill += 1) {
      // A cut that loses everything must have enough to lose.
      if (plan.fault === 'power') await untilEnough(writing.sent, (kill + 1) / plan.kills)
      await sleep(between(random, [150, 850]))
      await strike(target, plan.fault, random)
      await onto(ownerUrl, canBeRead)
    }
    await untilEnough(writing.sent)
  } catch (cause) {
    whyGone = cause instanceof Error ? cause.message : String(cause)
  } finally {
    await Promise.all([writing.stop(), following.stop()])
    await Promise.all(servers.map((server) => server.kill()))
  }
  const seconds = (performance.now() - began) / 1000
  const sent = [...writing.sent, ...following.sent]
  const found = whyGone
    ? nothingLeft(sent)
    : await onto(ownerUrl, (owner) => check(owner, sent, seats.sessionIds))
  // A fault that no writer noticed has not been tried.
  const isVoid = found.isVoid || (plan.kills > 0 && found.retried === 0)
  return { ...found, isVoid, seen: following.seen(), gaps: following.gaps(), halfMade, seconds, whyGone }
}

function serversFor({ cluster, folder }: Place, name: string, plan: Plan): KeptServer[] {
  const env = {
    FAULTS_SOURCE: plan.source ?? resolve('.'),
    FAULTS_OWNER: cluster.url('owner', name),
    FAULTS_APP: cluster.url('throughline_app', name),
    FAULTS_FOLDER: folder,
    ...(plan.fault === 'migrating' && { FAULTS_MIGRATE: 'yes' }),
  }
  const two = plan.fault === 'two' || plan.fault === 'starting' || plan.fault === 'migrating'
  return Array.from({ length: two ? 2 : 1 }, () => keptServer(env))
}

/** Eight who write and one who is followed, their sessions empty. */
async function seedSeats({ cluster }: Place, { fault }: Plan, ownerUrl: string) {
  const from = 1 + Math.floor(Math.random() * 1e9)
  const extent = { practices: 1, people: 9, full: 9, fewReadings: 0, from }
  const { sessions } = await onto(ownerUrl, (owner) => seed(owner, extent))
  const sessionIds = sessions.map(({ sessionId }) => sessionId)
  await onto(ownerUrl, (owner) =>
    owner.query('delete from vital_reading where session_id = any($1)', [sessionIds]),
  )
  // A cut is to try what is written from here on; the practice itself is on the disk, even where nothing else is forced there.
  if (fault === 'power') await cluster.settle()
  const [followed, ...writers] = sessions
  if (!followed) throw new Error('nobody to follow')
  return { writers, followed, monitor: followed.monitor, sessionIds }
}

async function untilEnough(sent: readonly { acknowledged: boolean }[], part = 1): Promise<void> {
  const until = Date.now() + 90_000
  while (
    Date.now() < until &&
    sent.filter(({ acknowledged }) => acknowledged).length < leastAcknowledged * 1.1 * part
  )
    await sleep(50)
}

/** What a database whose migrations were killed again and again has, or lacks, beside one that was left in peace. */
async function differences(cluster: Cluster, name: string): Promise<number> {
  const peaceful = await onto(cluster.url('owner', 'faults'), shapeOf)
  const struck = await onto(cluster.url('owner', name), shapeOf)
  const lacks = peaceful.filter((line) => !struck.includes(line))
  const has = struck.filter((line) => !peaceful.includes(line))
  return lacks.length + has.length
}

/** PostgreSQL may come back without what is in it: then there is nobody to wait for. */
const canBeRead = (owner: pg.Client) => owner.query('select count(*) from vital_reading')

const makeDatabase = (cluster: Cluster, name: string) =>
  onto(cluster.url('owner', 'postgres'), (admin) => admin.query(`create database ${name}`))

export async function onto<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
