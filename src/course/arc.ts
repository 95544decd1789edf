import { day, instant, type Instant } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'

/** Where in the arc a day lies, as the client meets it. Days are calendar days where the client lives. */
export type ArcDay =
  /** No course yet. */
  | { readonly kind: 'welcome' }
  /** A course, and no journey near. */
  | { readonly kind: 'preparing' }
  | { readonly kind: 'before'; readonly days: number; readonly lived: number }
  | { readonly kind: 'today'; readonly sessionId: string; readonly lived: number }
  | { readonly kind: 'under-way'; readonly sessionId: string }
  /** The same day: home again, or, where they left in another way, wherever they are. */
  | { readonly kind: 'rest'; readonly elsewhere?: true | undefined }
  | { readonly kind: 'after'; readonly days: number; readonly lived: number }
  | { readonly kind: 'onward'; readonly weeks: number; readonly lived: number }
  | { readonly kind: 'ended'; readonly lived: number }

export interface ArcFacts {
  readonly careNow: Instant
  readonly timeZone: string
  readonly endsAt: Instant | null
  readonly sessions: readonly ArcSession[]
  /** After the last dose they left other than by discharge: nobody knows that they are home. */
  readonly leftOtherwise?: boolean | undefined
}

export interface ArcSession {
  readonly id: string
  readonly plannedAt: Instant
  readonly phase: string
  /** The first dose that stands; null when there was none. */
  readonly doseAt: Instant | null
}

export function daysBetween(from: Instant, to: Instant, timeZone: string): number {
  const midnight = (moment: Instant) => instant(`${dayIn(moment, timeZone)}T00:00:00Z`)
  return Math.round((midnight(to) - midnight(from)) / day)
}

/** How near a journey must be to be what the day is about, when one has just been and when not. */
const nearAfterOne = 3
const near = 14
/** From here on weeks are counted, not days. */
const settled = 28

export function arcDayOf(facts: ArcFacts | undefined): ArcDay {
  if (!facts) return { kind: 'welcome' }
  const doses = facts.sessions.flatMap(({ doseAt }) => (doseAt === null ? [] : [doseAt]))
  const lived = doses.length
  if (facts.endsAt !== null && facts.endsAt <= facts.careNow) return { kind: 'ended', lived }
  const open = facts.sessions.find(({ phase }) => phase === 'under-way' || phase === 'recovering')
  if (open) return { kind: 'under-way', sessionId: open.id }
  return between(facts, doses)
}

function between(facts: ArcFacts, doses: readonly Instant[]): ArcDay {
  const { careNow, timeZone } = facts
  const lived = doses.length
  const next = nextOf(facts)
  const since = lived === 0 ? null : daysBetween(Math.max(...doses), careNow, timeZone)
  if (since === 0) return facts.leftOtherwise ? { kind: 'rest', elsewhere: true } : { kind: 'rest' }
  const ahead = next ? daysBetween(careNow, next.plannedAt, timeZone) : Infinity
  if (next && ahead === 0) return { kind: 'today', sessionId: next.id, lived }
  if (ahead <= (since === null ? near : nearAfterOne)) return { kind: 'before', days: ahead, lived }
  return since === null ? { kind: 'preparing' } : afterwards(since, lived)
}

const afterwards = (since: number, lived: number): ArcDay =>
  since < settled
    ? { kind: 'after', days: since, lived }
    : { kind: 'onward', weeks: Math.floor(since / 7), lived }

/** The next journey that is planned for today or later. */
function nextOf({ sessions, careNow, timeZone }: ArcFacts): ArcSession | undefined {
  return sessions
    .filter(({ phase, plannedAt }) => phase === 'planned' && daysBetween(careNow, plannedAt, timeZone) >= 0)
    .toSorted((a, b) => a.plannedAt - b.plannedAt)[0]
}
