import { rm } from 'node:fs/promises'
import { build } from 'esbuild'

/**
 * One file for an installed copy, because Node strips types nowhere below node_modules. Its packages stay packages.
 * It lies two levels below the package, as the slices' files do, so that what they find from `import.meta.url`
 * (content, the built pages) is found from it too.
 */
export async function bundleServer() {
  await rm('dist/server', { recursive: true, force: true })
  await build({
    entryPoints: ['src/app/cli/main.ts'],
    outfile: 'dist/server/throughline.mjs',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  })
}
