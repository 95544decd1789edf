import { hour, minute, type Instant } from '../kernel/instant.ts'

/** What every fact of a journey has: nothing is overwritten, a correction points at what it stands in for. */
export interface Fact {
  readonly id: string
  readonly corrects: string | null
  /** Taken back altogether: it was a slip. */
  readonly struck: boolean
}

/** The facts as they stand: without those corrected, and without those taken back. */
export function standing<F extends Fact>(facts: readonly F[]): F[] {
  const corrected = new Set(facts.map(({ corrects }) => corrects))
  return facts.filter(({ id, struck }) => !struck && !corrected.has(id))
}

/** Why a device's time is not to be relied on. The entry is kept all the same, as it was made. */
export type Doubt = 'ahead' | 'late'

const ahead = 2 * minute
const late = 12 * hour

/** A device's clock may run ahead, and an entry may be made long after: both are marked, neither is refused. */
export function doubtOf(moment: Instant, careNow: Instant): Doubt | null {
  if (moment > careNow + ahead) return 'ahead'
  return moment < careNow - late ? 'late' : null
}

/** One tap each: the good as well as the hard. The words are the screen's; here are the codes. */
export const eventCodes = [
  'felt-safe',
  'connected',
  'tears',
  'spoke',
  'laughed',
  'reached-for-hand',
  'at-rest',
  'fear-rising',
  'restless',
  'nausea',
  'vomited',
  'headache',
  'not-answering',
  'stop-word',
  'symptom',
] as const
export type EventCode = (typeof eventCodes)[number]
