import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { migrate } from '../src/platform/db/migrate.ts'
import { prepareJobs } from '../src/platform/jobs/jobs.ts'
import { seedPractice } from '../bench/seed.ts'
import { check, leastAcknowledged, type Verdict } from './checker.ts'
import { openCluster, type Cluster } from './cluster.ts'
import { startWriting } from './writers.ts'

export type Fault = 'server' | 'database' | 'both' | 'none'

export interface Plan {
  readonly fault: Fault
  readonly kills: number
  /** Where the server's source is; a mutant's folder stands in for ours. */
  readonly source?: string
  /** Chance, given so that a failing round can be run again. */
  readonly random: () => number
}

/** A database and practice for a whole campaign; each round writes into sessions of its own. */
export async function openCampaign(): Promise<{
  round(plan: Plan): Promise<Verdict>
  owner: pg.Client
  close(): Promise<void>
}> {
  const cluster = await openCluster()
  const folder = mkdtempSync(join(tmpdir(), 'throughline-faults-keys-'))
  const ownerUrl = cluster.url('owner', 'faults')
  await onto(cluster.url('owner', 'postgres'), (admin) => admin.query('create database faults'))
  await migrate(ownerUrl)
  await prepareJobs(ownerUrl)
  const owner = new pg.Client(ownerUrl)
  return {
    owner,
    round: (plan) => oneRound({ cluster, folder }, plan),
    async close() {
      await cluster.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

async function oneRound(
  { cluster, folder }: { cluster: Cluster; folder: string },
  plan: Plan,
): Promise<Verdict> {
  const ownerUrl = cluster.url('owner', 'faults')
  const seeded = await onto(ownerUrl, (owner) => seedPractice(owner, 8))
  await onto(ownerUrl, (owner) =>
    owner.query('delete from vital_reading where session_id = any($1)', [
      seeded.sessions.map(({ sessionId }) => sessionId),
    ]),
  )
  const server = keptServer({
    FAULTS_SOURCE: plan.source ?? resolve('.'),
    FAULTS_OWNER: ownerUrl,
    FAULTS_APP: cluster.url('throughline_app', 'faults'),
    FAULTS_FOLDER: folder,
  })
  await server.start()
  const writing = startWriting(seeded.sessions, { port: server.port, ...seeded.monitor })
  for (let kill = 0; kill < plan.kills; kill += 1) {
    await sleep(150 + plan.random() * 700)
    await strike(plan.fault, cluster, server)
  }
  await untilEnough(writing.sent)
  await writing.stop()
  await server.end()
  return onto(ownerUrl, (owner) =>
    check(
      owner,
      writing.sent,
      seeded.sessions.map(({ sessionId }) => sessionId),
    ),
  )
}

async function strike(fault: Fault, cluster: Cluster, server: ReturnType<typeof keptServer>): Promise<void> {
  const onServer = fault === 'server' || fault === 'both'
  const onDatabase = fault === 'database' || fault === 'both'
  if (onServer) server.kill()
  if (onDatabase) await cluster.kill()
  if (onDatabase) await cluster.start()
  if (onServer) await server.start()
}

async function untilEnough(sent: readonly { acknowledged: boolean }[]): Promise<void> {
  const until = Date.now() + 60_000
  while (
    Date.now() < until &&
    sent.filter(({ acknowledged }) => acknowledged).length < leastAcknowledged * 1.1
  )
    await sleep(50)
}

/** Starts the server again whenever it was killed; while it is away there is no port. */
function keptServer(env: Record<string, string>) {
  let child: ChildProcess | undefined
  let port: number | undefined
  return {
    port: () => port,
    async start() {
      child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      const started = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => undefined)])
      if (!started) throw new Error('the server did not start')
      port = (started[0] as { port: number }).port
    },
    kill() {
      port = undefined
      child?.kill('SIGKILL')
    },
    async end() {
      port = undefined
      const gone = child && once(child, 'exit')
      child?.kill('SIGKILL')
      await gone
    },
  }
}

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
