import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { wordsOf } from '../../platform/cannot-run.ts'
import { type Answer, Misused } from './command.ts'
import { project } from '../../platform/project.ts'
import { commands } from './commands.ts'
import { helpFor, overview } from './help.ts'
import { called, read } from './reading.ts'

// The commands and what they need are loaded below, quicker from the second time on.
enableCompileCache(join(project, '.node/compiled'))

/** 0 done; 1 done, and the verdict is no. What cannot be done is thrown and becomes 2. */
async function run(typed: readonly string[]): Promise<0 | 1> {
  const { name, rest } = called(typed, Object.keys(commands))
  const listed = commands[name]
  if (!listed) return general(typed)
  const command = await listed.load()
  const asked = read(command, rest)
  if (asked.flag('help')) return print({ exit: 0, plain: helpFor(name, listed, command) }, false)
  return print(await command.run(asked), asked.flag('json'))
}

async function general(typed: readonly string[]): Promise<0 | 1> {
  const [first = '--help'] = typed
  if (!['--help', '-h', 'help'].includes(first))
    throw new Misused(
      `There is no command ${typed.filter((word) => !word.startsWith('-')).join(' ')}. Try throughline --help.`,
    )
  return print({ exit: 0, plain: overview(commands) }, false)
}

async function print({ exit, json, plain }: Answer, asJson: boolean): Promise<0 | 1> {
  if (plain !== undefined && !asJson) await write(plain)
  else if (json !== undefined) await write(JSON.stringify(json, null, 2))
  return exit
}

/** For people on standard error, for programs on standard output. */
async function told(cause: unknown): Promise<2> {
  const problem = { kind: kindOf(cause), detail: wordsOf(cause) }
  process.stderr.write(
    `${problem.kind === 'fault' && cause instanceof Error ? cause.stack : problem.detail}\n`,
  )
  await write(JSON.stringify({ problem }))
  return 2
}

/** Until it has left: a pipe takes 64 KB at once, and we are about to exit. */
const write = (words: string) => new Promise<void>((left) => process.stdout.write(`${words}\n`, () => left()))

function kindOf(cause: unknown): string {
  return cause instanceof Error && 'kind' in cause && typeof cause.kind === 'string' ? cause.kind : 'fault'
}

// Whatever is still open, a command that is done is done.
process.exit(await run(process.argv.slice(2)).catch(told))
