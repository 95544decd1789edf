import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const file = 'vault.key'

/**
 * The vault's key, kept beside the database and never in it: read from the folder, or made there the first time.
 * Two servers that start together on one folder end up with the same key. Back it up with the data: without it, nobody's
 * one-time codes work and no psychotherapy note opens.
 */
export async function vaultKeyIn(folder: string): Promise<Buffer> {
  await mkdir(folder, { recursive: true })
  return (await keptKeyIn(folder)) ?? make(join(folder, file))
}

/** The same, where it is there already; none is made. */
export const keptKeyIn = (folder: string): Promise<Buffer | undefined> => kept(join(folder, file))

async function make(path: string): Promise<Buffer> {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  await writeFile(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  await link(draft, path).catch(unlessThere)
  await rm(draft)
  const key = await kept(path)
  if (!key) throw new Error(`${path} could not be made`)
  return key
}

async function kept(path: string): Promise<Buffer | undefined> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return
    throw cause
  })
  if (text === undefined) return undefined
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== 32) throw new Error(`${path} is damaged: put it back from a backup`)
  return key
}

function unlessThere(cause: NodeJS.ErrnoException) {
  if (cause.code !== 'EEXIST') throw cause
}
