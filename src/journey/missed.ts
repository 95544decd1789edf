import { hour, minute, type Instant } from '../kernel/instant.ts'
import type { Due } from './due.ts'

/** What is written down about a session that is long over calls nobody to its readings. [PD] */
const callsFor = 12 * hour

interface Known {
  /** Said why, or noted before. */
  readonly settled: ReadonlySet<string>
  readonly careNow: Instant
}

/** What is to be noted now: missed (MO-MISS), without a reason, not noted yet, and not of long ago. */
export const missedAnew = (dues: readonly Due[], { settled, careNow }: Known): Due[] =>
  dues.filter(({ key, state, at }) => state === 'missed' && !settled.has(key) && at > careNow - callsFor)

/** While a session goes on it is looked at this often: a limit crossed meanwhile asks for a reading of its own. */
const lookAgainAfter = 5 * minute

interface Going {
  readonly dues: readonly Due[]
  readonly missedMinutes: number
  readonly doseAt: Instant
  readonly isOver: boolean
}

/** When to look again: as the next one would be missed, and in between; no more once the session is over or of long ago. */
export function lookAgainAt(
  { dues, missedMinutes, doseAt, isOver }: Going,
  careNow: Instant,
): Instant | null {
  if (isOver || careNow > doseAt + callsFor) return null
  return Math.min(missedNextAt(dues, missedMinutes) ?? Infinity, careNow + lookAgainAfter)
}

function missedNextAt(dues: readonly Due[], missedMinutes: number): Instant | null {
  const open = dues.filter(({ state }) => state === 'coming' || state === 'due' || state === 'late')
  return open.length === 0 ? null : Math.min(...open.map(({ at }) => at)) + missedMinutes * minute + 1
}
