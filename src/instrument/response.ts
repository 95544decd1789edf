import type { Instant } from '../kernel/instant.ts'
import type { Answers, Instrument, ItemId } from './instrument.ts'
import type { Scored } from './score.ts'

export type { Answers } from './instrument.ts'
export type Language = 'en' | 'es'

/** Why an item has no answer. Both are good answers. */
export const withholdings = ['prefer-not', 'in-person'] as const
export type Withholding = (typeof withholdings)[number]
export type Withheld = Readonly<Record<string, Withholding>>

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

export interface Response extends Draft {
  readonly scored: Scored
  readonly total: number | null
  readonly answeredAt: Instant
}

/** What someone must look at, and no machine may close. */
export type Concern = 'danger-answer' | 'asked-in-person' | 'getting-worse'

/**
 * A danger flag, however little was answered; and the wish to say something in person, or a question that must not go
 * silent left out when the form was sent.
 */
export function concernsOf(
  instrument: Instrument,
  { flags, missing }: Pick<Scored, 'flags' | 'missing'>,
  withheld: Withheld,
): Concern[] {
  const danger = instrument.danger.some((flag) => flags.includes(flag))
  const wanted = Object.values(withheld).includes('in-person')
  const silent = instrument.neverSilent.some((id) => missing.includes(id))
  return [
    ...(danger ? (['danger-answer'] as const) : []),
    ...(wanted || silent ? (['asked-in-person'] as const) : []),
  ]
}

/** Is this answer, by itself, one that leads to a person at once? */
export const dangerFlagged = (instrument: Instrument, { flags }: Pick<Scored, 'flags'>): boolean =>
  instrument.danger.some((flag) => flags.includes(flag))

/** Small enough, and of the right kind, to be given to the scorer. */
export function looksLikeAnswers(value: unknown): value is Answers {
  if (typeof value !== 'object' || value === null || !('answers' in value)) return false
  const { answers, ...named } = value
  const given = Array.isArray(answers) ? [...answers, ...Object.values(named)] : [undefined]
  return given.length <= 200 && given.every((each) => each === null || typeof each === 'number')
}

export const answerAt = (answers: Answers, id: ItemId): number | null =>
  ((typeof id === 'number' ? answers.answers[id - 1] : answers[id]) ?? null) as number | null

/** The same answers, with one of them given, changed or taken away. */
export function withAnswer(answers: Answers, id: ItemId, value: number | null): Answers {
  if (typeof id !== 'number') return { ...answers, [id]: value }
  const places = Array.from(
    { length: Math.max(answers.answers.length, id) },
    (_, place) => answers.answers[place] ?? null,
  )
  return { ...answers, answers: places.with(id - 1, value) }
}
