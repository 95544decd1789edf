import { hour, type Instant } from '../kernel/instant.ts'
import { atWall, wallIn } from '../kernel/zone.ts'

/** What a time is counted from: when care began, a journey that is planned, a dose that was given, the end of a course. */
export type Anchor = 'enrolment' | 'journey' | 'dose' | 'completion'

/** One line of a schedule: which instruments, how long before or after what, and for how long they may be answered. */
export interface Asking {
  readonly id: string
  readonly on: Anchor
  /** Hours are elapsed time; days are days of the calendar where the client lives. One of the two; days may be negative. */
  readonly after: { readonly hours: number } | { readonly days: number }
  readonly opensHoursBefore: number
  readonly closesHoursAfter: number
  /** One reminder at most; null where none is sent. */
  readonly remindHoursAfter: number | null
  readonly instruments: readonly string[]
}

export interface Journey {
  readonly id: string
  readonly plannedAt: Instant
  /** Null while no dose was given. */
  readonly doseAt: Instant | null
  readonly cancelled: boolean
}

export interface ScheduleFacts {
  readonly enrolledAt: Instant | null
  readonly journeys: readonly Journey[]
  readonly completedAt: Instant | null
  /** Whoever left is asked nothing from then on; what was open then is closed. */
  readonly leftAt: Instant | null
  /** Where the client lives now, as an IANA name. */
  readonly timeZone: string
}

/** One instrument, asked once, on one occasion. Its key stays the same when a journey is moved or the client moves house. */
export interface Intended {
  readonly key: string
  readonly askingId: string
  readonly instrumentId: string
  readonly on: Anchor
  readonly targetAt: Instant
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly remindAt: Instant | null
}

/** Nothing is sent to a client before nine in the morning or from eight in the evening, where they live. [PD] */
export const wakesMinute = 9 * 60
export const sleepsMinute = 20 * 60

/** Everything a schedule asks of one person, in the order in which it opens, and then the schedule's own. Pure: the same facts give the same plan. */
export function planOf(schedule: readonly Asking[], facts: ScheduleFacts): Intended[] {
  const anchored = anchorsIn(facts)
  return schedule
    .flatMap((asking) => (anchored[asking.on] ?? []).flatMap((anchor) => planned(asking, anchor, facts)))
    .filter(({ opensAt, closesAt }) => closesAt > opensAt)
    .toSorted((one, other) => one.opensAt - other.opensAt)
}

interface At {
  readonly id: string
  readonly at: Instant
  /** From here on this occasion is over: the dose itself for what comes before it, the next dose for what comes after. */
  readonly until: Instant
}

function anchorsIn({ enrolledAt, journeys, completedAt }: ScheduleFacts): Record<Anchor, readonly At[]> {
  const one = (id: string, at: Instant | null): readonly At[] =>
    at === null ? [] : [{ id, at, until: Infinity }]
  const doses = journeys
    .flatMap(({ id, doseAt }) => (doseAt === null ? [] : [{ id, at: doseAt }]))
    .toSorted((first, second) => first.at - second.at)
  return {
    // What is asked at the beginning is a beginning no longer once a dose was given.
    enrolment: one('enrolment', enrolledAt).map((begin) => ({
      ...begin,
      until: doses.find(({ at }) => at >= begin.at)?.at ?? Infinity,
    })),
    completion: one('completion', completedAt),
    journey: journeys
      .filter(({ cancelled }) => !cancelled)
      .map(({ id, plannedAt, doseAt }) => ({ id, at: plannedAt, until: doseAt ?? Infinity })),
    dose: doses.map((dose, place) => ({ ...dose, until: doses[place + 1]?.at ?? Infinity })),
  }
}

function planned(asking: Asking, anchor: At, { leftAt, timeZone }: ScheduleFacts): Intended[] {
  const targetAt = targetOf(asking, anchor.at, timeZone)
  const opensAt = targetAt - asking.opensHoursBefore * hour
  const end = Math.min(targetAt + asking.closesHoursAfter * hour, anchor.until, leftAt ?? Infinity)
  const { remindHoursAfter: hours } = asking
  const remindAt = hours === null ? Infinity : awake(targetAt + hours * hour, timeZone)
  return asking.instruments.map((instrumentId) => ({
    key: `${asking.id}/${anchor.id}/${instrumentId}`,
    askingId: asking.id,
    instrumentId,
    on: asking.on,
    targetAt,
    opensAt,
    closesAt: end,
    remindAt: remindAt < end ? remindAt : null,
  }))
}

/** "A week after" is the same hour of the day a week later, whatever the clocks did; at night it becomes a waking hour. */
function targetOf({ after }: Asking, at: Instant, timeZone: string): Instant {
  if ('hours' in after) return at + after.hours * hour
  const { minuteOfDay } = wallIn(at, timeZone)
  const waking = Math.min(Math.max(minuteOfDay, wakesMinute), sleepsMinute - 1)
  return atWall(at, { days: after.days, minuteOfDay: waking }, timeZone)
}

/** The same moment by day; by night the next morning. */
export function awake(moment: Instant, timeZone: string): Instant {
  const { minuteOfDay } = wallIn(moment, timeZone)
  if (minuteOfDay >= wakesMinute && minuteOfDay < sleepsMinute) return moment
  const days = minuteOfDay >= sleepsMinute ? 1 : 0
  return atWall(moment, { days, minuteOfDay: wakesMinute }, timeZone)
}
