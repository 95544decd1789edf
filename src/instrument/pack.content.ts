import { readdirSync, readFileSync } from 'node:fs'
import type { Pack } from './pack.ts'

const folder = new URL('../../content/instruments/packs/', import.meta.url)
const ending = '.json'

let read: ReadonlyMap<string, Pack> | undefined

/** Every pack by its instrument; none where the folder was taken away. */
export const packs = (): ReadonlyMap<string, Pack> => (read ??= new Map(filesHere().map(packIn)))

function filesHere(): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(ending))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw cause
  }
}

function packIn(name: string): [string, Pack] {
  const pack = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Pack
  return [pack.instrument, pack]
}
