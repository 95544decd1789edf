import { buildIfChanged } from '../built.mjs'
import { root } from '../place.mjs'
import { findChromium } from './chromium.mjs'
import { runChecks } from './checks.mjs'
import { Tally } from './tally.mjs'
import { runTests } from './tests.mjs'

// `check`: what is quick. `test`: everything. The last line of either is the sum.
process.chdir(root)
const tally = new Tally()

await runChecks(tally)
if (process.argv[2] === 'test') {
  await tally.attempt('the pages build', () => buildIfChanged(process.execPath))
  await runTests(tally, 'unit')
  await runTests(tally, 'faults')
  await runTests(tally, 'e2e', await findChromium())
}
process.exit(tally.close())
