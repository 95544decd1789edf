import { Kysely } from 'kysely'
import pg from 'pg'
import { fewTrips } from './driver.ts'
import type { Schema } from './schema.ts'

// A date of birth is a day, not a moment: left as text, or it moves with the server's time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day)

/** The whole database, unfenced. Slices never see it (dependency-cruiser: `slices-get-a-transaction`). */
export type Db = Kysely<Schema>

/** A connection knows its statements by heart, so it is not given up in the first quiet moment. */
const idleTimeoutMillis = 10 * 60_000

export function openDb(connectionString: string, max = 12): Db {
  const plan = { connectionString, max, idleTimeoutMillis, application_name: 'throughline', pipeline: true }
  const pool = new pg.Pool(plan)
  // A connection that breaks while idle is replaced by the pool; one in use rejects its query.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Schema>({ dialect: fewTrips(pool) })
}
