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

/**
 * What a browser fetches before the first page of each kind is there, fonts apart: the entry, the pages of that audience,
 * the first of them wherever it is, and all they import. What is fetched after it, in a quiet moment, is not among it.
 */
export function firstLoads(): { what: string; kb: number; must: number; aim: number }[] {
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', web), 'utf8')) as Manifest
  const weigh = (needed: readonly string[], maybeApart: readonly string[] = []) => {
    for (const key of needed) if (!manifest[key]) throw new Error(`${key} is not in the build`)
    return [...filesOf(manifest, [...needed, ...maybeApart]), 'theme.js'].reduce(
      (sum, file) => sum + gzipped(file),
      0,
    )
  }
  return [
    { what: 'a public page', kb: weigh(['door.css', 'door.web.ts']), must: 60, aim: 30 },
    {
      what: 'a client page',
      kb: weigh(['index.html', 'ClientPages.tsx'], ['../../course/ClientHome.tsx']),
      must: 120,
      aim: 90,
    },
    {
      what: 'a staff page',
      kb: weigh(['index.html', 'StaffPages.tsx'], ['../../course/BoardPage.tsx']),
      must: 160,
      aim: 120,
    },
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
