// dependency-cruiser exits 0 when it could parse nothing, so its exit code alone proves nothing.
import { spawnSync } from 'node:child_process'
import { demandAll } from './sources.mjs'

const cruiser = 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'
const flags = ['src', '--config', '.dependency-cruiser.mjs', '--output-type', 'json']
const run = spawnSync(process.execPath, [cruiser, ...flags], { encoding: 'utf8', maxBuffer: 2 ** 28 })
if (!run.stdout) throw new Error(`dependency-cruiser said nothing: ${run.stderr}`)

const { modules, summary } = JSON.parse(run.stdout)
const cruised = modules.map(({ source }) => source).filter((source) => source.startsWith('src/'))
demandAll(new Set(cruised), 'dependency-cruiser')
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`)
console.log(`dependency-cruiser: ${summary.violations.length} violations in ${summary.totalCruised} modules`)
process.exit(summary.violations.length > 0 ? 1 : 0)
