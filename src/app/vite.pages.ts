import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The pages drawn on the server: one module that the server imports, with everything it needs inside. */
export default defineConfig({
  root: 'src/app/web',
  plugins: [react()],
  publicDir: false,
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  ssr: { noExternal: true },
  build: {
    ssr: 'pages.tsx',
    outDir: '../../../dist/pages',
    emptyOutDir: true,
    target: 'es2024',
    rolldownOptions: { output: { entryFileNames: 'pages.js' } },
  },
})
