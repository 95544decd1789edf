import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './place.mjs'

/** What `npm start`, `npm test` and the rest run once the machine is ready. `built`: whether the pages are built first. */
const isStart = ([word]) => word === 'start'
const cli = existsSync(join(root, 'src')) ? 'src/app/cli/main.ts' : 'dist/server/throughline.mjs'

const all = {
  start: { program: cli, args: ['start'], built: () => true },
  cli: { program: cli, args: [], built: isStart },
  test: { program: 'bootstrap/proof/main.mjs', args: ['test'], built: () => false },
  check: { program: 'bootstrap/proof/main.mjs', args: ['check'], built: () => false },
  build: { program: 'bootstrap/build/main.mjs', args: ['all'], built: () => false },
  bench: { program: 'bench/run.ts', args: [], built: () => true },
  faults: { program: 'faults/run.ts', args: [], built: () => true },
}

/** A copy of the project may come without its benches. */
export const verbs = Object.fromEntries(
  Object.entries(all).filter(([, { program }]) => existsSync(join(root, program))),
)
