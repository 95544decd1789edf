import { constants } from 'node:fs'
import { access, realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { CannotRun, codeOf, wordsOf } from '../cannot-run.ts'
import { appRole } from '../db/role.ts'
import { makeFolders } from '../folder.ts'
import { accountFor } from './account.ts'
import { addressOf } from './address.ts'
import { binariesFor } from './binaries.ts'
import { clusterIn } from './cluster.ts'
import type { DatabaseOptions, OpenDatabase } from './database.ts'
import { openExternal } from './external.ts'
import { initialise } from './initdb.ts'
import { databaseIn, placeFor } from './place.ts'
import { secretsFor } from './secrets.ts'
import { supervise } from './supervisor.ts'
import { demandWhole } from './unfinished.ts'

/** A running database, made, started or joined as needed. Safe to call from any number of processes at once. */
export function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  return options.databaseUrl ? openExternal(options.databaseUrl) : openEmbedded(options)
}

async function openEmbedded({ dataFolder, log = () => {} }: DatabaseOptions): Promise<OpenDatabase> {
  if (process.platform === 'win32')
    throw new CannotRun('no-embedded-database', 'On Windows, run Throughline in WSL or set DATABASE_URL.')
  const folder = await madeFolder(dataFolder)
  await demandWhole(folder)
  const account = await accountFor(databaseIn(folder))
  const place = await placeFor(folder, account)
  const cluster = await clusterIn(place, await binariesFor(place, account), account)
  const secrets = await secretsFor(folder)
  await initialise(cluster, secrets.owner)
  const ownerUrl = addressOf(cluster.socket, 'owner', secrets.owner)
  const { version, stop } = await supervise({ cluster, ownerUrl, log })
  return {
    ownerUrl,
    appUrl: addressOf(cluster.socket, 'app', secrets.app),
    appLogin: { role: appRole, password: secrets.app },
    version,
    embedded: true,
    stop,
  }
}

async function madeFolder(dataFolder: string): Promise<string> {
  try {
    await makeFolders(resolve(dataFolder), 0o700)
    await access(resolve(dataFolder), constants.R_OK | constants.W_OK | constants.X_OK)
    return await realpath(resolve(dataFolder))
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause
    throw new CannotRun(
      'data-folder',
      `The data folder ${dataFolder} cannot be used (${wordsOf(cause)}). Choose another with --data.`,
      cause,
    )
  }
}
