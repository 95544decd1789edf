import { createReadStream } from 'node:fs'
import { CannotRun, codeOf } from '../../platform/cannot-run.ts'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
}

/** A text file as a whole. Pipes too; a file without an end is given up at `mostBytes`, with nothing kept of it. */
export async function textIn(path: string, { kind, mostBytes }: { kind: string; mostBytes: number }) {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of createReadStream(path)) {
      bytes += (chunk as Buffer).length
      if (bytes > mostBytes) throw new CannotRun(`${kind}-too-large`, tooLarge(path, mostBytes))
      chunks.push(chunk as Buffer)
    }
  } catch (cause) {
    if (cause instanceof CannotRun) throw cause
    const why = reasons[codeOf(cause) ?? '']
    throw new CannotRun(`${kind}-file`, `${path} cannot be read${why ? `: ${why}` : ''}.`, cause)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const tooLarge = (path: string, most: number) =>
  `${path} is larger than the ${Math.round(most / 1e6)} MB that are read.`
