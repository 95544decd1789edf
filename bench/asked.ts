import { parseArgs } from 'node:util'

const help = `npm run bench [-- OPTIONS]

Each operation in turn beside a ceiling of this machine, round after round, 16 at a time, so that whatever else the machine
does weighs on both. What is printed are ratios within a round: least / median / most. Any answer but 2xx ends it.

  --rounds N      rounds, 8 unless told otherwise
  --ms N          how long each operation is asked in a round, 2000 unless told otherwise
  --only 1,7,13   only these bars
  --short         2 rounds of 400 ms: whether it runs, not how fast
  --size          also bar 13: a database of 1,000 practices, 100,000 people and --facts million readings
  --facts N       how many million, 3 unless told otherwise
                  and bar 15: the outcomes of one practice of 100,000 people
  --profile FILE  also writes a CPU profile of the server, for what --only asks
  --help          this

It ends with 1 when a "must" was missed, unless --short.`

const options = {
  rounds: { type: 'string' },
  ms: { type: 'string' },
  only: { type: 'string' },
  short: { type: 'boolean', default: false },
  size: { type: 'boolean', default: false },
  facts: { type: 'string', default: '3' },
  profile: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

export interface BenchPlan {
  readonly rounds: number
  readonly ms: number
  /** Whether this bar is asked for. */
  readonly wants: (bar: number) => boolean
  readonly short: boolean
  /** Millions of facts for bar 13, or nothing. */
  readonly facts: number | undefined
  /** Whether bar 15 is asked for. */
  readonly outcomes: boolean
  readonly profile: string | undefined
}

/** What was asked for on the command line; says so and ends when it cannot be understood. */
export function benchPlan(args: readonly string[]): BenchPlan {
  const { values } = understood(args)
  if (values.help) end(help, 0)
  const bars = values.only?.split(',').map(Number)
  /** What takes minutes to make is only made when it is named. */
  const named = (bar: number) => values.size || (bars?.includes(bar) ?? false)
  return {
    rounds: counted(values.rounds, values.short ? 2 : 8),
    ms: counted(values.ms, values.short ? 400 : 2_000),
    wants: (bar) => bars?.includes(bar) ?? true,
    short: values.short,
    facts: named(13) ? counted(values.facts, 3) : undefined,
    outcomes: named(15),
    profile: values.profile,
  }
}

function understood(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options })
  } catch (fault) {
    return end(`${(fault as Error).message}\n\n${help}`, 2)
  }
}

function counted(text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text)
  return value > 0 ? value : end(`${text} is no number\n\n${help}`, 2)
}

function end(words: string, code: number): never {
  console.log(words)
  process.exit(code)
}
