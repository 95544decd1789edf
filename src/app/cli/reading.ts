import { parseArgs } from 'node:util'
import { wordsOf } from '../../platform/cannot-run.ts'
import { type Asked, type CliCommand, Misused } from './command.ts'
import { optionsOf } from './help.ts'

/** The longest name that what was typed begins with: `db url --owner` calls `db url`. */
export function called(typed: readonly string[], names: readonly string[]): { name: string; rest: string[] } {
  const name = names
    .filter((known) => known.split(' ').every((word, place) => typed[place] === word))
    .toSorted((one, other) => other.length - one.length)[0]
  return { name: name ?? '', rest: typed.slice(name?.split(' ').length ?? 0) }
}

/** Cuts up what was typed after the name; anything the command does not know is refused. */
export function read(command: CliCommand, rest: readonly string[]): Asked {
  const { values, positionals } = parse(command, rest)
  const needed = command.takes.filter((name) => !name.startsWith('['))
  if (!values['help'] && (positionals.length < needed.length || positionals.length > command.takes.length))
    throw new Misused(
      command.takes.length === 0 ? 'It takes options only.' : `It takes ${command.takes.join(' ')}.`,
    )
  return {
    given: command.takes.map((_, place) => positionals[place] ?? ''),
    option: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    flag: (name) => values[name] === true,
    tell: (words) => void process.stderr.write(`${words}\n`),
  }
}

function parse(command: CliCommand, rest: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(optionsOf(command)).map(([name, { type }]) => [name, { type }]),
  )
  try {
    return parseArgs({ args: [...rest], options, allowPositionals: true, strict: true })
  } catch (cause) {
    throw new Misused(wordsOf(cause).split(/\. |\n/)[0])
  }
}
