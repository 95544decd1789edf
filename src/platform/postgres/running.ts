import { realpath, stat } from 'node:fs/promises'
import { CannotRun } from '../cannot-run.ts'
import { addressOf, placeAt } from './address.ts'
import { socketFor } from './cluster.ts'
import { databaseIn } from './place.ts'
import { readSecrets } from './secrets.ts'

/** The address of the database that is running in this data folder; nothing is started. */
export async function runningAddress(dataFolder: string, role: 'owner' | 'app'): Promise<string> {
  await demandOwner(dataFolder)
  const database = await realpath(databaseIn(dataFolder)).catch(() => notRunning(dataFolder))
  const secrets = await readSecrets(dataFolder)
  const url = addressOf(socketFor(database), role, secrets[role])
  await placeAt(url).catch(() => notRunning(dataFolder))
  return url
}

async function demandOwner(dataFolder: string) {
  const { uid } = await stat(dataFolder).catch(() => notRunning(dataFolder))
  const me = process.getuid?.()
  if (me !== uid && me !== 0)
    throw new CannotRun('not-your-data', `${dataFolder} belongs to another user, who alone may ask for this.`)
}

function notRunning(dataFolder: string): never {
  throw new CannotRun(
    'database-not-running',
    `No database is running in ${dataFolder}. Start the server first.`,
  )
}
