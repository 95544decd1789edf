import { chown, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CannotRun } from '../cannot-run.ts'

/** The user that PostgreSQL runs as when it is not our own. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

const candidates = ['throughline', 'postgres', 'nobody']

/**
 * PostgreSQL refuses to be root, so root lends it an unprivileged user: the one that owns the cluster already,
 * else the first candidate this machine has. Anyone else runs it as themselves, which is `undefined`.
 */
export async function accountFor(database: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const { uid, gid } = await stat(database).catch(() => ({ uid: 0, gid: 0 }))
  if (uid !== 0) return { uid, gid }
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const known = candidates.map((name) => users.split('\n').find((line) => line.startsWith(`${name}:`)))
  const [, , user, group] = known.find((line) => line !== undefined)?.split(':') ?? []
  if (user && group) return { uid: Number(user) >>> 0, gid: Number(group) >>> 0 }
  throw new CannotRun(
    'no-unprivileged-user',
    'PostgreSQL refuses to run as root, and this machine has no user throughline, postgres or nobody to run it as. Add one: useradd --system throughline',
  )
}

export async function giveTo(account: Account | undefined, path: string) {
  if (account) await chown(path, account.uid, account.gid)
}

/** Whether every folder on the way down to `path` lets this user through. */
export async function canEnter(path: string, account: Account): Promise<boolean> {
  const { uid, gid, mode } = await stat(path)
  const through = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  if ((mode & through) === 0) return false
  return dirname(path) === path || canEnter(dirname(path), account)
}
