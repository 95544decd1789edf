import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          globalSetup: 'src/platform/testing/setup.ts',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'fences/*.test.mjs', 'bootstrap/*.test.mjs'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      {
        // Needs no browser, and is not to share the machine with other tests: a round with too few writes is void, and a bench measures.
        test: {
          name: 'faults',
          globalSetup: 'src/platform/testing/setup.ts',
          include: ['faults/*.test.ts', 'bench/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'e2e',
          globalSetup: 'src/platform/testing/setup.ts',
          include: ['e2e/**/*.e2e.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          // What is looked for is waited for as long as a page may take on a busy machine, as the browser's own waiting does.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
})
