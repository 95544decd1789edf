import { lstat, mkdir, readdir, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { CannotRun } from '../cannot-run.ts'
import { makeFolders } from '../folder.ts'
import { type Account, accountFor, giveTo } from './account.ts'
import { dataIn } from './cluster.ts'
import { copyFile, demandEmpty, forEach } from './copy.ts'
import {
  besidePart,
  databasePart,
  demandKnown,
  type KeptFile,
  type Manifest,
  readManifest,
} from './manifest.ts'
import { openDatabase } from './open.ts'
import { databaseIn, placeFor } from './place.ts'
import { rowsOf } from './rows.ts'
import { restoreMark } from './unfinished.ts'

export interface RestorePlan {
  readonly folder: string
  readonly dataFolder: string
  readonly log: (words: string) => void
}

export interface Restored {
  readonly manifest: Manifest
  /** Rows of each table once the database had recovered. */
  readonly rows: Readonly<Record<string, number>>
}

/** Puts a backup into a data folder that is new or empty. Every file is held against its hash; then it is opened once. */
export async function restore({ folder, dataFolder, log }: RestorePlan): Promise<Restored> {
  const manifest = await readManifest(folder)
  await demandKnown(manifest)
  await demandEmpty(dataFolder)
  await makeFolders(dataFolder, 0o700)
  await writeFile(restoreMark(dataFolder), '')
  try {
    await putBack(manifest, folder, dataFolder)
    await rm(restoreMark(dataFolder))
    return { manifest, rows: await openOnce(dataFolder, log) }
  } catch (cause) {
    await clear(dataFolder)
    throw cause
  }
}

async function putBack(manifest: Manifest, folder: string, dataFolder: string) {
  await copyChecked(manifest.beside, besidePart(folder), dataFolder)
  const account = await accountFor(databaseIn(dataFolder))
  const data = dataIn(await placeFor(dataFolder, account))
  const draft = `${data}.restored`
  const folders = ['', ...manifest.folders].map((path) => join(draft, path))
  for (const path of folders) await mkdir(path, { recursive: true, mode: 0o700 })
  await copyChecked(manifest.database, databasePart(folder), draft)
  await handOver([...folders, ...manifest.database.map(({ path }) => join(draft, path))], account)
  await rename(draft, data)
}

const handOver = (paths: readonly string[], account: Account | undefined) =>
  forEach(account ? paths : [], (path) => giveTo(account, path))

/** A file that is not the one the manifest names stops everything: half a truth is worse than none. */
export async function copyChecked(files: readonly KeptFile[], from: string, to: string) {
  await forEach(files, async ({ path, sha256 }) => {
    await demandFile(join(from, path))
    const copied = await copyFile(join(from, path), join(to, path), path)
    if (copied?.sha256 === sha256) return
    throw new CannotRun(
      'backup-damaged',
      `${join(from, path)} is ${copied ? 'not as it was when the backup was made' : 'missing'}. Nothing was restored.`,
    )
  })
}

/** A backup holds files: a link would bring in something of this machine's own, and a pipe never ends. */
async function demandFile(path: string) {
  const there = await lstat(path).catch(() => undefined)
  if (!there || there.isFile()) return
  throw new CannotRun('backup-damaged', `${path} is not a file. Nothing was restored.`)
}

export async function clear(dataFolder: string) {
  const database = await realpath(databaseIn(dataFolder)).catch(() => dataFolder)
  if (database !== dataFolder) await rm(database, { recursive: true })
  const left = await readdir(dataFolder)
  await Promise.all(left.map((name) => rm(join(dataFolder, name), { recursive: true })))
}

/** Starting it replays the log that came with the backup. */
async function openOnce(dataFolder: string, log: (words: string) => void) {
  const database = await openDatabase({ dataFolder, log })
  const client = new pg.Client({ connectionString: database.ownerUrl })
  client.on('error', () => {})
  try {
    await client.connect()
    return await rowsOf(client)
  } finally {
    await client.end().catch(() => {})
    await database.stop()
  }
}
