import type { CliCommand, CliOption } from './command.ts'
import type { Listed } from './commands.ts'

const everywhere: Readonly<Record<string, CliOption>> = {
  json: { type: 'boolean', words: 'Print JSON alone on standard output' },
  help: { type: 'boolean', words: 'Print this' },
}

/** What each command takes besides its own. */
export const optionsOf = (command: CliCommand): Readonly<Record<string, CliOption>> => ({
  ...command.options,
  ...everywhere,
})

export function overview(commands: Readonly<Record<string, Listed>>): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => [name, summary] as const)
  return [
    'Throughline: one line through preparation, journey and integration.',
    '',
    'throughline COMMAND [options]',
    '',
    ...columns(rows),
    '',
    'throughline COMMAND --help says more. JSON goes to standard output, words for people to standard error.',
    'Exit codes: 0 done; 1 done, and the verdict is no; 2 not done, with {"problem": {"kind", "detail"}}.',
  ].join('\n')
}

export function helpFor(name: string, { summary }: Listed, command: CliCommand): string {
  const rows = Object.entries(optionsOf(command)).map(
    ([option, { value, words }]) => [`--${option}${value ? ` ${value}` : ''}`, words] as const,
  )
  return [
    `throughline ${[name, ...command.takes].join(' ')} [options]`,
    '',
    `${summary}.`,
    '',
    command.about.trim(),
    '',
    ...columns(rows),
  ].join('\n')
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
