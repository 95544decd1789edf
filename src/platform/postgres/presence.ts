import { realpath } from 'node:fs/promises'
import pg from 'pg'
import { CannotRun, codeOf, wordsOf } from '../cannot-run.ts'
import { shortVersion } from './address.ts'

/** Our mark on a running database: a connection that holds a shared lock, so it goes when we go, however we go. */
export interface Presence {
  /** PostgreSQL's own, such as `18.4`. */
  readonly version: string
  /** Settles when the connection ends, which is how we hear that the database has gone. */
  readonly ended: Promise<void>
  /** Takes the mark away. When no one else's is left, `last` runs while nobody can arrive. */
  leave(last: () => Promise<void>): Promise<void>
}

export type Knock =
  | { readonly state: 'up'; readonly presence: Presence }
  | { readonly state: 'starting' | 'down' }

const mark = `hashtextextended('throughline presence', 0)`

/** Connects and leaves our mark. Waits while the last one out is closing the door. */
export async function arrive(ownerUrl: string, data: string): Promise<Knock> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'throughline presence',
    connectionTimeoutMillis: 5000,
  })
  const ended = new Promise<void>((settle) => client.once('end', settle))
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data: string; version: string }>(
      `select current_setting('data_directory') as data, current_setting('server_version') as version,
        pg_advisory_lock_shared(${mark})`,
    )
    await demandOurs(rows[0]?.data ?? '', data)
    const version = shortVersion(rows[0]?.version ?? '')
    return { state: 'up', presence: { version, ended, leave: (last) => leave(client, last) } }
  } catch (cause) {
    void client.end().catch(() => {})
    return { state: stateFrom(cause) }
  }
}

/** Of several that leave at once, one finds the lock free; holding it keeps newcomers waiting at the door. */
async function leave(client: pg.Client, last: () => Promise<void>) {
  try {
    const { rows } = await client.query<{ alone: boolean }>(
      `select pg_advisory_unlock_shared(${mark}), pg_try_advisory_lock(${mark}) as alone`,
    )
    if (rows[0]?.alone) await last()
  } finally {
    void client.end().catch(() => {})
  }
}

async function demandOurs(answered: string, data: string) {
  if ((await realpath(answered)) === data) return
  throw new CannotRun('wrong-database', `Another database, ${answered}, answers for ${data}.`)
}

const cannotConnectNow = '57P03'
const nobodyHome = ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02']

function stateFrom(cause: unknown): 'starting' | 'down' {
  const code = codeOf(cause) ?? ''
  if (code === cannotConnectNow || /timeout/i.test(wordsOf(cause))) return 'starting'
  if (nobodyHome.includes(code) || /terminated/i.test(wordsOf(cause))) return 'down'
  if (code === '28P01')
    throw new CannotRun(
      'wrong-secret',
      'The database does not accept the password in the data folder’s secrets. Put the secrets back that belong to it, from a backup.',
      cause,
    )
  throw cause
}
