import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CannotRun, codeOf } from '../cannot-run.ts'
import type { KeptFile } from './manifest.ts'

/** Copies one file, through to the disk, and says what was copied. `undefined` for a file that is gone meanwhile. */
export async function copyFile(from: string, to: string, path: string): Promise<KeptFile | undefined> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let bytes = 0
  const look = new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      hash.update(chunk)
      bytes += chunk.length
      pass(null, chunk)
    },
  })
  try {
    await pipeline(createReadStream(from), look, createWriteStream(to, { mode: 0o600, flush: true }))
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined
    throw cause
  }
  return { path, bytes, sha256: hash.digest('hex') }
}

/** What is below a folder, as paths within it. */
export async function below(
  folder: string,
): Promise<{ files: string[]; folders: string[]; others: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.map((entry) => ({
    entry,
    path: relative(folder, join(entry.parentPath, entry.name)),
  }))
  return {
    files: paths.filter(({ entry }) => entry.isFile()).map(({ path }) => path),
    folders: paths.filter(({ entry }) => entry.isDirectory()).map(({ path }) => path),
    /** Links, pipes, sockets. */
    others: paths.filter(({ entry }) => !entry.isFile() && !entry.isDirectory()).map(({ path }) => path),
  }
}

const atOnce = 8

/** Does the work for each, a few at a time. After one has failed no other is begun, and those at work are waited for. */
export async function forEach<Item>(items: readonly Item[], work: (item: Item) => Promise<void>) {
  const rest = [...items].toReversed()
  const worker = async () => {
    for (let item = rest.pop(); item !== undefined; item = rest.pop()) await work(item)
  }
  const stopOthers = (cause: unknown) => {
    rest.length = 0
    throw cause
  }
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, () => worker().catch(stopOthers)))
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
}

export async function demandEmpty(folder: string) {
  const names = await readdir(folder).catch((cause) => {
    if (codeOf(cause) === 'ENOENT') return []
    if (codeOf(cause) === 'ENOTDIR') throw new CannotRun('not-a-folder', `${folder} is not a folder.`, cause)
    throw cause
  })
  if (names.length === 0) return
  throw new CannotRun(
    'folder-not-empty',
    `${folder} is not empty, and nothing is ever written over. Name a new folder.`,
  )
}
