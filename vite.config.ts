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

/**
 * `dist/web/.vite/manifest.json` names what a page must load. The entries: `index.html` (the app), and for pages drawn on
 * the server `door.css`, `door.web.ts` and `fit.web.ts`. The two fonts worth preloading are in it under their
 * package path: `newsreader-latin-opsz-normal.woff2` and `atkinson-hyperlegible-next-latin-wght-normal.woff2`.
 */
export default defineConfig({
  root: 'src/app/web',
  resolve: {
    // Only the server reads the shapes of a contract.
    alias: { 'zod/mini': fileURLToPath(new URL('src/platform/http/shapes.web.ts', import.meta.url)) },
  },
  plugins: [twoLanguages, react()],
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2024',
    rolldownOptions: {
      // The offline worker keeps its name, and lives at the root, so that its reach is the whole site.
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
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
