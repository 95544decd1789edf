import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotRun } from '../cannot-run.ts'

export interface KeptFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** What a backup says of itself. Written last, so that a folder without one is not a backup. */
export interface Manifest {
  readonly format: 1
  readonly madeAt: string
  readonly tookMs: number
  /** The version of PostgreSQL that wrote it. */
  readonly postgres: string
  /** The newest step of the database's history that it has been through. */
  readonly migration: string
  /** Rows of each table when the copying began; what was written while it went on is in the backup too. */
  readonly rowsAtStart: Readonly<Record<string, number>>
  readonly bytes: number
  /** Below `database/`. */
  readonly database: readonly KeptFile[]
  /** Below `beside/`: the rest of the data folder, with its keys and secrets. */
  readonly beside: readonly KeptFile[]
  /** Folders of the database, since it needs the empty ones too. */
  readonly folders: readonly string[]
}

export const databasePart = (folder: string) => join(folder, 'database')
export const besidePart = (folder: string) => join(folder, 'beside')
const fileIn = (folder: string) => join(folder, 'manifest.json')

export async function writeManifest(folder: string, manifest: Manifest) {
  await writeFile(fileIn(folder), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true })
}

export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(fileIn(folder), 'utf8').catch((cause) => {
    throw new CannotRun(
      'not-a-backup',
      `${folder} has no manifest.json: it is no backup, or one cut short.`,
      cause,
    )
  })
  try {
    const manifest = JSON.parse(text) as Manifest
    if (manifest.format === 1) return manifest
  } catch {}
  throw new CannotRun(
    'not-a-backup',
    `${fileIn(folder)} is damaged, or of a kind this version does not know.`,
  )
}
