import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

// A worker that is killed leaves the jobs it had begun locked, and the list itself lets go of them only after four hours.

const name = `hashtextextended('jobs of ' || $1, 0)`

export interface Life {
  end(): Promise<void>
}

const looksEveryMs = 15_000
const againAfterMs = 1_000

/**
 * Says that this pool lives, by a lock that its own connection holds and that ends with the process, however that ends. Now and
 * then it lets go of what the dead had begun.
 */
export function liveAs(ownerUrl: string, poolId: string, report: (error: unknown) => void): Life {
  const ending = new AbortController()
  const lived = (async () => {
    while (!ending.signal.aborted) {
      await liveOnce(ownerUrl, poolId, ending.signal).catch((cause: unknown) => {
        if (!ending.signal.aborted) report(cause)
      })
      await sleep(againAfterMs, undefined, { signal: ending.signal }).catch(() => {})
    }
  })()
  return {
    end: () => {
      ending.abort()
      return lived
    },
  }
}

/** For as long as the connection holds. */
async function liveOnce(ownerUrl: string, poolId: string, ending: AbortSignal): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'throughline jobs' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(${name})`, [poolId])
    while (!ending.aborted) {
      await client.query(letGoOfTheDead)
      await sleep(looksEveryMs, undefined, { signal: ending }).catch(() => {})
    }
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Each of their jobs waits as one that has failed does, longer with each try: what kills whoever works at it brings a server
 * down a few times, and never keeps it from the other jobs.
 */
const letGoOfTheDead = `
  update graphile_worker._private_jobs
  set locked_at = null, locked_by = null, last_error = 'whoever worked at it is gone',
    run_at = greatest(run_at, now()) + exp(least(attempts, 10)) * interval '1 second'
  where locked_by = any (array(
    select who from (
      select distinct locked_by as who from graphile_worker._private_jobs where locked_at < now() - interval '10 seconds'
    ) worker
    where pg_try_advisory_xact_lock(${name.replace('$1', 'who')})))`
