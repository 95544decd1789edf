import pg from 'pg'
import { appRole } from '../db/role.ts'

const roleNames = { owner: 'owner', app: appRole } as const
const database = 'postgres'

/** The address of an embedded database, for `pg` and for anything that speaks libpq. */
export function addressOf(socket: string, role: 'owner' | 'app', password: string): string {
  return `postgres://${roleNames[role]}:${password}@localhost/${database}?host=${encodeURIComponent(socket)}`
}

/** Without what a distribution adds to it. */
export const shortVersion = (version: string): string => version.split(' ')[0] ?? ''

/** Such as `18.4`, and what the database is called. */
export async function placeAt(url: string): Promise<{ version: string; database: string }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; database: string }>(
      `select current_setting('server_version') as version, current_database() as database`,
    )
    const { version = '', database = '' } = rows[0] ?? {}
    return { version: shortVersion(version), database }
  } finally {
    await client.end().catch(() => {})
  }
}
