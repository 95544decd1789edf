import { readFile, stat, writeFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import * as z from 'zod/mini'
import { CannotRun, codeOf } from '../cannot-run.ts'
import { migrationsFolder, migrationsIn } from '../db/migrations.ts'
import { major } from './binaries.ts'

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
  const there = await stat(fileIn(folder)).catch(() => undefined)
  if (there && (!there.isFile() || there.size > mostBytes)) throw damaged(folder)
  const text = await readFile(fileIn(folder), 'utf8').catch((cause) => {
    if (['EACCES', 'EPERM'].includes(codeOf(cause) ?? '')) throw cause

    throw new CannotRun(
      'not-a-backup',
      `${folder} has no manifest.json: it is no backup, or one cut short.`,
      cause,
    )
  })
  const manifest = manifestIn(text)
  if (manifest) return manifest
  throw damaged(folder)
}

/** Far more than any database has files. */
const mostBytes = 200_000_000

const damaged = (folder: string) =>
  new CannotRun('not-a-backup', `${fileIn(folder)} is damaged, or of a kind this version does not know.`)

const name = z.string()
/** Stays below the folder it is told of, whoever wrote the manifest. */
const inside = name.check(
  z.refine((path) => path !== '' && !isAbsolute(path) && !path.split(/[/\\]/).includes('..')),
)
export const keptFile = z.object({ path: inside, bytes: z.number(), sha256: name })
/** The database's own folder is not among what lies beside it. */
export const besideFile = keptFile.check(z.refine(({ path }) => path.split(/[/\\]/)[0] !== 'database'))
const shape: z.ZodMiniType<Manifest> = z.object({
  format: z.literal(1),
  madeAt: name,
  tookMs: z.number(),
  postgres: name,
  migration: name,
  rowsAtStart: z.record(name, z.number()),
  bytes: z.number(),
  database: z.array(keptFile).check(z.minLength(1)),
  beside: z.array(besideFile),
  folders: z.array(inside),
})

function manifestIn(text: string): Manifest | undefined {
  try {
    return z.safeParse(shape, JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** What a newer version has written this one can neither open nor take back. */
export async function demandKnown({ postgres, migration }: Manifest): Promise<void> {
  const newest = (await migrationsIn(migrationsFolder)).at(-1)?.name ?? ''
  if (Number.parseInt(postgres, 10) === Number(major) && migration <= newest) return
  throw new CannotRun(
    'backup-of-another-version',
    `This backup was made by another version (PostgreSQL ${postgres}, ${migration}); this one has PostgreSQL ${major} and knows ${newest}. Restore it with the version that made it, or a newer one. Nothing was restored.`,
  )
}
