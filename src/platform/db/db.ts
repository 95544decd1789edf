import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Schema } from './schema.ts'

// A date of birth is a day, not a moment: left as text, or it moves with the server's time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day)

/** The whole database, unfenced. Slices never see it (dependency-cruiser: `slices-get-a-transaction`). */
export type Db = Kysely<Schema>

export function openDb(connectionString: string, max = 12): Db {
  const pool = new pg.Pool({ connectionString, max, application_name: 'throughline' })
  // A connection that breaks while idle is replaced by the pool; one in use rejects its query.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}
