import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What the two roles of the embedded database sign in with. */
export interface DatabaseSecrets {
  readonly owner: string
  readonly app: string
}

export const secretsIn = (dataFolder: string) => join(dataFolder, 'secrets')
const fileIn = (dataFolder: string) => join(secretsIn(dataFolder), 'database.json')

export async function readSecrets(dataFolder: string): Promise<DatabaseSecrets> {
  return JSON.parse(await readFile(fileIn(dataFolder), 'utf8'))
}

/** Made once. Written whole under another name and then linked, so that no start ever reads half a file. */
export async function secretsFor(dataFolder: string): Promise<DatabaseSecrets> {
  await mkdir(secretsIn(dataFolder), { recursive: true, mode: 0o700 })
  return readSecrets(dataFolder).catch(async () => {
    const draft = `${fileIn(dataFolder)}.${randomBytes(6).toString('hex')}`
    await writeFile(draft, JSON.stringify({ owner: password(), app: password() }), {
      mode: 0o600,
      flag: 'wx',
    })
    await link(draft, fileIn(dataFolder)).catch(() => {})
    await rm(draft)
    return readSecrets(dataFolder)
  })
}

const password = () => randomBytes(24).toString('base64url')
