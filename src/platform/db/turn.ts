import pg from 'pg'

/** Does the work while no other process does the same on this database. Let go with the connection, however we end. */
export async function inTurn<T>(ownerUrl: string, what: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: `throughline ${what}` })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`throughline ${what}`])
    return await work()
  } finally {
    void client.end().catch(() => {})
  }
}

/** Empties the database to its first day. Only for what a first start left half made, where nobody has been yet. */
export async function startOver(ownerUrl: string) {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'throughline start over' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('drop schema if exists graphile_worker cascade; drop schema public cascade')
    await client.query('create schema public; grant usage on schema public to public')
  } finally {
    await client.end().catch(() => {})
  }
}
