import type { Answer, Item, Wording } from '../instrument/instrument.ts'
import { readBack } from '../instrument/kinds.ts'
import {
  answerAt,
  type Answers,
  type Language,
  type Withheld,
  type Withholding,
} from '../instrument/response.ts'
import type { Instrument } from '../instrument/instrument.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Followed } from './followed.ts'
import { isNeverSelfServed } from './occasion.ts'
import type { ChangeRule } from './rule.ts'

/** What a client is told has become of their own answers: no score, no verdict, and nothing that cannot be known. */
export const ownCourses = [
  'better',
  'worse',
  'same',
  /** It cannot be told whether a difference is more than the usual ups and downs. */
  'unclear',
  'once',
  'no-start',
  'unknown',
  /** A screen, a state, or what happened in a life: asked to know, and not to compare. */
  'uncompared',
] as const
export type OwnCourse = (typeof ownCourses)[number]

interface Told {
  readonly rule: Pick<ChangeRule, 'never'>
  readonly instrument: Pick<Instrument, 'main'>
  readonly followed: Followed
}

export function ownCourseOf({ rule, instrument, followed }: Told): OwnCourse {
  const { change, baseline, latest, unknownSince } = followed
  if (rule.never !== null || instrument.main === null) return 'uncompared'
  // Said although a later time is not known: whoever had a harder time is told of a person to talk to.
  if (change.reliable === 'deterioration') return 'worse'
  if (unknownSince !== null) return 'unknown'
  if (baseline === null) return latest === null ? 'unknown' : 'no-start'
  if (latest === null) return 'once'
  if (change.reliable === 'improvement') return 'better'
  return change.reliable === 'no-reliable-change' ? 'same' : 'unclear'
}

/** Of several about one matter, what may be said of all: the harder and the less certain comes first. */
const cautious: readonly OwnCourse[] = [
  'worse',
  'unknown',
  'same',
  'better',
  'unclear',
  'no-start',
  'once',
  'uncompared',
]
export const cautiousOf = (courses: readonly OwnCourse[]): OwnCourse =>
  cautious.find((course) => courses.includes(course)) ?? 'unknown'

interface Asked {
  readonly course: OwnCourse
  readonly times: readonly { readonly at: Instant; readonly state: OwnState }[]
}

export interface OwnMatterTold {
  readonly course: OwnCourse
  /** Asked in vain, or answered in part, since anything about it was answered in full. */
  readonly since: Instant | null
  readonly neverAnswered: boolean
}

/** Several questionnaires about one matter, told as one: what one of them does not know, a later answer to another may. */
export function toldAsOne(about: readonly Asked[]): OwnMatterTold {
  const times = about.flatMap((one) => one.times)
  const known = Math.max(-Infinity, ...times.filter(({ state }) => state === 'answered').map(({ at }) => at))
  const vain = times.filter(({ at, state }) => state !== 'answered' && at > known).map(({ at }) => at)
  const courses = about.map(({ course }) => course)
  const told = courses.filter((course) => course !== 'unknown')
  return {
    course: cautiousOf(vain.length === 0 && told.length > 0 ? told : courses),
    since: vain.length === 0 ? null : Math.min(...vain),
    neverAnswered: times.every(({ state }) => state === 'missed' || state === 'refused'),
  }
}

export interface OwnAnswer {
  readonly question: string
  /** In the words that were chosen; null where it was left to be said otherwise. */
  readonly answer: string | null
  readonly withheld: Withholding | null
}

interface Sent {
  readonly language: Language
  readonly answers: Answers
  readonly withheld: Withheld
}

/** What was answered, as it was asked and in the words that were chosen; null where it is not for a page alone, or has no words. */
export function ownAnswersOf(instrument: Instrument, sent: Sent): OwnAnswer[] | null {
  const wording = instrument.languages[sent.language]
  if (!wording || isNeverSelfServed(instrument)) return null
  return instrument.items.filter(({ setting }) => !setting).flatMap((item) => answered(item, wording, sent))
}

function answered(item: Item, wording: Wording, { answers, withheld, language }: Sent): OwnAnswer[] {
  const question = wording.items[String(item.id)] ?? wording.stem
  const left = withheld[String(item.id)]
  if (left) return [{ question, answer: null, withheld: left }]
  const value: Answer = answerAt(answers, item)
  if (value === null || value === undefined) return []
  return [{ question, answer: readBack(item, { wording, language }, value).join(', '), withheld: null }]
}

export type OwnState = 'answered' | 'partly' | 'missed' | 'refused'

export interface OwnTime {
  readonly at: Instant
  readonly state: OwnState
  /** From here on it was answered in this language, and before in the other. */
  readonly turnedTo: Language | null
  readonly answers: readonly OwnAnswer[] | null
}
