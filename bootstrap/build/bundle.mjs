import { cp, rm } from 'node:fs/promises'
import { build } from 'esbuild'

/**
 * One file for an installed copy, because Node strips types nowhere below node_modules. Its packages stay packages.
 * What the server reads from beside itself (migrations, content) is found from `import.meta.url`, so it lies two
 * levels below the package as the sources do.
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
  await cp('db/migrations', 'dist/server/migrations', { recursive: true })
}
