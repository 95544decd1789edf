import { day, type Instant } from '../kernel/instant.ts'
import type { Answered, AskedState } from './occasion.ts'
import { awake, type Intended } from './schedule.ts'

/** Everything that is written down about one thing that was to be asked. */
export const logKinds = ['intended', 'shown', 'answered', 'refused', 'missed', 'reminded'] as const
export type LogKind = (typeof logKinds)[number]

export interface Logged {
  readonly key: string
  readonly what: LogKind
  readonly targetAt: Instant
  readonly late: boolean
}

export interface Standing {
  readonly intended: Intended
  readonly state: AskedState
  /** Put before the client to answer alone; everything else is asked together. */
  readonly alone: boolean
}

export interface Moves {
  readonly write: readonly { readonly what: LogKind; readonly intended: Intended }[]
  /** Which occasions the answers served that are not written down yet. */
  readonly answered: readonly Served[]
  /** What one reminder is for; none where it is night, or everything was reminded of. */
  readonly remind: readonly Intended[]
  /** When there is something to do again. */
  readonly nextAt: Instant | null
}

export interface Served {
  readonly intended: Intended
  readonly late: boolean
  readonly response: Answered
}

type Placed = Pick<Intended, 'key' | 'targetAt'>

/**
 * Is this line of the log about that occasion? Its moment shifts by hours when a client moves to another zone, and by minutes when the
 * time of a dose is corrected; it stays what it was. From a day on it is another: a journey moved, or a later course.
 */
export const isOf = (intended: Placed, line: Placed): boolean =>
  line.key === intended.key && Math.abs(line.targetAt - intended.targetAt) < day

interface Facts {
  readonly timeZone: string
  readonly log: readonly Logged[]
  readonly responses: readonly Answered[]
}

/** What is to be written down now and reminded of, and when to look again. Pure: twice the same facts, twice the same. */
export function movesOf(all: readonly Standing[], facts: Facts, careNow: Instant): Moves {
  const { timeZone, log, responses } = facts
  const isLogged = (intended: Intended, what: LogKind) =>
    log.some((one) => one.what === what && isOf(intended, one))
  const opened = all.filter(({ intended }) => intended.opensAt <= careNow)
  const isDay = awake(careNow, timeZone) === careNow
  const late = opened.filter(
    ({ intended, state, alone }) =>
      alone &&
      state === 'open' &&
      intended.remindAt !== null &&
      intended.remindAt <= careNow &&
      !isLogged(intended, 'reminded'),
  )
  const fresh = (what: LogKind, which: readonly Standing[]) =>
    which.filter(({ intended }) => !isLogged(intended, what)).map(({ intended }) => ({ what, intended }))
  const plan = all.map(({ intended }) => intended)
  return {
    answered: responses.flatMap((response) =>
      servedBy(plan, response)
        .filter(({ intended }) => !isLogged(intended, 'answered'))
        .map((served) => ({ ...served, response })),
    ),
    write: [
      ...fresh('intended', opened),
      ...fresh(
        'missed',
        opened.filter(({ state }) => state === 'missed'),
      ),
    ],
    remind: isDay ? late.map(({ intended }) => intended) : [],
    nextAt: nextOf(all, careNow, late.length > 0 && !isDay ? awake(careNow, timeZone) : null),
  }
}

function nextOf(all: readonly Standing[], careNow: Instant, morning: Instant | null): Instant | null {
  const moments = all
    .filter(({ state }) => state === 'open' || state === 'upcoming')
    .flatMap(({ intended: { opensAt, remindAt, closesAt } }) => [opensAt, remindAt, closesAt + 1])
  const ahead = [...moments, morning].filter(
    (at): at is number => at !== null && at > careNow && at < Infinity,
  )
  return ahead.length === 0 ? null : Math.min(...ahead)
}

/** Which occasions an answer serves: those whose time it falls in; otherwise, late, the newest of its kind that is over. */
export function servedBy(
  plan: readonly Intended[],
  { instrumentId, answeredAt }: Pick<Answered, 'instrumentId' | 'answeredAt'>,
): readonly { readonly intended: Intended; readonly late: boolean }[] {
  const own = plan.filter((one) => one.instrumentId === instrumentId && one.opensAt <= answeredAt)
  const inTime = own.filter(({ closesAt }) => answeredAt <= closesAt)
  if (inTime.length > 0) return inTime.map((intended) => ({ intended, late: false }))
  const over = own.toSorted((one, other) => one.closesAt - other.closesAt).at(-1)
  return over ? [{ intended: over, late: true }] : []
}
