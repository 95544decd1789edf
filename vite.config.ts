import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** React Aria speaks 30 languages; the product has two. */
const twoLanguages = {
  name: 'two-languages',
  enforce: 'pre' as const,
  load(id: string) {
    const other =
      /react-(aria|stately|aria-components)\/.*\/intl\/.*\/(?!en-US|es-ES)[a-z]{2}-[A-Z]{2}\.m?js$/
    return other.test(id) ? 'export default {}' : undefined
  },
}

/** No list here is asked for page by page without end; each query would carry the means to. Whoever begins with one is told. */
const noEndlessLists = {
  name: 'no-endless-lists',
  load: {
    filter: { id: /query-core\/build\/modern\/infiniteQueryBehavior\.js$/ },
    handler: () =>
      ['infiniteQueryBehavior', 'hasNextPage', 'hasPreviousPage']
        .map((name) => `export function ${name}() { throw new Error('vite.config.ts: no-endless-lists') }`)
        .join('\n'),
  },
}

/** A contract's shapes are read by the server alone: in the browser an endpoint keeps its address, and no shape of it. */
const addressesAlone = {
  name: 'addresses-alone',
  enforce: 'post' as const,
  transform: {
    filter: { id: /\.contract\.ts$/ },
    handler(this: { parse(code: string): unknown }, code: string) {
      const shapes = shapesIn(this.parse(code))
      return shapes
        .toSorted((one, other) => other.start - one.start)
        .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end).replace(/^\s*,/, ''), code)
    },
  },
}

interface Node {
  readonly type?: string
  readonly start: number
  readonly end: number
  readonly [part: string]: unknown
}

/** Where, in the code of a contract, `input` and `reply` stand. */
function shapesIn(node: unknown): readonly Node[] {
  if (Array.isArray(node)) return node.flatMap(shapesIn)
  if (typeof node !== 'object' || node === null) return []
  const { type, callee, arguments: given } = node as Node
  if (type === 'CallExpression' && (callee as Node)['name'] === 'defineEndpoint')
    return ((given as readonly Node[])[0]!['properties'] as readonly Node[]).flatMap((property) =>
      ['input', 'reply'].includes(String((property['key'] as Node | undefined)?.['name'])) ? [property] : [],
    )
  return Object.values(node).flatMap(shapesIn)
}

/** The offline worker is told every file of its build: another build then has another worker, which clears away after the older. */
const toldItsBuild = {
  name: 'told-its-build',
  generateBundle(_: unknown, bundle: Record<string, { type: string; code?: string }>) {
    const worker = bundle['worker.js']
    const told = Object.keys(bundle)
      .filter((name) => name.startsWith('assets/'))
      .map((name) => `/${name}`)
      .toSorted()
      .join(' ')
    if (!worker?.code?.includes('__ASSETS__'))
      throw new Error('worker.js has no place for the list of its build')
    worker.code = worker.code.replace('__ASSETS__', told)
  },
}

const web = (page: string) => fileURLToPath(new URL(`src/app/web/${page}`, import.meta.url))

type Told = { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null }

/**
 * What every first page needs comes in one file, and what those of one audience need besides in another: twenty small files
 * compress a twentieth worse than one, and each lazy page names all of them. No file is loaded by anyone who did not need
 * every part of it before, but for what `app` itself has. Each set holds all that its parts import, so no circle can arise.
 */
function filesOfFirstPages() {
  let sets: Record<'entry' | 'client' | 'staff' | 'access' | 'door', Set<string>> | undefined
  const needed = (told: Told, pages: readonly string[], seen = new Set<string>()) => {
    for (const id of pages.filter((page) => !seen.has(page)))
      needed(told, told.getModuleInfo(id)?.importedIds ?? [], seen.add(id))
    return seen
  }
  const name = (id: string, told: Told) => {
    sets ??= {
      entry: needed(told, [web('main.tsx')]),
      client: needed(told, [web('ClientPages.tsx')]),
      staff: needed(told, [web('StaffPages.tsx')]),
      access: needed(told, [web('AccessPages.tsx')]),
      door: needed(told, [web('door.web.ts'), web('worker.web.ts'), web('../../fit/fit.web.ts')]),
    }
    const { entry, client, staff, access, door } = sets
    // The entry, and each page that is loaded when it is opened, stays a file of its own.
    if (door.has(id) || /(Pages|main)\.tsx$/.test(id)) return null
    if (entry.has(id) || (client.has(id) && staff.has(id))) return 'house'
    if (staff.has(id)) return access.has(id) ? 'inside' : 'staff'
    return client.has(id) ? 'client' : null
  }
  return { groups: [{ name, debugName: 'first pages', includeDependenciesRecursively: false }] }
}

/**
 * `dist/web/.vite/manifest.json` names what a page must load. The entries: `index.html` (the app), and for pages drawn on
 * the server `door.css`, `door.web.ts` and `fit.web.ts`. The two fonts worth preloading are in it under their
 * package path: `newsreader-latin-opsz-normal.woff2` and `atkinson-hyperlegible-next-latin-wght-normal.woff2`.
 */
export default defineConfig({
  root: 'src/app/web',
  resolve: {
    // Only the server reads the shapes of a contract.
    // React has had this of its own since 18; the router also serves those that have not.
    alias: {
      'use-sync-external-store/shim/index.js': 'react',
      'zod/mini': fileURLToPath(new URL('src/platform/http/shapes.web.ts', import.meta.url)),
    },
  },
  plugins: [twoLanguages, noEndlessLists, toldItsBuild, addressesAlone, react()],
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2024',
    rolldownOptions: {
      // So that what only those shapes were made of goes with them.
      treeshake: { manualPureFunctions: ['z', 'defineEndpoint'] },
      // The offline worker keeps its name, and lives at the root, so that its reach is the whole site. A page lists a hundred
      // files by their hashes, which no one can compress: what they hold stands in the manifest. Fonts and sheets are known by name.
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash:7].js'),
        chunkFileNames: 'assets/[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
        codeSplitting: filesOfFirstPages(),
      },
      input: {
        app: 'src/app/web/index.html',
        public: 'src/app/web/door.css',
        worker: 'src/app/web/worker.web.ts',
        door: 'src/app/web/door.web.ts',
        fit: 'src/fit/fit.web.ts',
      },
    },
  },
})
