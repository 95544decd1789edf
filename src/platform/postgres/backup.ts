import { mkdir, realpath } from 'node:fs/promises'
import { join, relative } from 'node:path'
import pg from 'pg'
import { CannotRun } from '../cannot-run.ts'
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

/** Copies the whole data folder, the database hot, into a folder that is new or empty. */
export async function backUp(plan: BackupPlan): Promise<Manifest> {
  const began = performance.now()
  const madeAt = new Date().toISOString()
  await demandEmpty(plan.folder)
  await mkdir(plan.folder, { recursive: true, mode: 0o700 })
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

async function copyBeside({ dataFolder, folder }: BackupPlan): Promise<KeptFile[]> {
  const { files } = await below(dataFolder)
  const kept: KeptFile[] = []
  await forEach(
    files.filter((path) => !path.startsWith('database/')),
    async (path) => {
      const file = await copyFile(join(dataFolder, path), join(besidePart(folder), path), path)
      if (file) kept.push(file)
    },
  )
  return kept
}

async function demandOutside({ dataFolder, folder }: BackupPlan) {
  const way = relative(await realpath(dataFolder), await realpath(folder))
  if (way.startsWith('..')) return
  throw new CannotRun(
    'backup-inside',
    'A backup inside the data folder would be lost with it. Name another folder.',
  )
}
