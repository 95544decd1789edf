import { Problem, type ProblemKind } from '../../kernel/problem.ts'

const codeOf = (cause: unknown): string => String((cause as { code?: unknown } | null)?.code ?? '')

/**
 * What the database will not take from whoever asks is a refusal like any other. An id that is in use, or that leads
 * nowhere, is told alike whether it stands here or in a practice that row-level security hides from us.
 */
export function refusalIn(cause: unknown): unknown {
  const code = codeOf(cause)
  const kind = Object.hasOwn(refused, code) && refused[code]
  if (kind) return new Problem(kind)
  if (unkeepable.includes(code)) return new Problem('words-not-kept')
  return impossible.includes(code) ? new Problem('not-possible', [], cause) : cause
}

/**
 * TL001: what may not widen under the medicine. TL002: a release whose gates the database does not find met.
 * TL270: a signature before the main points were said in own words.
 */
const refused: Readonly<Record<string, ProblemKind>> = {
  '23505': 'id-taken',
  '23503': 'not-of-this',
  TL001: 'nothing-widens-yet',
  TL002: 'gates-open',
  TL270: 'say-it-first',
}

/** A sign that no text here can hold: NUL, or half of a pair. Words are read for them at the door; this is the net. */
const unkeepable: readonly string[] = ['22021', '22P05']

/**
 * Broken by what was entered, where a rule of ours should have said so first: a check of the table, a number or a
 * moment past what its column holds, a text too long or in no shape of its column.
 */
const impossible: readonly string[] = ['23514', '22001', '22003', '22007', '22008', '22P02']

/**
 * Class 08 and 57P: the connection is gone or the server is going down; class 40: undone for another's sake, and again at
 * every new try. Nothing was saved that was not answered.
 */
export const isDatabaseDown = (cause: unknown): boolean => {
  const code = codeOf(cause)
  return /^(08|40|57P)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT'].includes(code)
}
