import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { project } from '../../platform/project.ts'

// The commands and what they need are loaded below, quicker from the second time on.
enableCompileCache(join(project, '.node/compiled'))

// Whoever read what we print may have left: a server goes on all the same, and a command says so with its exit code.
let readerLeft = false
process.stdout.on('error', () => (readerLeft = true))
process.stderr.on('error', () => {})

/** Until it has left: a pipe takes 64 KB at once, and we are about to exit. */
const write = (to: NodeJS.WriteStream, words: string) =>
  new Promise<void>((left) => to.write(`${words}\n`, () => left()))

const { run } = await import('./run.ts')
const { exit, out, words } = await run(process.argv.slice(2))
if (words !== undefined) await write(process.stderr, words)
if (out !== undefined) await write(process.stdout, out)
// Whatever is still open, a command that is done is done.
process.exit(readerLeft ? 2 : exit)
