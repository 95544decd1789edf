import { createHmac } from 'node:crypto'
import { CannotRun, wordsOf } from '../cannot-run.ts'
import { appRole } from '../db/role.ts'
import { versionAt } from './address.ts'
import type { OpenDatabase } from './database.ts'

const oldestMajor = 17

/** A database that someone else runs: looked at, never started or stopped. */
export async function openExternal(ownerUrl: string): Promise<OpenDatabase> {
  const version = await versionAt(ownerUrl).catch((cause) => {
    throw new CannotRun('database-unreachable', `DATABASE_URL does not answer: ${wordsOf(cause)}`, cause)
  })
  demandVersion(version)
  return { ownerUrl, ...appAccess(ownerUrl), version, embedded: false, stop: async () => {} }
}

export function demandVersion(version: string) {
  if (Number.parseInt(version, 10) >= oldestMajor) return
  throw new CannotRun(
    'database-too-old',
    `DATABASE_URL is PostgreSQL ${version}; Throughline needs ${oldestMajor} or newer.`,
  )
}

/**
 * Several servers share an external database, so the app role's password follows from the owner's instead of
 * lying in one server's folder. Where the owner has none, or roles are handed out by hand, DATABASE_APP_URL says.
 */
function appAccess(ownerUrl: string): Pick<OpenDatabase, 'appUrl' | 'appPassword'> {
  const given = process.env['DATABASE_APP_URL']
  if (given) return { appUrl: given, appPassword: undefined }
  const url = new URL(ownerUrl)
  const password = createHmac('sha256', decodeURIComponent(url.password)).update(appRole).digest('base64url')
  if (!url.password) return { appUrl: as(url, ''), appPassword: undefined }
  return { appUrl: as(url, password), appPassword: password }
}

function as(url: URL, password: string): string {
  const app = new URL(url)
  app.username = appRole
  app.password = password
  return app.href
}
