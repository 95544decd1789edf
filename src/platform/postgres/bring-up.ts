import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotRun } from '../cannot-run.ts'
import type { Cluster } from './cluster.ts'
import { isVacant, launch } from './postmaster.ts'
import { arrive, type Presence } from './presence.ts'

export interface Watched {
  readonly cluster: Cluster
  readonly ownerUrl: string
  readonly log: (words: string) => void
}

const silenceLimitMs = 60_000
const recoveryLimitMs = 15 * 60_000
const noticeEveryMs = 5_000

/**
 * Joins the database if it answers, waits if it is starting or recovering, and otherwise launches it, again and
 * again: a postmaster that was killed keeps its lock until its parent has seen it die, and its memory until its
 * last backend has.
 */
export async function bringUp(watched: Watched, leaving: AbortSignal): Promise<Presence> {
  const wait = patience(watched)
  const launches = launcher(watched.cluster)
  while (!leaving.aborted) {
    const knock = await arrive(watched.ownerUrl, watched.cluster.data)
    if (knock.state === 'up') return knock.presence
    if (knock.state === 'starting') launches.heard()
    else if (isVacant(watched.cluster)) await launches.again()
    await wait(knock.state)
  }
  launches.callBack()
  throw new CannotRun('stopping', 'Stopped while the database was starting.')
}

const crashLimit = 3

/** Launches one at a time. One that had begun to start and then ended cannot start: after a few of those it gives up. */
function launcher(cluster: Cluster) {
  let launched: ChildProcess | undefined
  let hadBegun = false
  let crashes = 0
  return {
    heard() {
      hadBegun = isRunning(launched)
    },
    async again() {
      if (isRunning(launched)) return
      if (hadBegun) crashes += 1
      if (crashes >= crashLimit) throw await didNotStart(cluster)
      hadBegun = false
      launched = launch(cluster)
    },
    callBack() {
      if (isRunning(launched)) launched?.kill('SIGINT')
    },
  }
}

const isRunning = (child: ChildProcess | undefined) =>
  child?.pid !== undefined && child.exitCode === null && child.signalCode === null

/** A short sleep between tries; gives up after a minute of silence, or much later while it recovers. */
function patience({ cluster, log }: Watched) {
  const began = performance.now()
  let heard = began
  let noticed = began
  return async (state: 'starting' | 'down') => {
    const now = performance.now()
    if (state === 'starting') heard = now
    if (now - heard > silenceLimitMs || now - began > recoveryLimitMs) throw await didNotStart(cluster)
    if (now - noticed > noticeEveryMs) {
      log(state === 'starting' ? 'the database is recovering' : 'waiting for the database to start')
      noticed = now
    }
    await sleep(now - began < 1000 ? 15 : 100)
  }
}

async function didNotStart({ logFile }: Cluster) {
  const lines = (await readFile(logFile, 'utf8').catch(() => ''))
    .split('\n')
    .filter((line) => line && !/FATAL: .*(starting up|not yet accepting)/.test(line))
    .slice(-8)
  return new CannotRun(
    'database-did-not-start',
    `The database did not start. ${logFile} ends:\n${lines.join('\n')}`,
  )
}
