import pg from 'pg'

/** How many rows each table has, all at the same moment. */
export async function rowsOf(client: pg.Client): Promise<Record<string, number>> {
  await client.query('begin isolation level repeatable read read only')
  const { rows: tables } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  )
  const counted: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await client.query<{ rows: string }>(
      `select count(*) as rows from ${pg.escapeIdentifier(name)}`,
    )
    counted[name] = Number(rows[0]?.rows)
  }
  await client.query('commit')
  return counted
}

export async function newestMigration(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string | null }>('select max(name) as name from migration')
  return rows[0]?.name ?? ''
}
