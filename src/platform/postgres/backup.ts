import { realpath, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import pg from 'pg'
import { CannotRun } from '../cannot-run.ts'
import { makeFolders } from '../folder.ts'
import { dataIn } from './cluster.ts'
import { below, copyFile, demandEmpty, forEach } from './copy.ts'
import { hotCopy } from './hot.ts'
import { besidePart, databasePart, type KeptFile, type Manifest, writeManifest } from './manifest.ts'
import { databaseIn } from './place.ts'
import { newestMigration, rowsOf } from './rows.ts'

export interface BackupPlan {
  readonly dataFolder: string
  readonly folder: string
  readonly ownerUrl: string
  readonly postgres: string
}

type Folders = Pick<BackupPlan, 'dataFolder' | 'folder'>

/** Copies the whole data folder, the database hot, into a folder that is new or empty. */
export async function backUp(plan: BackupPlan): Promise<Manifest> {
  const began = performance.now()
  const madeAt = new Date().toISOString()
  await demandEmpty(plan.folder)
  await makeFolders(plan.folder, 0o700)
  await demandOutside(plan)
  // The audit's checkpoints first: copied after the database, they could speak of rows that it does not have yet.
  const beside = await copyBeside(plan)
  const manifest: Manifest = {
    format: 1,
    madeAt,
    postgres: plan.postgres,
    ...(await copyDatabase(plan, beside)),
    tookMs: Math.round(performance.now() - began),
  }
  await writeManifest(plan.folder, manifest)
  return manifest
}

async function copyDatabase({ dataFolder, folder, ownerUrl }: BackupPlan, beside: readonly KeptFile[]) {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'throughline backup' })
  owner.on('error', () => {})
  await owner.connect()
  try {
    const target = databasePart(folder)
    const migration = await newestMigration(owner)
    const rowsAtStart = await rowsOf(owner)
    const database = await hotCopy({ owner, data: dataIn(await realpath(databaseIn(dataFolder))), target })
    const { folders } = await below(target)
    const bytes = [...database, ...beside].reduce((sum, file) => sum + file.bytes, 0)
    return { migration, rowsAtStart, bytes, database, beside, folders }
  } finally {
    await owner.end().catch(() => {})
  }
}

export async function copyBeside({ dataFolder, folder }: Folders): Promise<KeptFile[]> {
  const kept: KeptFile[] = []
  await forEach(await filesBeside(dataFolder), async (path) => {
    const file = await copyFile(join(dataFolder, path), join(besidePart(folder), path), path)
    if (file) kept.push(file)
  })
  return kept
}

/**
 * Everything but the database. A link to a file is kept as the file it leads to, such as a key from elsewhere; what cannot be
 * copied is named, because a backup without it would pass for a whole one.
 */
async function filesBeside(dataFolder: string): Promise<string[]> {
  const isBeside = (path: string) => path !== 'database' && !path.startsWith('database/')
  const { files, others } = await below(dataFolder)
  const links = others.filter(isBeside)
  for (const path of links) {
    const to = await stat(join(dataFolder, path)).catch(() => undefined)
    if (!to?.isFile())
      throw new CannotRun(
        'not-a-file',
        `${join(dataFolder, path)} is no file and no link to one, so it cannot be backed up. Put the file itself there, or take it away.`,
      )
  }
  return [...files.filter(isBeside), ...links]
}

export async function demandOutside({ dataFolder, folder }: Folders) {
  const way = relative(await realpath(dataFolder), await realpath(folder))
  if (way.startsWith('..')) return
  throw new CannotRun(
    'backup-inside',
    'A backup inside the data folder would be lost with it. Name another folder.',
  )
}
