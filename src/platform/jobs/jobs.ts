import { run, runMigrations, Logger, type Runner, type TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import { isoOf, type Instant } from '../../kernel/instant.ts'
import type { PracticeTx } from '../db/tx.ts'

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

export interface WorkerParts {
  readonly ownerUrl: string
  readonly tasks: TaskList
  readonly report: (error: unknown) => void
}

/** Works through the list, in this process, until stopped. A job that fails is tried again, later and later. */
export async function startWorker({
  ownerUrl,
  tasks,
  report,
}: WorkerParts): Promise<{ stop(): Promise<void> }> {
  const runner: Runner = await run({
    connectionString: ownerUrl,
    taskList: tasks,
    concurrency: 2,
    maxPoolSize: 4,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: quiet,
  })
  runner.events.on('job:error', ({ error }) => report(error))
  runner.promise.catch(report)
  return { stop: () => runner.stop() }
}

const quiet = new Logger(() => () => {})
