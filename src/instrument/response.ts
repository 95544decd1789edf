import type { Instant } from '../kernel/instant.ts'
import type { Answer, Answers, Instrument, Item, ItemId } from './instrument.ts'
import { countedAs, rawAt } from './given.ts'
import { ownAnswers } from './ownForm.ts'
import type { Mark } from './mark.ts'
import type { FinishedBy } from './finished.ts'
import type { Scored } from './score.ts'

export type { Answers } from './instrument.ts'
export type Language = 'en' | 'es'

/** Why an item has no answer; each is a good answer. The last only where an item says that it may not apply. */
export const withholdings = ['prefer-not', 'in-person', 'does-not-apply'] as const
/** The same, as whoever asks in person writes it down. None of them is ever a "no". */
export const ratedWithholdings = ['not-asked', 'declined', 'not-assessable', 'does-not-apply'] as const
export type Withholding = (typeof withholdings)[number] | (typeof ratedWithholdings)[number]
export type Withheld = Readonly<Record<string, Withholding>>

type Own = (typeof withholdings)[number]
export type RatedWithholding = (typeof ratedWithholdings)[number]

const reasonsIn = <Reason extends Withholding>(reasons: readonly Reason[], withheld: Withheld) =>
  Object.fromEntries(
    Object.entries(withheld).flatMap(([item, why]) => {
      const reason = reasons.find((one) => one === why)
      return reason ? [[item, reason] as const] : []
    }),
  )

/** The reasons that a client gives; and those that whoever asks them writes down. */
export const ownReasons = (withheld: Withheld): Record<string, Own> => reasonsIn(withholdings, withheld)
export const ratedReasons = (withheld: Withheld): Record<string, RatedWithholding> =>
  reasonsIn(ratedWithholdings, withheld)

export interface Draft {
  /** Becomes the response's id. */
  readonly id: string
  readonly personId: string
  readonly instrumentId: string
  readonly instrumentVersion: string
  readonly language: Language
  readonly answers: Answers
  readonly withheld: Withheld
}

/**
 * How the answers came about: alone; on the practice's tablet; read out together and noted by a member; or what a clinician
 * saw and judged.
 */
export const waysGiven = ['alone', 'tablet', 'together', 'rated'] as const
export type Given = (typeof waysGiven)[number]

export interface Response extends Draft {
  readonly scored: Scored
  readonly total: number | null
  readonly answeredAt: Instant
  readonly clock: FinishedBy
  readonly given: Given
  /** A correction stands in the place of what it names. */
  readonly replaces: string | null
  /** Whose copy the questions were read from, where there are no words of them here. */
  readonly readFrom: string | null
  /** The practice's own mark that it was scored by; null where what is usual held. */
  readonly mark: Mark | null
}

/** What someone must look at, and no machine may close. */
export type Concern =
  | 'danger-now'
  | 'danger-high'
  | 'danger-answer'
  | 'screen-in-person'
  | 'medical-answer'
  | 'asked-in-person'
  | 'getting-worse'
  | 'answered-after'
  | 'unscored-answers'

/**
 * A danger flag, however little was answered; and the wish to say something in person, or a question that must not go
 * silent left out when the form was sent.
 */
export function concernsOf(
  instrument: Instrument,
  { flags, missing }: Pick<Scored, 'flags' | 'missing'>,
  withheld: Withheld,
): Concern[] {
  const danger = dangerFlagged(instrument, { flags })
  const wanted = Object.values(withheld).includes('in-person')
  const silent = instrument.neverSilent.some((id) => missing.includes(id))
  return [
    ...(danger ? (['danger-answer'] as const) : []),
    ...(medicalFlagged(instrument, { flags }) ? (['medical-answer'] as const) : []),
    ...(wanted || silent ? (['asked-in-person'] as const) : []),
  ]
}

/** Is this answer, by itself, one that leads to a person at once? */
export const dangerFlagged = (instrument: Instrument, { flags }: Pick<Scored, 'flags'>): boolean =>
  instrument.danger.some((flag) => flags.includes(flag))

/** Is it one that a clinician looks at the same day, for the sake of the body or the mind? */
export const medicalFlagged = ({ medical }: Instrument, { flags }: Pick<Scored, 'flags'>): boolean =>
  medical?.some((flag) => flags.includes(flag)) ?? false

/** What an answer counts as: a word by its weight, and an item worded the other way round turned. */
export function countedAt(instrument: Instrument, answers: Answers, id: ItemId): number | null {
  const item = instrument.items.find((each) => each.id === id)
  return item ? countedAs(item, rawAt(answers, item)) : null
}

const mostAnswers = 200
const longestWord = 40
/** In one's own words, where a form asks for them. */
export const longestText = 2000

/** Small enough, and of the right kind, to be given to the scorer: values, and lists of them by place or by name. */
export function looksLikeAnswers(value: unknown): value is Answers {
  if (!isPlainRecord(value)) return false
  const { [ownAnswers]: own = {}, ...rest } = value
  const given = Object.values(rest).flatMap((each) => (isPlainRecord(each) ? Object.values(each) : each))
  const said = isPlainRecord(own) ? Object.values(own) : [own]
  return (
    given.length + said.length <= mostAnswers &&
    given.every((each) => isOneOrSeveral(each, longestWord)) &&
    said.every((each) => isOneOrSeveral(each, longestText))
  )
}

const isPlainRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isOneOrSeveral = (value: unknown, longest: number): boolean =>
  Array.isArray(value)
    ? value.length <= 100 && value.every((each) => isOne(each, longestWord))
    : isOne(value, longest)

const isOne = (value: unknown, longest: number): boolean =>
  value === null ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && value.length <= longest)

/** An item, or its id where that alone says where its answer stands. */
type Addressed = ItemId | Pick<Item, 'id' | 'in'>

const itemOf = (item: Addressed): Pick<Item, 'id' | 'in'> => (typeof item === 'object' ? item : { id: item })

export const answerAt = (answers: Answers, item: Addressed): Answer => rawAt(answers, itemOf(item)) as Answer

/** The same answers, with one of them given, changed or taken away. */
export function withAnswer(answers: Answers, item: Addressed, value: Answer): Answers {
  const { id, in: where } = itemOf(item)
  const [list, place] = where ?? (typeof id === 'number' ? (['answers', id] as const) : [undefined, id])
  if (list === undefined) return { ...answers, [place]: value }
  const known = answers[list]
  if (typeof place === 'string')
    return { ...answers, [list]: { ...(isPlainRecord(known) ? known : {}), [place]: value } }
  const given: readonly unknown[] = Array.isArray(known) ? known : []
  const places = Array.from({ length: Math.max(given.length, place) }, (_, at) => given[at] ?? null)
  return { ...answers, [list]: places.with(place - 1, value) }
}

/** What counts: a response that was corrected does not, and stays readable. */
export const standing = <T extends { readonly replacedBy: string | null }>(all: readonly T[]): readonly T[] =>
  all.filter(({ replacedBy }) => replacedBy === null)
