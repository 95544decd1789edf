export interface CliOption {
  readonly type: 'string' | 'boolean'
  /** What its value is called in the help, such as `FOLDER`. */
  readonly value?: string
  readonly words: string
}

/** What was typed, cut into its parts. */
export interface Asked {
  /** One for each of `takes`; an optional one that was left out is an empty string. */
  readonly given: readonly string[]
  option(name: string): string | undefined
  flag(name: string): boolean
  /** Words for the person at the terminal, on standard error. */
  tell(words: string): void
}

export interface Answer {
  /** 0 done; 1 done, and the verdict is no; 2 what was given is no good, and `json` says why. What cannot be done at all is thrown. */
  readonly exit: 0 | 1 | 2
  /** Printed alone on standard output. */
  readonly json?: unknown
  /** Printed instead of `json` unless --json was given. */
  readonly plain?: string
}

export interface CliCommand {
  /** The arguments, as the help shows them; `[FILE]` may be left out. */
  readonly takes: readonly string[]
  readonly options: Readonly<Record<string, CliOption>>
  /** A paragraph or two, under the summary. */
  readonly about: string
  run(asked: Asked): Promise<Answer>
}

/** The command line was used in a way it does not know; the message says how it is used. */
export class Misused extends Error {
  readonly kind = 'usage'
}
