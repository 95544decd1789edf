#!/usr/bin/env node
// The one door: node bootstrap/run.mjs VERB [arguments]. Plain JavaScript, for any Node from 18 on; it needs no package.
import { buildIfChanged } from './built.mjs'
import { handOver } from './hand-over.mjs'
import { installed } from './install.mjs'
import { fittingNode } from './node.mjs'
import { isCheckout } from './place.mjs'
import { say, Trouble } from './trouble.mjs'
import { verbs } from './verbs.mjs'

async function run([name, ...args]) {
  const verb = verbs[name]
  if (!verb) throw new Trouble(`node bootstrap/run.mjs needs one of: ${Object.keys(verbs).join(', ')}`)
  const node = await fittingNode()
  if (isCheckout) await installed(node)
  if (isCheckout && verb.built(args)) await buildIfChanged(node)
  await handOver(node, verb.program, [...verb.args, ...args])
}

await run(process.argv.slice(2)).catch(say)
