import { createHash } from 'node:crypto'
import { lstat, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotRun } from '../cannot-run.ts'
import { type Account, giveTo } from './account.ts'
import { type Binaries, major } from './binaries.ts'

/** One embedded database: its files, its programs, and who runs them. */
export interface Cluster {
  /** Holds everything below. */
  readonly folder: string
  readonly data: string
  readonly socket: string
  readonly logFile: string
  readonly binaries: Binaries
  readonly account: Account | undefined
}

export const dataIn = (database: string) => join(database, major)

export async function clusterIn(
  database: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<Cluster> {
  const socket = socketFor(database)
  await mkdir(socket, { mode: 0o700, recursive: true })
  await demandOwn(socket, account)
  await giveTo(account, socket)
  const data = dataIn(database)
  await demandMajor(data)
  return { folder: database, data, socket, logFile: join(database, 'postgres.log'), binaries, account }
}

/** A socket's whole path fits in 104 bytes on macOS and 108 on Linux, and PostgreSQL adds 15 to its folder. */
const roomForFolder = 85

/** Always /tmp, not TMPDIR: two servers of one data folder must come to the same place. */
export function socketFor(database: string): string {
  const near = join(database, 'run')
  if (Buffer.byteLength(near) <= roomForFolder) return near
  return `/tmp/throughline-${createHash('sha256').update(database).digest('hex').slice(0, 20)}`
}

/** In /tmp anyone could have made the folder before us. */
async function demandOwn(socket: string, account: Account | undefined) {
  const { uid, mode } = await lstat(socket)
  const ours = uid === process.getuid?.() || uid === account?.uid
  if (ours && (mode & 0o170077) === 0o040000) return
  throw new CannotRun('socket-not-ours', `${socket} belongs to someone else or is open to others. Remove it.`)
}

async function demandMajor(data: string) {
  const found = (await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => major)).trim()
  if (found === major) return
  throw new CannotRun('wrong-postgres', `${data} was written by PostgreSQL ${found}, not ${major}.`)
}

/** What PostgreSQL's programs see of our environment: nothing that differs from machine to machine. */
export const environmentOf = ({ folder, binaries }: Cluster): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
  HOME: folder,
  ...binaries.env,
})
