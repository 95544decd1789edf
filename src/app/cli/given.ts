import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { CannotRun } from '../../platform/cannot-run.ts'

/** What is in the file; in what comes on standard input, where none was named. */
export async function givenText(file: string): Promise<string> {
  if (file === '' || file === '-') return text(process.stdin)
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CannotRun('no-file', `${file} cannot be read.`, cause)
  })
}

export type Parsed = { readonly value: unknown } | { readonly fault: 'not-json' | 'duplicate-answer' }

/** JSON in which nothing is said twice: of two answers to one question none may win in silence. */
export function parseOnce(words: string): Parsed {
  try {
    const value: unknown = JSON.parse(words)
    return isSaidTwiceIn(words) ? { fault: 'duplicate-answer' } : { value }
  } catch {
    return { fault: 'not-json' }
  }
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs

/** Whether some object of this JSON has the same name twice. The names of the objects that are open, innermost last. */
export function isSaidTwiceIn(words: string): boolean {
  const open: (Set<string> | null)[] = []
  let last = ''
  for (const [token] of words.matchAll(tokens)) {
    if (token === ':' && isKnown(open.at(-1), last)) return true
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : null)
    if (token === '}' || token === ']') open.pop()
    last = token
  }
  return false
}

/** Whether the object has this name already; from now on it has. */
function isKnown(names: Set<string> | null | undefined, token: string): boolean {
  const name = String(JSON.parse(token))
  const known = names?.has(name) === true
  names?.add(name)
  return known
}
