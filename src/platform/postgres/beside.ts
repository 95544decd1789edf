import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { CannotRun } from '../cannot-run.ts'
import { makeFolders } from '../folder.ts'
import { type BackupPlan, copyBeside, demandOutside } from './backup.ts'
import { demandEmpty } from './copy.ts'
import { besideFile, besidePart, type KeptFile } from './manifest.ts'
import { clear, copyChecked } from './restore.ts'
import { restoreMark } from './unfinished.ts'

/** What a backup says of itself that has everything but the database, which is run, and backed up, elsewhere. */
export interface BesideManifest {
  readonly format: 1
  readonly database: 'elsewhere'
  readonly madeAt: string
  readonly bytes: number
  readonly beside: readonly KeptFile[]
}

const fileIn = (folder: string) => join(folder, 'beside.json')

export const isBeside = (folder: string): boolean => existsSync(fileIn(folder))

/** Copies the keys, the checkpoints and whatever else is in the data folder into a folder that is new or empty. */
export async function backUpBeside(plan: Pick<BackupPlan, 'dataFolder' | 'folder'>): Promise<BesideManifest> {
  const madeAt = new Date().toISOString()
  if (!existsSync(join(plan.dataFolder, 'vault.key')))
    throw new CannotRun(
      'no-vault-key',
      `There is no vault.key in ${plan.dataFolder}, and a backup without it opens no secret. Name the server's folder with --data.`,
    )
  await demandEmpty(plan.folder)
  await makeFolders(plan.folder, 0o700)
  await demandOutside(plan)
  const beside = await copyBeside(plan)
  const bytes = beside.reduce((sum, file) => sum + file.bytes, 0)
  const manifest: BesideManifest = { format: 1, database: 'elsewhere', madeAt, bytes, beside }
  await writeFile(fileIn(plan.folder), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true })
  return manifest
}

/** Puts them back into a data folder that is new or empty, each held against its hash. */
export async function restoreBeside(folder: string, dataFolder: string): Promise<BesideManifest> {
  const manifest = await read(folder)
  await demandEmpty(dataFolder)
  await makeFolders(dataFolder, 0o700)
  await writeFile(restoreMark(dataFolder), '')
  try {
    await copyChecked(manifest.beside, besidePart(folder), dataFolder)
    await rm(restoreMark(dataFolder))
    return manifest
  } catch (cause) {
    await clear(dataFolder)
    throw cause
  }
}

const shape: z.ZodMiniType<BesideManifest> = z.object({
  format: z.literal(1),
  database: z.literal('elsewhere'),
  madeAt: z.string(),
  bytes: z.number(),
  beside: z.array(besideFile),
})

async function read(folder: string): Promise<BesideManifest> {
  try {
    return z.parse(shape, JSON.parse(await readFile(fileIn(folder), 'utf8')))
  } catch (cause) {
    throw new CannotRun(
      'not-a-backup',
      `${fileIn(folder)} is damaged, or of a kind this version does not know.`,
      cause,
    )
  }
}
