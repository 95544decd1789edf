import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  run,
  runMigrations,
  Logger,
  type JobHelpers,
  type Runner,
  type Task,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import { isoOf, minute, type Instant } from '../../kernel/instant.ts'
import type { PracticeTx } from '../db/tx.ts'
import { type Life, liveAs } from './alive.ts'

export interface JobPlan {
  /** Not before this; at once when left out. The machine's clock. */
  readonly runAt?: Instant
  /** One waiting job at most has this key; a later one takes its place. */
  readonly key?: string
}

/** Puts a job on the list in the caller's transaction: it runs if, and only if, that commits. Payloads carry ids, not words. */
export async function enqueue(
  tx: PracticeTx,
  task: string,
  { payload, runAt, key }: JobPlan & { readonly payload: object },
): Promise<void> {
  const when = runAt === undefined ? null : isoOf(runAt)
  await tx
    .selectNoFrom(
      sql`enqueue(${task}, ${JSON.stringify(payload)}::jsonb, ${when}::timestamptz, ${key ?? null})`.as(
        'enqueued',
      ),
    )
    .execute()
}

/** The job tables belong to graphile-worker, which brings them forward itself. */
export const prepareJobs = (ownerUrl: string): Promise<void> =>
  runMigrations({ connectionString: ownerUrl, logger: quiet })

interface Tried {
  readonly task_identifier: string
  readonly attempts: number
  readonly max_attempts: number
}

/** Which job failed and at which try, so that whoever reads the log knows what to look at; nothing of what it carries. */
export class JobFailed extends Error {
  override name = 'JobFailed'
  readonly job: string

  constructor({ task_identifier, attempts, max_attempts }: Tried, cause: unknown) {
    super('a job failed', { cause })
    this.job = `${task_identifier}, try ${attempts} of ${max_attempts}`
  }
}

export interface WorkerParts {
  readonly ownerUrl: string
  readonly tasks: TaskList
  readonly report: (error: unknown) => void
  /** A job that has not come to an end by then is given up for this time, and its place is another's. */
  readonly longestMs?: number
}

/**
 * Works through the list, in this process, until stopped. A job that fails is tried again, later and later. Where the list
 * itself fails, because its database was killed, say, working ends and is begun anew.
 */
export async function startWorker(parts: WorkerParts): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  let working = await begin(parts)
  const kept = (async () => {
    for (;;) {
      await working.runner.promise.catch(parts.report)
      await working.life.end()
      const again = await beginAgain(parts, { stopping: stopping.signal, poolId: working.poolId })
      // Told to stop meanwhile: whatever has just begun ends with it.
      if (stopping.signal.aborted) return again && endOf(again)
      if (again) working = again
    }
  })()
  return {
    async stop() {
      stopping.abort()
      // One that has just ended by itself has nothing to stop.
      await working.runner.stop().catch(parts.report)
      await kept
      await working.life.end()
    },
  }
}

interface Working {
  readonly runner: Runner
  /** Under which the jobs are locked that it works at. */
  readonly poolId: string
  readonly life: Life
}

async function endOf({ runner, life }: Working): Promise<void> {
  await runner.stop()
  await life.end()
}

async function begin({ ownerUrl, tasks, report, longestMs = 2 * minute }: WorkerParts): Promise<Working> {
  const events: WorkerEvents = new EventEmitter()
  let poolId = ''
  events.on('pool:create', ({ workerPool }) => void (poolId = workerPool.id))
  events.on('job:error', ({ error, job }) => report(new JobFailed(job, error)))
  const runner = await run({
    connectionString: ownerUrl,
    taskList: inTime(tasks, longestMs),
    concurrency: 2,
    maxPoolSize: 4,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: quiet,
    events,
    // Otherwise a job that is done and cannot be struck off the list rejects a promise that nobody holds.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  })
  return { runner, poolId, life: liveAs(ownerUrl, poolId, report) }
}

/** Two jobs are worked at at once: one that never ended would hold half of that for good. */
const inTime = (tasks: TaskList, longestMs: number): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, work]) => [
      name,
      async (payload: unknown, helpers: JobHelpers) => {
        const over = new AbortController()
        const late = sleep(longestMs, undefined, { signal: over.signal, ref: false }).then(() => {
          throw new Error('it did not come to an end')
        })
        try {
          await Promise.race([(work as Task)(payload, helpers), late])
        } finally {
          over.abort()
          await late.catch(() => {})
        }
      },
    ]),
  )

const againAfterMs = 1_000

/** As soon as the list can be read; what its forerunner had begun is on it again. Nothing, where it is told to stop before. */
async function beginAgain(
  parts: WorkerParts,
  { stopping, poolId }: { readonly stopping: AbortSignal; readonly poolId: string },
): Promise<Working | undefined> {
  while (!stopping.aborted) {
    await sleep(againAfterMs, undefined, { signal: stopping }).catch(() => {})
    try {
      await letGo(parts.ownerUrl, poolId)
      return await begin(parts)
    } catch (cause) {
      parts.report(cause)
    }
  }
  return undefined
}

async function letGo(ownerUrl: string, poolId: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'throughline jobs' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select graphile_worker.force_unlock_workers($1)', [[poolId]])
  } finally {
    await client.end()
  }
}

const quiet = new Logger(() => () => {})
