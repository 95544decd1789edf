/**
 * What the picture of a course is drawn from. The course slice folds its facts into this shape; its own types may be
 * wider. Moments are milliseconds since 1970. Words are already in the reader's language, or the person's own.
 */
export type ThreadView = {
  readonly startsAt: number
  /** The course's clock. What lies after it is not yet lived and is drawn dotted. */
  readonly now: number
  /** When the course was completed or ended, if it was. */
  readonly endedAt?: number | undefined
  readonly doses: readonly ThreadDose[]
  readonly lines: readonly ThreadLine[]
  readonly words: readonly ThreadWord[]
  /** Agreed moments to come: a session, a review. */
  readonly ahead: readonly ThreadAhead[]
  /** Journeys that ended otherwise than by going home as agreed. */
  readonly departures?: readonly ThreadDeparture[] | undefined
  /** Journeys that took place elsewhere, brought in: the oldest first. */
  readonly earlier?: readonly ThreadEarlier[] | undefined
}

/** `when` is its date in the reader's words, as exact as it is known; `at` the first moment it can mean. */
export type ThreadEarlier = { readonly id: string; readonly at: number; readonly when: string }

export type ThreadDose = {
  readonly id: string
  readonly at: number
  /** A planned dose has a date, not a ring. */
  readonly given: boolean
}

/** One thing that was asked again and again: an instrument's score, or how true a belief feels. */
export type ThreadLine = {
  readonly id: string
  readonly kind: 'score' | 'belief'
  /** "Low mood", or the belief in the person's own words, without quotation marks. */
  readonly label: string
  /** "PHQ-9, 0 to 27; lower is lighter". */
  readonly detail: string
  readonly min: number
  readonly max: number
  /** When the answer was given that the newest is compared with; left out, the first. */
  readonly from?: number | undefined
  /**
   * Around that answer: inside it, a change may be chance; at its edges it is already more. Left out where no
   * threshold is known.
   */
  readonly band?: { readonly from: number; readonly to: number } | undefined
  readonly points: readonly ThreadPoint[]
  /** Decided by the measure's rule, never by the picture. */
  readonly change: ThreadChange
}

export type ThreadChange = 'better' | 'worse' | 'chance' | 'unknown'

export type ThreadPoint = {
  readonly at: number
  readonly status: 'given' | 'skipped' | 'private'
  /** Present when given. */
  readonly value?: number | undefined
}

export type ThreadWordKind = 'intention' | 'insight' | 'exercise' | 'change'

export type ThreadWord = {
  readonly id: string
  readonly at: number
  readonly kind: ThreadWordKind
  /** Left out when this reader may not see it: then it is drawn as a lock, not as a hole. */
  readonly text?: string | undefined
  /** The person keeps it to themselves. They still read it; others see the lock. */
  readonly private: boolean
  /** An exercise that was done, an insight that was talked through. Drawn filled. */
  readonly done?: boolean | undefined
  /** Ids of the words it grew out of. */
  readonly from: readonly string[]
}

export type ThreadAhead = { readonly at: number; readonly label: string }

export type ThreadDeparture = { readonly id: string; readonly at: number; readonly label: string }

export type GivenPoint = ThreadPoint & { readonly value: number }

export const isGiven = (point: ThreadPoint): point is GivenPoint =>
  point.status === 'given' && point.value !== undefined

export const inTime = <Item extends { readonly at: number }>(items: readonly Item[]): readonly Item[] =>
  items.toSorted((one, other) => one.at - other.at)

/** What the last answer is compared with. Where nothing came after that, or it is not drawn, the first is told. */
export function startOf({ from }: ThreadLine, given: readonly GivenPoint[]): GivenPoint | undefined {
  const start = given.find(({ at }) => at === from)
  return start && start !== given.at(-1) ? start : given[0]
}

/** The oldest first. */
export const earlierIn = ({ earlier = [] }: ThreadView): readonly ThreadEarlier[] => inTime(earlier)

export const livedDoses = ({ doses, now }: ThreadView): readonly ThreadDose[] =>
  inTime(doses.filter((dose) => dose.given && dose.at <= now))

export const plannedDoses = ({ doses, now }: ThreadView): readonly ThreadDose[] =>
  inTime(doses.filter((dose) => !dose.given && dose.at > now))

/** A session agreed for a planned dose is one moment, not two: the dose carries its name. */
export const agreedFor = ({ ahead }: ThreadView, dose: ThreadDose): ThreadAhead | undefined =>
  ahead.find(({ at }) => at === dose.at)

export function momentsAhead(view: ThreadView): readonly ThreadAhead[] {
  const doses = new Set(plannedDoses(view).map(({ at }) => at))
  return inTime(view.ahead.filter(({ at }) => at > view.now && !doses.has(at)))
}

/** How journeys ended, where that was otherwise, as far as it was lived. */
export const livedDepartures = ({ departures = [], now }: ThreadView): readonly ThreadDeparture[] =>
  inTime(departures.filter(({ at }) => at <= now))

/** Until when the thread was lived: today, or the day the course ended. */
export const livedUntil = ({ now, endedAt }: ThreadView): number => Math.min(now, endedAt ?? now)

/** A course that ended is drawn until the last thing that is known of it, not until today, years later. */
export function untilLastFact(view: ThreadView): ThreadView {
  if (view.endedAt === undefined) return view
  const doses = livedDoses(view)
  const facts = [
    ...doses,
    ...(view.departures ?? []),
    ...view.words,
    ...view.lines.flatMap(({ points }) => points),
  ].map(({ at }) => at)
  const known = facts.filter((at) => at <= view.now)
  return { ...view, doses, now: Math.max(livedUntil(view), ...known), ahead: [] }
}
