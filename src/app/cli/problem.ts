import { codeOf, wordsOf } from '../../platform/cannot-run.ts'

export interface CliProblem {
  readonly kind: string
  /** One sentence or two, for whoever typed it. */
  readonly detail: string
}

type Known = readonly [kind: string, words: string]

/** What a system says when it cannot, and what to do about it. */
const fromSystem: Readonly<Record<string, Known>> = {
  ENOSPC: ['disk-full', 'The disk is full. Make room and run this again.'],
  EDQUOT: ['disk-full', 'The disk is full for this user. Make room and run this again.'],
  EROFS: ['read-only', 'The disk cannot be written to. Name a folder on another.'],
  EACCES: ['not-permitted', 'This user may not do that.'],
  EPERM: ['not-permitted', 'This user may not do that.'],
  EMFILE: ['too-many-open', 'The system lets this user open no more files. Raise the limit (ulimit -n).'],
  ECONNREFUSED: ['database-unreachable', 'The database does not answer. Is it running?'],
  ECONNRESET: ['database-unreachable', 'The database ended the connection. Is it running?'],
  ENOTFOUND: ['database-unreachable', 'The database’s host is not known.'],
  // PostgreSQL's own.
  '42P01': ['not-migrated', 'This database is not up to date. Run: throughline migrate'],
  '42883': ['not-migrated', 'This database is not up to date. Run: throughline migrate'],
  '42703': ['not-migrated', 'This database is not up to date. Run: throughline migrate'],
  '28P01': ['database-refused', 'The database does not accept this user or password.'],
  '28000': ['database-refused', 'The database does not accept this user or password.'],
  '3D000': ['database-missing', 'There is no database of this name.'],
  '53100': ['disk-full', 'The database’s disk is full. Make room and run this again.'],
  '57P03': ['database-unreachable', 'The database is just starting or stopping. Try again in a moment.'],
}

/** Never a stack: whoever mends this asks for one with THROUGHLINE_STACK=1. */
export function problemOf(cause: unknown): CliProblem {
  const kind = cause instanceof Error && 'kind' in cause ? cause.kind : undefined
  if (typeof kind === 'string') return { kind, detail: wordsOf(cause) }
  const known = fromSystem[codeOf(cause) ?? '']
  if (known) return { kind: known[0], detail: `${known[1]} (${oneLine(wordsOf(cause))})` }
  if (process.env['THROUGHLINE_STACK'] && cause instanceof Error)
    return { kind: 'fault', detail: cause.stack ?? cause.message }
  return { kind: 'fault', detail: `This should not have happened: ${oneLine(wordsOf(cause))}` }
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').slice(0, 400)
