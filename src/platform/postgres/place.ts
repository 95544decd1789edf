import { chmod, lstat, mkdir, mkdtemp, realpath, rmdir, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotRun, codeOf } from '../cannot-run.ts'
import { type Account, canEnter, giveTo } from './account.ts'

/** Where databases go when their user cannot reach the data folder, such as one below /root. */
const elsewhere = '/var/lib/throughline'

/**
 * The folder of this data folder's database, made when it is missing. It is `database` inside the data folder, or
 * a link of that name when root's own folders keep the database user out. The link is the only record, so a data
 * folder that was removed never finds an older database again.
 */
export async function placeFor(dataFolder: string, account: Account | undefined): Promise<string> {
  const wanted = databaseIn(dataFolder)
  if (!(await lstat(wanted).catch(() => undefined))) await make(dataFolder, wanted, account)
  const place = await realpath(wanted).catch(() => gone(wanted))
  await giveTo(account, place)
  return place
}

export const databaseIn = (dataFolder: string) => join(dataFolder, 'database')

async function make(dataFolder: string, wanted: string, account: Account | undefined) {
  if (account) await letThrough(dataFolder)
  if (account && !(await canEnter(dataFolder, account))) return linkElsewhere(wanted, account)
  await mkdir(wanted, { mode: 0o700 }).catch(unlessThere)
}

/** The data folder is ours to manage; what is secret in it is closed by itself. */
async function letThrough(dataFolder: string) {
  const { mode, uid } = await stat(dataFolder)
  if (uid === process.getuid?.()) await chmod(dataFolder, (mode & 0o777) | 0o001)
}

async function linkElsewhere(wanted: string, account: Account) {
  await mkdir(elsewhere, { recursive: true, mode: 0o711 })
  const place = await mkdtemp(join(elsewhere, 'database-'))
  await giveTo(account, place)
  await symlink(place, wanted).catch(async (cause) => {
    await rmdir(place)
    unlessThere(cause)
  })
}

function unlessThere(cause: unknown) {
  if (codeOf(cause) !== 'EEXIST') throw cause
}

function gone(wanted: string): never {
  throw new CannotRun(
    'database-gone',
    `${wanted} is a link to a folder that is no longer there. Put that folder back, or remove the link and restore a backup.`,
  )
}
