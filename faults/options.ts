import { parseArgs } from 'node:util'
import { faults, type Fault } from './strike.ts'

export const others = ['gates', 'controls'] as const
export type Part = Fault | (typeof others)[number]
const parts: readonly Part[] = [...faults, ...others]

export interface Options {
  /** Of each kind. */
  readonly rounds: number
  readonly seed: number
  /** After so many no round is begun any more. */
  readonly minutes: number
  readonly only: readonly Part[]
}

export const usage = `npm run faults -- [options]

Kills the server and PostgreSQL at random moments under acknowledged writes, closes gates while doses are released, takes
the protections away to see the campaign turn red, and prints one table. Ends with 1 when a round did not hold, was void,
or stayed green without its protection.

  --rounds N      Rounds of each kind (3)
  --seed S        The same faults at the same planned moments; every line prints the seed of its own round
  --minutes M     Begin no round after M minutes (without end)
  --only A,B      Of: ${parts.join(', ')}
  --help`

/** What was typed, or why it cannot be done. */
export function optionsIn(typed: readonly string[], now: number): Options | string {
  const { values } = parseArgs({
    args: [...typed],
    strict: true,
    options: {
      rounds: { type: 'string', default: '3' },
      seed: { type: 'string', default: String(now % 2 ** 31) },
      minutes: { type: 'string', default: 'Infinity' },
      only: { type: 'string', default: parts.join(',') },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return usage
  const [rounds, seed, minutes] = [Number(values.rounds), Number(values.seed), Number(values.minutes)]
  if (!(Number.isInteger(rounds) && rounds > 0)) return '--rounds takes a number from 1 on.'
  if (!(Number.isInteger(seed) && seed >= 0)) return '--seed takes a whole number.'
  if (!(minutes > 0)) return '--minutes takes a number.'
  const only = values.only.split(',')
  const known = parts.filter((part) => only.includes(part))
  return known.length === only.length
    ? { rounds, seed, minutes, only: known }
    : `--only takes some of: ${parts.join(', ')}.`
}
