import { Problem } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Answers, Instrument } from './instrument.ts'
import { instrumentAt } from './library.content.ts'
import { scoredHere } from './mark.queries.ts'
import type { Mark } from './mark.ts'
import { isOutdated, unscored } from './outdated.ts'
import type { Language } from './response.ts'
import type { Scored } from './score.ts'
import { wasAskedIn } from './wording.queries.ts'

export interface HeardHere {
  /** As it was asked: today's, or an earlier version of it. */
  readonly instrument: Instrument
  readonly scored: Scored
  readonly mark: Mark | null
}

interface Sent {
  /** The one that was on the screen; where none is named, the one that is asked now. */
  readonly instrumentVersion?: string | undefined
  readonly language: Language
  readonly answers: Answers
}

/**
 * What the answers say, by the version that was asked; on a client's own device and on the practice's tablet alike. Refused, and kept
 * where it was written: what nobody can have been asked, in a language that it has no words in.
 */
export async function heardOf(tx: PracticeTx, instrument: Instrument, sent: Sent): Promise<HeardHere> {
  const found = await heardAt(tx, instrument, sent)
  if (found.instrument === instrument && !(await wasAskedIn(tx, instrument, sent.language)))
    throw new Problem('malformed', [{ path: 'language', fault: 'no-words' }])
  return found
}

/** The same, whatever words it was read in. A version that is not there would be scored as something else. */
export async function heardAt(
  tx: PracticeTx,
  instrument: Instrument,
  { instrumentVersion: version = instrument.version, answers }: Omit<Sent, 'language'>,
): Promise<HeardHere> {
  if (!instrument.own && isOutdated(instrument, version))
    return heardEarlier(tx, instrument, { version, answers })
  if (version !== instrument.version)
    throw new Problem('malformed', [{ path: 'instrumentVersion', fault: 'wrong-version' }])
  return { instrument, ...(await wellScored(tx, instrument, answers)) }
}

/**
 * Begun before the form was brought up to date, on a device that did not know: by the rules of that version where they are kept,
 * and else not scored. Either way it is kept under the version that was asked, and what asks for a person reaches one.
 */
async function heardEarlier(
  tx: PracticeTx,
  now: Instrument,
  { version, answers }: { readonly version: string; readonly answers: Answers },
): Promise<HeardHere> {
  const earlier = instrumentAt(now.id, version)
  if (!earlier) return { instrument: { ...now, version }, scored: unscored(now, answers), mark: null }
  return { instrument: earlier, ...(await wellScored(tx, earlier, answers)) }
}

async function wellScored(tx: PracticeTx, instrument: Instrument, answers: Answers) {
  const { scored, mark } = await scoredHere(tx, instrument, answers)
  if (scored.status === 'invalid') throw new Problem('malformed', [{ path: 'answers', fault: scored.reason }])
  return { scored, mark }
}
