import { type Answer, Misused } from './command.ts'
import { commands } from './commands.ts'
import { helpFor, overview } from './help.ts'
import { problemOf } from './problem.ts'
import { called, read } from './reading.ts'

export interface Ended {
  /** 0 done; 1 done, and the verdict is no; 2 not done. */
  readonly exit: 0 | 1 | 2
  /** Alone on standard output. */
  readonly out: string | undefined
  /** For people, on standard error. */
  readonly words: string | undefined
}

/** Does what was typed. Whatever goes wrong becomes a problem: nothing is thrown. */
export async function run(typed: readonly string[]): Promise<Ended> {
  try {
    return await answered(typed)
  } catch (cause) {
    const problem = problemOf(cause)
    return { exit: 2, out: JSON.stringify({ problem }), words: problem.detail }
  }
}

async function answered(typed: readonly string[]): Promise<Ended> {
  const { name, rest } = called(typed, Object.keys(commands))
  const listed = commands[name]
  if (!listed) return general(typed)
  const command = await listed.load()
  const asked = read(command, rest)
  if (asked.flag('help')) return printed({ exit: 0, plain: helpFor(name, listed, command) }, false)
  return printed(await command.run(asked), asked.flag('json'))
}

const helps = ['--help', '-h', 'help']

function general(typed: readonly string[]): Ended {
  const [first = '--help', ...rest] = typed
  const under = Object.entries(commands).filter(([name]) => name.startsWith(`${first} `))
  if (under.length > 0 && rest.length === 1 && helps.includes(rest[0] ?? ''))
    return printed({ exit: 0, plain: overview(Object.fromEntries(under)) }, false)
  if (!helps.includes(first))
    throw new Misused(
      `There is no command ${typed.filter((word) => !word.startsWith('-')).join(' ')}. Try throughline --help.`,
    )
  return printed({ exit: 0, plain: overview(commands) }, false)
}

function printed({ exit, json, plain }: Answer, asJson: boolean): Ended {
  if (plain !== undefined && !asJson) return { exit, out: plain, words: undefined }
  return { exit, out: json === undefined ? undefined : JSON.stringify(json, null, 2), words: undefined }
}
