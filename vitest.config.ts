import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          globalSetup: 'src/platform/testing/setup.ts',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'fences/*.test.mjs', 'bootstrap/*.test.mjs'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          globalSetup: 'src/platform/testing/setup.ts',
          include: ['e2e/**/*.e2e.test.ts', 'faults/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
