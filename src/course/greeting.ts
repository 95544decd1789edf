import type { ArcDay } from './arc.ts'

interface Said {
  readonly title: string
  readonly text: string
}

/** The words of each day. Numbers up to twelve are said as words. */
export interface GreetingWords {
  readonly numbers: readonly string[]
  /** 1 is "one journey", and so on. */
  readonly journeys: readonly string[]
  readonly manyJourneys: string
  readonly welcome: Said
  readonly preparing: Said
  /** As `preparing` and `before`, for who has had journeys elsewhere. */
  readonly preparingHere: Said
  readonly beforeHere: Said
  /** A journey is near, and something must be talked through first: no day is counted down to. */
  readonly held: Said
  readonly tomorrow: Said
  readonly before: Said
  readonly beforeAgain: Said
  readonly today: Said
  readonly underWay: Said
  readonly rest: Said
  readonly restElsewhere: Said
  readonly dayAfter: Said
  readonly after: Said
  readonly weekOn: Said
  readonly weeksOn: Said
  readonly ended: Said
}

export interface Greeting extends Said {
  readonly values: Readonly<Record<string, string | number>>
}

/** A number may begin a title, or stand within it. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What a day is called. Journeys elsewhere are counted with those here: they are the same person's. */
export function greetingOf(day: ArcDay, words: GreetingWords, earlier = 0): Greeting {
  const lived = ('lived' in day ? day.lived : 0) + earlier
  const count = 'days' in day ? day.days : 'weeks' in day ? day.weeks : 0
  const journeys = words.journeys[lived - 1] ?? words.manyJourneys.replace('{n}', String(lived))
  const number = words.numbers[count - 1] ?? String(count)
  const { title, text } = saidOn(day, words, earlier > 0)
  return { title: capital(title.replace('{n}', number)), text, values: { journeys } }
}

const restSaid = ({ elsewhere }: { elsewhere?: true | undefined }, words: GreetingWords): Said =>
  elsewhere ? words.restElsewhere : words.rest

function soon(
  { days, lived }: Extract<ArcDay, { kind: 'before' }>,
  words: GreetingWords,
  elsewhere: boolean,
) {
  if (days === 1) return words.tomorrow
  if (lived > 0) return words.beforeAgain
  return elsewhere ? words.beforeHere : words.before
}

function saidOn(day: ArcDay, words: GreetingWords, elsewhere: boolean): Said {
  switch (day.kind) {
    case 'preparing':
      return elsewhere ? words.preparingHere : words.preparing
    case 'before':
      return soon(day, words, elsewhere)
    case 'after':
      return day.days === 1 ? words.dayAfter : words.after
    case 'onward':
      return day.weeks === 1 ? words.weekOn : words.weeksOn
    case 'under-way':
      return words.underWay
    case 'rest':
      return restSaid(day, words)
    default:
      return words[day.kind]
  }
}
