import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { dataIn, socketFor } from '../postgres/cluster.ts'
import { isAlive, isZombie, shutDown } from '../postgres/postmaster.ts'

const program = join(import.meta.dirname, 'database-process.ts')

/** Data folders for one test file; `clear` ends what still runs in them and removes what was made, nothing else. */
export function dataFolders() {
  const made: { around: string; dataFolder: string }[] = []
  const make = (name = 'data') => {
    const around = realpathSync(mkdtempSync(join(tmpdir(), 'throughline-test-')))
    chmodSync(around, 0o711)
    const dataFolder = join(around, basename(name))
    made.push({ around, dataFolder })
    return dataFolder
  }
  return {
    make,
    /** The files of a database that was made before, which is quicker than making one. */
    copyOf(dataFolder: string): string {
      const copy = make()
      execFileSync('cp', ['-a', dataFolder, copy])
      return copy
    },
    async clear() {
      for (const { around, dataFolder } of made) {
        const database = folderOf(dataFolder)
        await shutDown(dataIn(database)).catch(() => {})
        for (const path of [database, socketFor(database), around]) removeMade(path)
      }
    },
  }
}

/** A slip in a test must not cost anyone their files: only what such tests make is ever removed. */
function removeMade(path: string) {
  if (!/\/(throughline-test-|throughline-[0-9a-f]{20}$|throughline\/database-)/.test(path))
    throw new Error(`kept ${path}`)
  rmSync(path, { recursive: true, force: true, maxRetries: 5 })
}

/** The database's own folder, wherever the data folder's link leads. */
export function folderOf(dataFolder: string): string {
  const folder = join(dataFolder, 'database')
  try {
    return realpathSync(folder)
  } catch {
    return folder
  }
}

export const pidIn = (dataFolder: string): number =>
  Number.parseInt(readFileSync(join(dataIn(folderOf(dataFolder)), 'postmaster.pid'), 'utf8'), 10)

export interface DatabaseProcess {
  /** The owner's address, once the database is open. */
  readonly ready: Promise<string>
  /** Sends the signal and waits for the process to end. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** A Node process of its own that has the database open, as another user when root says so. */
export function databaseProcess(dataFolder: string, as?: { uid: number; gid: number }): DatabaseProcess {
  const child = spawn(process.execPath, [program, dataFolder], {
    ...as,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()))
  const ended = once(child, 'exit')
  const ready = Promise.race([
    once(createInterface(child.stdout), 'line').then(([line]) => String(line)),
    ended.then(() => Promise.reject(new Error(complaint))),
  ])
  ready.catch(() => {})
  return {
    ready,
    async end(signal) {
      child.kill(signal)
      await ended
    },
  }
}

/** Gone, or dead and waiting for its parent to notice. */
export const hasEnded = (pid: number) => !isAlive(pid) || isZombie(pid)

export async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query(sql)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

/** Asks until it is answered: a database that is coming back refuses for a moment. */
export async function askUntilAnswered(url: string, sql: string, patienceMs = 15_000) {
  const until = performance.now() + patienceMs
  for (;;) {
    try {
      return await ask(url, sql)
    } catch (cause) {
      if (performance.now() > until) throw cause
      await sleep(25)
    }
  }
}
