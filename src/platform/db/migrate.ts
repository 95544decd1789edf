import pg from 'pg'
import { CannotRun, wordsOf } from '../cannot-run.ts'
import { type Migration, migrationsFolder, migrationsIn } from './migrations.ts'
import { type AppLogin, appRole, prepareAppRole } from './role.ts'

export interface MigrateOptions {
  /** Where the `NNNN-name.sql` files are; the project's own when left out. */
  readonly folder?: string
  /** Who shall sign in as the app; the role itself, its password left as it is, when not given. */
  readonly appLogin?: AppLogin
}

/**
 * Brings the database forward and answers the names that were applied just now. Each file runs in one
 * transaction together with its own row in `migration`, so a crash leaves a file either done or not begun.
 * Processes that start together wait for each other, and each file runs once.
 */
export async function migrate(
  ownerUrl: string,
  log: (words: string) => void = () => {},
  options: MigrateOptions = {},
): Promise<string[]> {
  const files = await migrationsIn(options.folder ?? migrationsFolder)
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'throughline migrate' })
  client.on('error', () => {})
  await client.connect()
  try {
    await waitForTurn(client, log)
    await prepareAppRole(client, options.appLogin ?? { role: appRole, password: undefined })
    const applied = await history(client)
    for (const file of pending(files, applied)) await apply(client, file)
    return pending(files, applied).map(({ name }) => name)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Held by the connection, so it goes when the process goes, however it goes. */
const turn = `hashtextextended('throughline migrate', 0)`

async function waitForTurn(client: pg.Client, log: (words: string) => void) {
  const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${turn}) as mine`)
  if (rows[0]?.mine) return
  log('another process is bringing the database up to date; waiting for it')
  await client.query(`select pg_advisory_lock(${turn})`)
}

async function history(client: pg.Client): Promise<Map<string, string>> {
  await client.query(`create table if not exists migration (
    name text primary key,
    hash text not null,
    applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration')
  return new Map(rows.map(({ name, hash }) => [name, hash]))
}

function pending(files: readonly Migration[], applied: ReadonlyMap<string, string>): Migration[] {
  const known = new Set(files.map(({ name }) => name))
  for (const name of applied.keys()) {
    if (!known.has(name))
      throw new CannotRun(
        'database-newer',
        `The database has already been through ${name}, which this copy of Throughline does not have. ` +
          `It was last used by a newer version: start that one.`,
      )
  }
  for (const { name, hash } of files) {
    if ((applied.get(name) ?? hash) !== hash)
      throw new CannotRun(
        'migration-changed',
        `${name} was changed after it had been applied to this database. History only grows: ` +
          `put the file back as it was and write the change as a new file.`,
      )
  }
  return files.filter(({ name }) => !applied.has(name))
}

async function apply(client: pg.Client, { name, hash, sql }: Migration) {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback').catch(() => {})
    throw new CannotRun(
      'migration-failed',
      `${name} could not be applied and changed nothing: ${wordsOf(cause)}`,
      cause,
    )
  }
}
