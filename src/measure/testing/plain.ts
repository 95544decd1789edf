/**
 * The same outcomes, counted a second time and plainly: course by course, from the dates of doses and the totals of PHQ-9. It takes
 * nothing from this slice, so that a fault there is not counted here as well. Days, points and rules are written out (decision 32).
 */
export interface Course {
  readonly protocol: string
  readonly route: string
  /** Moments in milliseconds, in any order. */
  readonly doses: readonly number[]
  readonly answers: readonly {
    readonly at: number
    readonly total: number | null
    readonly band: string | null
  }[]
}

export interface Plain {
  readonly started: number
  readonly assessed: number
  readonly awaited: number
  readonly missing: number
  readonly response: Both | null
  readonly remission: Both | null
  readonly improved: Both | null
  readonly deteriorated: Both | null
  readonly medianChange: number | null
  readonly quartiles: readonly [number | null, number | null] | null
  readonly thin: boolean
  /** Of how many each result is known. */
  readonly known: Readonly<Record<'response' | 'remission' | 'reliable' | 'change', number>>
  readonly changes: readonly number[]
}

interface Share {
  readonly count: number
  readonly of: number
  readonly low: number
  readonly high: number
}
type Both = { readonly ofAssessed: Share; readonly ofStarted: Share }

const aDay = 24 * 60 * 60 * 1000
/** From, to, and the day itself; days after the last dose. */
const days: Readonly<Record<string, readonly [number, number, number]>> = {
  week: [3, 14, 7],
  month: [14, 60, 30],
  quarter: [60, 121, 91],
  'half-year': [121, 240, 182],
  year: [240, 485, 365],
}

interface Seen {
  readonly course: Course
  readonly before: number | null
  readonly band: string | null
  readonly after: number | null
  readonly isOver: boolean
}

export function plainCount(courses: readonly Course[], now: number) {
  const seenAt = (time: string) => courses.flatMap((course) => seen(course, { time, now }))
  return {
    whole: (time: string): Plain => counted(seenAt(time)),
    parts(time: string, keyOf: (course: Course, band: string | null) => string): Map<string, Plain> {
      const sorted = new Map<string, Seen[]>()
      for (const one of seenAt(time)) {
        const key = keyOf(one.course, one.band)
        sorted.set(key, [...(sorted.get(key) ?? []), one])
      }
      return new Map([...sorted].map(([key, those]) => [key, counted(those)]))
    },
  }
}

/** Nothing for a course whose time has not come. */
function seen(course: Course, { time, now }: { time: string; now: number }): Seen[] {
  const [first, last] = [Math.min(...course.doses), Math.max(...course.doses)]
  const [from, to, target] = days[time]!.map((after) => last + after * aDay) as [number, number, number]
  if (from > now) return []
  const known = course.answers.filter(({ total }) => total !== null)
  const before = least(
    known.filter(({ at }) => at <= first && at > first - 60 * aDay),
    ({ at }) => first - at,
  )
  const after = least(
    known.filter(({ at }) => at >= from && at < to),
    ({ at }) => Math.abs(at - target),
  )
  return [
    {
      course,
      before: before ? before.total : null,
      band: before ? before.band : null,
      after: after ? after.total : null,
      isOver: to <= now,
    },
  ]
}

function least<One>(all: readonly One[], far: (one: One) => number): One | undefined {
  let best: One | undefined
  for (const one of all) if (best === undefined || far(one) < far(best)) best = one
  return best
}

interface Compared {
  readonly before: number
  readonly after: number
}

function counted(all: readonly Seen[]): Plain {
  const again = all.filter(({ after }) => after !== null)
  const compared = again.filter((one): one is Seen & Compared => one.before !== null)
  const due = all.filter(({ after, isOver }) => after !== null || isOver).length
  const both = (of: readonly Compared[], is: (one: Compared) => boolean): Both | null => {
    const count = of.filter(is).length
    return of.length === 0 ? null : { ofAssessed: share(count, of.length), ofStarted: share(count, due) }
  }
  const couldRespond = compared.filter(({ before }) => before > 0)
  const changes = compared.map(({ before, after }) => after - before).toSorted((one, other) => one - other)
  const at = (part: number) => changes[Math.max(0, Math.ceil(part * changes.length) - 1)] ?? null
  return {
    started: all.length,
    assessed: again.length,
    awaited: all.length - due,
    missing: due - again.length,
    response: both(couldRespond, ({ before, after }) => 2 * after <= before),
    remission: both(compared, ({ after }) => after <= 4),
    improved: both(compared, ({ before, after }) => after <= before - 6),
    deteriorated: both(compared, ({ before, after }) => after >= before + 6),
    medianChange: at(0.5),
    quartiles: changes.length === 0 ? null : [at(0.25), at(0.75)],
    thin: due > 0 && again.length < 0.6 * due,
    known: {
      response: couldRespond.length,
      remission: compared.length,
      reliable: compared.length,
      change: compared.length,
    },
    changes,
  }
}

/** Wilson's interval as the two roots of its equation. */
function share(count: number, of: number): Share {
  const z = 1.959964
  const root = z * Math.sqrt(z * z + (4 * count * (of - count)) / of)
  const ends = [2 * count + z * z - root, 2 * count + z * z + root].map((end) => end / (2 * (of + z * z)))
  return { count, of, low: Math.max(0, ends[0]!), high: Math.min(1, ends[1]!) }
}
