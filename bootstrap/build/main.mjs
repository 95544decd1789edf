import { existsSync } from 'node:fs'
import { root } from '../place.mjs'
import { stampBuilt } from '../built.mjs'
import { bundleServer } from './bundle.mjs'
import { packWeb } from './pack.mjs'

// `pages`: what browsers load, and the pages drawn on the server. `all`: those, and the server as an installed copy runs it.
process.chdir(root)
const { build } = await import('vite')

for (const configFile of ['vite.config.ts', 'src/app/vite.pages.ts']) {
  if (existsSync(configFile)) await build({ configFile, logLevel: 'warn' })
}
await packWeb()
if (process.argv[2] === 'all') await bundleServer()
stampBuilt()
