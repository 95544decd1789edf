import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Instrument } from './instrument.ts'

const folder = new URL('../../content/instruments/', import.meta.url)
const ending = '.json'

let known: readonly string[] | undefined
const read = new Map<string, Instrument>()

/** The id of every instrument there is, asked here or not. */
export const libraryIds = (): readonly string[] =>
  (known ??= readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .toSorted())

/** One instrument, read when it is first needed. */
export function fromLibrary(id: string): Instrument | undefined {
  if (!libraryIds().includes(id)) return undefined
  const found = read.get(id) ?? (JSON.parse(readFileSync(new URL(id + ending, folder), 'utf8')) as Instrument)
  read.set(id, found)
  return found
}

/** Versions that were asked once: `earlier/ID@VERSION.json`. One is put there, and never taken away, when a form changes. */
const earlier = new URL('earlier/', folder)

/** One instrument as it was in this version; nothing where that version is not kept here. */
export function instrumentAt(id: string, version: string, kept: URL = earlier): Instrument | undefined {
  const now = fromLibrary(id)
  if (!now || now.version === version) return now
  const name = `${id}@${version}${ending}`
  if (!/^\d+$/.test(version) || !namesIn(kept).includes(name)) return undefined
  return JSON.parse(readFileSync(new URL(name, kept), 'utf8')) as Instrument
}

const namesIn = (where: URL): readonly string[] => (existsSync(where) ? readdirSync(where) : [])
