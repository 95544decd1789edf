import { readFile, rm } from 'node:fs/promises'
import { relative } from 'node:path'
import { build } from 'esbuild'

/** One file for an installed copy, because Node strips types nowhere below node_modules. Its packages stay packages. */
export async function bundleServer(folder = 'dist/server') {
  await rm(folder, { recursive: true, force: true })
  await build({
    entryPoints: ['src/app/cli/main.ts'],
    outfile: `${folder}/throughline.mjs`,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    plugins: [whereItWas],
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  })
}

/** A module finds content from where it lies; in the bundle it goes on from where it lay. */
const whereItWas = {
  name: 'where-it-was',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
      const place = JSON.stringify(`../../${relative(process.cwd(), path)}`)
      const source = await readFile(path, 'utf8')
      const contents = source.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`)
      return { contents, loader: 'ts' }
    })
  },
}
