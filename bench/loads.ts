import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
  readonly src?: string
}

type Manifest = Readonly<Record<string, Chunk>>

const web = new URL('../dist/web/', import.meta.url)
const gzipped = (file: string) => gzipSync(readFileSync(new URL(file, web)), { level: 9 }).length / 1024

/** What a browser fetches before the first page of each kind is there, fonts apart. */
export function firstLoads(): { what: string; kb: number; must: number; aim: number }[] {
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', web), 'utf8')) as Manifest
  const weigh = (keys: readonly string[]) =>
    [...filesOf(manifest, keys)].reduce((sum, file) => sum + gzipped(file), 0)
  const app = Object.keys(manifest).find((key) => key.endsWith('index.html'))!
  const named = (part: string) => Object.keys(manifest).filter((key) => key.includes(part))
  return [
    {
      what: 'a public page',
      kb: weigh(['door.css', 'leave.web.ts'].filter((key) => key in manifest)),
      must: 60,
      aim: 30,
    },
    { what: 'a client page', kb: weigh([app, ...named('ClientPages')]), must: 120, aim: 90 },
    { what: 'a staff page', kb: weigh([app, ...named('StaffPages')]), must: 160, aim: 120 },
  ]
}

function filesOf(manifest: Manifest, keys: readonly string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    const chunk = manifest[key]
    if (!chunk || seen.has(chunk.file)) continue
    seen.add(chunk.file)
    for (const sheet of chunk.css ?? []) seen.add(sheet)
    filesOf(manifest, chunk.imports ?? [], seen)
  }
  return seen
}
