import { createHmac, hash } from 'node:crypto'
import { CannotRun, wordsOf } from '../cannot-run.ts'
import { type AppLogin, appRole } from '../db/role.ts'
import { placeAt } from './address.ts'
import type { OpenDatabase } from './database.ts'

const oldestMajor = 17

/** A database that someone else runs: looked at, never started or stopped. */
export async function openExternal(ownerUrl: string): Promise<OpenDatabase> {
  const { version, database } = await placeAt(ownerUrl).catch((cause) => {
    throw new CannotRun('database-unreachable', `DATABASE_URL does not answer: ${wordsOf(cause)}`, cause)
  })
  demandVersion(version)
  return { ownerUrl, ...appAccess(ownerUrl, database), version, embedded: false, stop: async () => {} }
}

export function demandVersion(version: string) {
  if (Number.parseInt(version, 10) >= oldestMajor) return
  throw new CannotRun(
    'database-too-old',
    `DATABASE_URL is PostgreSQL ${version}; Throughline needs ${oldestMajor} or newer.`,
  )
}

/**
 * Several servers share an external database, so the app's password follows from the owner's instead of lying in one
 * server's folder; and several databases share a cluster, so each has a login of its own. Where the owner has no password, or
 * roles are handed out by hand, DATABASE_APP_URL says.
 */
function appAccess(ownerUrl: string, database: string): Pick<OpenDatabase, 'appUrl' | 'appLogin'> {
  const given = process.env['DATABASE_APP_URL']
  const byHand = { role: appRole, password: undefined }
  if (given) return { appUrl: given, appLogin: byHand }
  const url = new URL(ownerUrl)
  if (!url.password) return { appUrl: as(url, byHand), appLogin: byHand }
  const role = loginOf(database)
  const password = createHmac('sha256', decodeURIComponent(url.password)).update(role).digest('base64url')
  return { appUrl: as(url, { role, password }), appLogin: { role, password } }
}

/** Two databases of one cluster never have the same name. */
const loginOf = (database: string): string => `${appRole}_${hash('sha256', database).slice(0, 12)}`

function as(url: URL, { role, password = '' }: AppLogin): string {
  const app = new URL(url)
  app.username = role
  app.password = password
  return app.href
}
