import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { appendFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Checkpoint } from '../audit/verify.ts'

interface Line extends Checkpoint {
  readonly at: string
  /** Ed25519 over the line without this key, base64. */
  readonly signature: string
}

export interface CheckpointFile {
  readonly path: string
  /** Signs where a chain ends now and adds it to the file. */
  write(ends: readonly Checkpoint[], at: string): void
}

const words = ({ practiceId, position, hash, at }: Omit<Line, 'signature'>): Buffer =>
  Buffer.from(JSON.stringify(['throughline checkpoint', practiceId, position, hash, at]))

/**
 * The file is outside the database, and so is the key that signs it: who rewrites the tables cannot sign what they
 * made. A copy of the file kept elsewhere (another machine, a printed line) also shows a rewrite by who has the key.
 */
export function openCheckpoints(folder: string): CheckpointFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const key = signingKey(join(folder, 'audit-key.pem'))
  const path = join(folder, 'checkpoints.jsonl')
  return {
    path,
    write(ends, at) {
      const lines = ends.map((end) => {
        const line = { ...end, at }
        return JSON.stringify({ ...line, signature: sign(null, words(line), key).toString('base64') })
      })
      if (lines.length > 0) appendFileSync(path, `${lines.join('\n')}\n`, { mode: 0o600 })
    },
  }
}

/** Two servers that start together on one folder end up with the same key: whoever links it first has made it. */
function signingKey(path: string): KeyObject {
  if (!existsSync(path)) makeKey(path)
  const key = createPrivateKey(readFileSync(path))
  writeFileSync(`${path}.pub`, createPublicKey(key).export({ type: 'spki', format: 'pem' }), { mode: 0o644 })
  return key
}

function makeKey(path: string): void {
  const { privateKey } = generateKeyPairSync('ed25519')
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, path)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
  } finally {
    rmSync(draft)
  }
}

/** The newest checkpoint of each practice in a file. Throws, naming the line, where one was not signed by the key. */
export function readCheckpoints(path: string, publicKeyPath: string): Checkpoint[] {
  const key = createPublicKey(readFileSync(publicKeyPath))
  const newest = new Map<string, Checkpoint>()
  for (const [number, text] of readFileSync(path, 'utf8').trimEnd().split('\n').entries()) {
    const line = JSON.parse(text) as Line
    if (!verify(null, words(line), key, Buffer.from(line.signature, 'base64')))
      throw new Error(`line ${number + 1} of ${path} was not signed by this installation's key`)
    const { practiceId, position, hash } = line
    newest.set(practiceId, { practiceId, position, hash })
  }
  return [...newest.values()]
}
