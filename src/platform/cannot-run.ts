/** Something outside the program stands in the way: `kind` for machines, the message says what to do about it. */
export class CannotRun extends Error {
  readonly kind: string

  constructor(kind: string, detail: string, cause?: unknown) {
    super(detail, { cause })
    this.kind = kind
  }
}

/** The `code` that Node and PostgreSQL put on their errors. */
export const codeOf = (cause: unknown): string | undefined =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined

export const wordsOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
