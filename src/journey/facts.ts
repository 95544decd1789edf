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

/** What was wrong with an entry that is corrected or taken back. */
export const wrongs = ['mistyped', 'other-person', 'did-not-happen'] as const
export type Wrong = (typeof wrongs)[number]

/** One thing that happened, as it stands, with everything that was written down of it before. */
export interface Told<F extends Fact> {
  /** The newest of it; where it is `struck`, nothing of it counts. */
  readonly newest: F
  /** What it stands in for, newest first. */
  readonly before: readonly F[]
}

/** Everything that was noted, each once, with its corrections behind it: nothing of it is ever hidden. */
export function toldOf<F extends Fact>(facts: readonly F[]): Told<F>[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const corrected = new Set(facts.map(({ corrects }) => corrects))
  return facts
    .filter(({ id }) => !corrected.has(id))
    .map((newest) => ({ newest, before: chainOf(newest, byId) }))
}

function chainOf<F extends Fact>({ corrects }: F, byId: ReadonlyMap<string, F>): F[] {
  const earlier = corrects === null ? undefined : byId.get(corrects)
  return earlier ? [earlier, ...chainOf(earlier, byId)] : []
}

/**
 * What one person wrote down last, whenever it was said to have happened: ids grow with the moment of writing. Once they
 * have taken it back, that is what they did last.
 */
export const ownLastTap = <F extends Fact & { readonly byId: string }>(
  facts: readonly F[],
  seatId: string | null,
): F | undefined =>
  facts
    .filter(({ byId }) => byId === seatId)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .slice(-1)
    .find(({ id }) => !facts.some(({ corrects }) => corrects === id))

/** Why a device's time is not to be relied on. The entry is kept all the same, as it was made. */
export type Doubt = 'ahead' | 'late'

const ahead = 2 * minute
const late = 12 * hour

/** A device's clock may run ahead, and an entry may be made long after: both are marked, neither is refused. */
export function doubtOf(moment: Instant, careNow: Instant): Doubt | null {
  if (moment > careNow + ahead) return 'ahead'
  return moment < careNow - late ? 'late' : null
}

/** How long a release lives (0051-release.sql): what is written down later than that can no longer be seen to have been in time. */
export const releaseLives = 15 * minute

/** One tap each: the good as well as the hard. The words are the screen's; here are the codes. */
export const eventCodes = [
  'alarm-seen',
  'stop-answered',
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

/** What somebody answered to an alarm of the room: of nobody in care, and no key of the room. */
const answers: readonly string[] = ['alarm-seen', 'stop-answered'] satisfies readonly EventCode[]
export const isAnswer = (code: string): boolean => answers.includes(code)
