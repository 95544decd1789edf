import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './place.mjs'

/** What `npm start`, `npm test` and the rest run once the machine is ready. `built`: the pages are built first. */
const all = {
  start: { program: 'src/app/cli/main.ts', args: ['start'], built: true },
  test: { program: 'bootstrap/proof/main.mjs', args: ['test'], built: false },
  check: { program: 'bootstrap/proof/main.mjs', args: ['check'], built: false },
  build: { program: 'bootstrap/build/main.mjs', args: ['all'], built: false },
  bench: { program: 'bench/main.ts', args: [], built: true },
  faults: { program: 'faults/main.ts', args: [], built: true },
}

/** A copy of the project may come without its benches. */
export const verbs = Object.fromEntries(
  Object.entries(all).filter(([, { program }]) => existsSync(join(root, program))),
)
