import { instant, minute, type Instant } from '../kernel/instant.ts'
import type { Limits, VitalsPlan } from '../protocol/protocol.ts'
import { crossingsIn, measuresOf, type Crossing, type Vitals } from './limits.ts'

/** A reading that is asked for: planned by the protocol, or again because a limit was crossed. */
export interface Due {
  /** Names it for good: `planned 20`, or `again` with the reading that crossed. */
  readonly key: string
  readonly why: 'planned' | 'again'
  readonly at: Instant
  readonly state: 'taken' | 'coming' | 'due' | 'late' | 'missed'
  /** Whatever crossed was never measured since: it is asked for until it is. */
  readonly stands?: boolean
}

export interface Taken extends Vitals {
  readonly id: string
  readonly takenAt: string
}

export interface Watched {
  readonly plan: VitalsPlan
  readonly limits: Limits
  readonly doseAt: Instant
  /** When the person went home or left; nothing is due afterwards. */
  readonly endedAt: Instant | null
  /** As they stand, oldest first. */
  readonly readings: readonly Taken[]
}

/** After a crossed limit it is measured again in five minutes (MO-BP3, and EM-01 until it settles; clinical.md 4.2, 4.4). */
export const againAfter = 5 * minute

/** Where they breathe too little, or do not answer: each minute (EM-03), and the oxygen in a minute (MO-O2). */
const breathAgainAfter = 1 * minute

const afterOf = (crossed: readonly Crossing[]): number =>
  crossed.some(
    ({ limit, level }) =>
      limit === 'lowSpo2' || limit === 'lowRespirations' || (limit === 'lowSedation' && level === 'urgent'),
  )
    ? breathAgainAfter
    : againAfter

/**
 * Everything that was or will be due in a session, in the order of time: the one answer for the clock, for the alarm and for
 * what is read of it afterwards. What had only just become due when they went was not missed (MO-MISS).
 */
export function duesOf(watched: Watched, careNow: Instant): Due[] {
  const grace = watched.plan.lateMinutes.value * minute
  const ends = watched.endedAt === null ? Infinity : watched.endedAt - grace
  const dues = [...plannedDues(watched, careNow), ...againDues(watched, careNow)]
  return dues.filter(({ at, state }) => at < ends || state === 'taken').toSorted((a, b) => a.at - b.at)
}

/**
 * The next reading that nobody has taken yet. Once a session is over none is; what was missed before the newest reading can
 * no longer be taken, and is not asked for.
 */
export function nextDue(watched: Watched, careNow: Instant): Due | undefined {
  if (watched.endedAt !== null) return undefined
  const newest = Math.max(-Infinity, ...watched.readings.map(({ takenAt }) => instant(takenAt)))
  const open = duesOf(watched, careNow).filter((due) => due.state !== 'taken' && isOpen(due, newest))
  const again = open.find(({ why }) => why === 'again')
  const planned = open.filter(({ why }) => why === 'planned')
  const next = planned.findLast(({ at }) => at <= careNow) ?? planned[0]
  if (!again || !next) return again ?? next
  return again.at <= next.at ? again : next
}

const isOpen = ({ state, at, stands }: Due, newest: Instant): boolean =>
  state !== 'missed' || at > newest || stands === true

/** What else is known of this moment, beside what is due. */
export interface Standing {
  /** Something stands that cannot wait (`alarmsIn`). */
  readonly isEmergency: boolean
  /** A limit stands crossed by what was last measured of each. */
  readonly isCrossed: boolean
}

/**
 * What the room asks for, in one line: an emergency before anything planned; a limit that stands crossed, and that no reading
 * was asked for after, as one before the dose, at once.
 */
export function nextAsked(
  watched: Watched,
  { isEmergency, isCrossed }: Standing,
  careNow: Instant,
): Due | 'emergency' | undefined {
  if (watched.endedAt !== null) return undefined
  if (isEmergency) return 'emergency'
  const due = nextDue(watched, careNow)
  if (!isCrossed || due?.why === 'again' || (due && due.at <= careNow)) return due
  return { key: 'again', why: 'again', at: careNow, state: 'due' }
}

/** While what is due now is late or missed: when the last reading was taken, or the dose given where none was (MO-MISS). */
export function unreadSince(watched: Watched, careNow: Instant): Instant | undefined {
  const due = nextDue(watched, careNow)
  if (due?.state !== 'late' && due?.state !== 'missed') return undefined
  const crossed = watched.readings.find(({ id }) => due.key === `again ${id}`)
  const last = crossed ?? watched.readings.at(-1)
  return last ? instant(last.takenAt) : watched.doseAt
}

/** What was due and never taken: read afterwards, each with its time. */
export const missedDues = (watched: Watched, careNow: Instant): Due[] =>
  duesOf(watched, careNow).filter(({ state }) => state === 'missed')

/**
 * A reading counts for the planned moment it is nearest to, so one taken a little early is not asked for again; one before
 * the dose counts for the first.
 */
function plannedDues({ plan, doseAt, readings, endedAt }: Watched, careNow: Instant): Due[] {
  const covered = new Set(
    readings.map(({ takenAt }) => nearest(plan.atMinutes, (instant(takenAt) - doseAt) / minute)),
  )
  const newest = Math.max(-Infinity, ...covered)
  return plan.atMinutes.map((atMinute): Due => {
    const at = doseAt + atMinute * minute
    const about = { key: `planned ${atMinute}`, why: 'planned', at } as const
    if (covered.has(atMinute)) return { ...about, state: 'taken' }
    return { ...about, state: newest > atMinute || endedAt !== null ? 'missed' : stateOf(plan, at, careNow) }
  })
}

/** After each reading since the dose that crossed a limit: whatever crossed is measured again, or was missed. */
function againDues({ plan, limits, doseAt, readings, endedAt }: Watched, careNow: Instant): Due[] {
  const before = readings.findLast(
    ({ takenAt, systolicMmHg }) => instant(takenAt) <= doseAt && systolicMmHg !== null,
  )
  const since = readings.filter(({ takenAt }) => instant(takenAt) > doseAt)
  return since.flatMap((reading, place): Due[] => {
    const crossings = crossingsIn(reading, limits, before?.systolicMmHg ?? null)
    const crossed = crossings.flatMap(({ limit }) => measuresOf[limit] ?? [])
    if (crossed.length === 0) return []
    const at = instant(reading.takenAt) + afterOf(crossings)
    const later = since.slice(place + 1)
    const about = { key: `again ${reading.id}`, why: 'again', at } as const
    const again = later.find((one) => crossed.every((name) => one[name] !== null))
    if (again && instant(again.takenAt) <= at + plan.missedMinutes.value * minute)
      return [{ ...about, state: 'taken' }]
    const stands = crossed.some((name) => later.every((one) => one[name] === null))
    return [{ ...about, stands, state: again || endedAt !== null ? 'missed' : stateOf(plan, at, careNow) }]
  })
}

function stateOf(plan: VitalsPlan, at: Instant, careNow: Instant): Due['state'] {
  const lateBy = (careNow - at) / minute
  if (lateBy > plan.missedMinutes.value) return 'missed'
  if (lateBy > plan.lateMinutes.value) return 'late'
  return lateBy >= 0 ? 'due' : 'coming'
}

const nearest = (planned: readonly number[], at: number): number =>
  planned.reduce((best, one) => (Math.abs(one - at) < Math.abs(best - at) ? one : best), planned[0] ?? 0)
