import type { Instrument } from '../instrument/instrument.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Intended } from './schedule.ts'

/** What happened to one thing that was to be asked. `missed`: its time went by; unknown, and never "no change". */
export type AskedState = 'upcoming' | 'open' | 'answered' | 'refused' | 'missed'

export interface Answered {
  readonly id: string
  readonly instrumentId: string
  readonly answeredAt: Instant
}

export interface AskedFacts {
  readonly responses: readonly Answered[]
  /** Keys of what the client said they would rather not answer this time. */
  readonly refused: ReadonlySet<string>
}

/** One answer serves every occasion whose time it falls in, so that nobody is asked the same twice on one day. */
export function stateOf(
  intended: Intended,
  { responses, refused }: AskedFacts,
  careNow: Instant,
): AskedState {
  const { instrumentId, opensAt, closesAt, key } = intended
  const isIn = ({ instrumentId: id, answeredAt }: Answered) =>
    id === instrumentId && answeredAt >= opensAt && answeredAt <= closesAt
  if (responses.some(isIn)) return 'answered'
  if (refused.has(key)) return 'refused'
  if (careNow > closesAt) return 'missed'
  return careNow >= opensAt ? 'open' : 'upcoming'
}

/** No one answers more than this many questions before they have met a human being of the practice (issue of measures, 5). */
export const mostBeforeMeeting = 25

/** Told to a person or not at all: what happened to someone is never asked by a form alone. */
const aboutWhatHappened: readonly string[] = ['lec-5', 'brfss-ace', 'pc-ptsd-5']

/** One of these, or a form of the practice's own of which it said so. */
export const isNeverSelfServed = ({ id, own }: Pick<Instrument, 'id' | 'own'>): boolean =>
  aboutWhatHappened.includes(id) || own?.trauma === true

export interface Open {
  readonly intended: Intended
  /** How many questions it has at most, whatever is answered. */
  readonly items: number
  /** Not a matter for a form, however short. */
  readonly inPerson: boolean
  /** An answer in it may open the suicide screen in the same sitting; or it is that screen. */
  readonly screen: 'opens' | 'is' | null
}

export interface Offered {
  /** To be answered by the client alone, now. */
  readonly now: readonly Intended[]
  /** Kept for when someone sits with them: too many before a first meeting, or not a matter for a form. */
  readonly together: readonly Intended[]
}

/** What someone was asked so far, oldest first: what they answered, and what they put off. */
export interface Put {
  readonly items: number
  readonly isScreen: boolean
  /** An answer opened the screen, which comes next, whatever else was planned. */
  readonly opened: boolean
}

export interface Asked {
  readonly items: number
  /** The screen was opened and is not answered yet: it is counted already. */
  readonly isOpened: boolean
}

export function askedSoFar(all: readonly Put[], screenItems: number): Asked {
  const items = all.reduce((sum, one) => sum + one.items, 0)
  const last = all.findLast(({ isScreen, opened }) => isScreen || opened)
  const isOpened = last?.opened === true
  return { items: items + (isOpened ? screenItems : 0), isOpened }
}

interface Limits {
  readonly hasMet: boolean
  readonly asked: Asked
  readonly screenItems: number
}

/**
 * What of the open things may be put before a client who is alone. One of each instrument, the one that closes first; before a
 * first meeting, in the schedule's order, while what was asked so far and what is offered stay within the limit **whatever is
 * answered**: with every question that only some answers bring, and with the suicide screen wherever an answer may open it. A
 * screen that is planned and comes after such a form is served by the one that it opens, and is not counted twice.
 */
export function offered(open: readonly Open[], { hasMet, asked, screenItems }: Limits): Offered {
  const now: Intended[] = []
  const together: Intended[] = []
  let { items } = asked
  // From when on a screen is served by one that was opened: what closes first is answered first.
  let served = asked.isOpened ? -Infinity : Infinity
  for (const { intended, items: own, inPerson, screen } of oncePerInstrument(open)) {
    const isServed = screen === 'is' && served <= intended.closesAt
    const more = (isServed ? 0 : own) + (screen === 'opens' ? screenItems : 0)
    const fits = hasMet || items + more <= mostBeforeMeeting
    if (inPerson || !fits) together.push(intended)
    else {
      now.push(intended)
      items += more
      served = servedAfter(served, { screen, intended })
    }
  }
  return { now, together }
}

const servedAfter = (served: Instant, { screen, intended }: Pick<Open, 'screen' | 'intended'>): Instant =>
  screen === 'opens' ? Math.min(served, intended.closesAt) : screen === 'is' ? Infinity : served

function oncePerInstrument(open: readonly Open[]): Open[] {
  const first = new Map<string, Open>()
  for (const one of open) {
    const other = first.get(one.intended.instrumentId)
    if (!other || one.intended.closesAt < other.intended.closesAt) first.set(one.intended.instrumentId, one)
  }
  return [...first.values()]
}
