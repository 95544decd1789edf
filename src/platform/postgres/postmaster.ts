import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  closeSync,
  fchownSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from '../cannot-run.ts'
import { type Cluster, environmentOf } from './cluster.ts'

/** Statements and details stay out of the log, because they would carry what is written about people. */
export const quietLog = ['log_min_error_statement=panic', 'log_error_verbosity=terse']

/** No network. */
const settings = ['listen_addresses=', 'unix_socket_permissions=0700', ...quietLog].flatMap((setting) => [
  '-c',
  setting,
])

/** In a group of its own, without pipes: neither Ctrl-C nor our death reaches it before its work is done. */
export function launch(cluster: Cluster): ChildProcess {
  const log = openLog(cluster)
  const postmaster = spawn(
    join(cluster.binaries.bin, 'postgres'),
    ['-D', cluster.data, '-k', cluster.socket, ...settings],
    {
      ...cluster.account,
      env: environmentOf(cluster),
      cwd: cluster.data,
      detached: true,
      stdio: ['ignore', log, log],
    },
  )
  closeSync(log)
  postmaster.on('error', () => {})
  postmaster.unref()
  return postmaster
}

const logLimitBytes = 10 * 2 ** 20

function openLog({ logFile, account }: Cluster): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > logLimitBytes) renameSync(logFile, `${logFile}.old`)
  const log = openSync(logFile, 'a', 0o600)
  if (account) fchownSync(log, account.uid, account.gid)
  return log
}

export const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (cause) {
    return codeOf(cause) === 'EPERM'
  }
}

/** The process that says it serves these data files, if it lives. */
export function postmasterOf(data: string): number | undefined {
  const pid = Number.parseInt(said(join(data, 'postmaster.pid')), 10)
  return pid > 0 && isAlive(pid) ? pid : undefined
}

/** Nothing, where the file is not there or is taken away at this very moment. */
function said(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return ''
    throw cause
  }
}

/**
 * Whether a new postmaster may be tried. PostgreSQL itself sees to files left by a process that is gone, but it
 * would wait for ever on one that is dead and never reaped, as in a container, and on another program that was
 * given the same process id after a restart of the machine. Taking the file away is safe even if we were wrong:
 * PostgreSQL also refuses to start while anyone is attached to the shared memory of these data files.
 */
export function isVacant({ data, socket }: Cluster): boolean {
  const pid = postmasterOf(data)
  if (pid === undefined) return true
  const serves = !isZombie(pid) && servesFrom(pid, data)
  if (serves === false) {
    rmSync(join(data, 'postmaster.pid'), { force: true })
    rmSync(join(socket, '.s.PGSQL.5432.lock'), { force: true })
  }
  return serves !== true
}

/** Dead, but still listed until its parent looks. */
export function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return false
  }
}

/** Every PostgreSQL process stands in its data folder. `undefined` when one cannot tell: PostgreSQL decides then. */
function servesFrom(pid: number, data: string): boolean | undefined {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === data
    const command = execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
    return command.includes(data) ? true : /postgres/.test(command) ? undefined : false
  } catch {
    return undefined
  }
}

/** Fast shutdown; if that hangs, an immediate one, from which the next start recovers. Never SIGKILL. */
export async function shutDown(data: string): Promise<void> {
  const pid = postmasterOf(data)
  if (pid === undefined) return
  for (const [signal, patienceMs] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    process.kill(pid, signal)
    if (await leavesWithin(patienceMs, pid, data)) return
  }
  throw new Error(`PostgreSQL did not stop; its log is beside ${data}`)
}

/** It takes its file away just before it ends, and a newcomer may put its own there at once. */
async function leavesWithin(patienceMs: number, pid: number, data: string): Promise<boolean> {
  for (let waited = 0; waited < patienceMs; waited += 10) {
    if (postmasterOf(data) !== pid && (!isAlive(pid) || isZombie(pid))) return true
    await sleep(10)
  }
  return false
}
