import type { Answers, Instrument } from '../instrument/instrument.ts'
import { score } from '../instrument/score.ts'

/** What one response to a practice's own form comes to, in the order of the form and in its own words; null: not formed. */
export interface WorkedOut {
  readonly words: string
  readonly value: number | string | null
}

/** Worked out from the answers as they are kept, by the version they were given to. */
export function workedOutIn(instrument: Instrument, answers: Answers): readonly WorkedOut[] {
  const scored = score(instrument, answers)
  if (!instrument.own || scored.status === 'invalid') return []
  const { scores, classification = {} } = scored
  return instrument.own.results.map(({ id, words }) => ({
    words,
    value: scores[id] ?? classification[id] ?? null,
  }))
}
