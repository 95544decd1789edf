import { day, type Instant } from '../kernel/instant.ts'
import { finishedAt, slack, type FinishedBy } from './finished.ts'
import type { Instrument, Item } from './instrument.ts'
import { offeredBy, wayOf } from './kinds.ts'
import { isWorded } from './ownWords.ts'
import { ratedWithholdings, type Given, type Language, type RatedWithholding } from './response.ts'

/** A clinician's own judgement, or what the person said when it was read out to them. */
export const wayTaken = ({ rater }: Pick<Instrument, 'rater'>): Given =>
  rater === 'clinician' ? 'rated' : 'together'

const isANumber = ({ setting, codes, ticks }: Item): boolean => setting === true || (!codes && !ticks)

/** Every answer is a number, so that it can be written down beside the practice's own copy of the words. */
export const needsOnlyNumbers = ({ items }: Instrument): boolean => items.every(isANumber)

/** In the words that are here; from the practice's own copy; or not at all. */
export type Askable = 'words' | 'own-copy' | null

export function askableAs(instrument: Instrument, language: Language): Askable {
  if (isWorded(instrument, language)) return 'words'
  return needsOnlyNumbers(instrument) ? 'own-copy' : null
}

/** Why an item may have no answer; the last only where an item says that it may not apply. */
export const reasonsFor = ({ mayNotApply }: Item): readonly RatedWithholding[] =>
  ratedWithholdings.filter((why) => why !== 'does-not-apply' || mayNotApply)

/** What is pressed for an answer: its own digit, a minus before it, or its place where it is a word. Nothing past nine. */
export function rateKeyOf(item: Item, answer: number | string): string | null {
  if (typeof answer === 'number')
    return Number.isInteger(answer) && Math.abs(answer) <= 9 ? String(answer).replace('-', '−') : null
  return offeredBy(item, undefined).find((each) => each.answer === answer)?.key ?? null
}

/** The answer that a key gives; nothing where it gives none. */
export function answerOfKey(
  item: Item,
  { key, minus }: { readonly key: string; readonly minus: boolean },
): number | string | undefined {
  if (!/^\d$/.test(key) || wayOf(item) !== 'options') return undefined
  const wanted = minus && key !== '0' ? `−${key}` : key
  return offeredBy(item, undefined).find(({ answer }) => rateKeyOf(item, answer) === wanted)?.answer
}

/** Older than this it is history, and no answer of now. [PD] */
export const longestAgo = 10 * 365 * day

interface When {
  /** By the clock of care, as whoever wrote it down says; null: when they saved it. */
  readonly ratedAt: Instant | null
  readonly finishedAt: Instant | undefined
}

interface Clocks {
  readonly careNow: Instant
  readonly machineNow: Instant
}

export type TakenAt =
  | { readonly answeredAt: Instant; readonly clock: FinishedBy }
  | { readonly fault: 'in-the-future' | 'too-long-ago' }

/** When it was asked. It may be told later, and never before it happened. */
export function takenAt({ ratedAt, finishedAt: said }: When, clocks: Clocks): TakenAt {
  if (ratedAt === null) return finishedAt(said, clocks)
  const { careNow } = clocks
  if (ratedAt > careNow + slack) return { fault: 'in-the-future' }
  if (ratedAt < careNow - longestAgo) return { fault: 'too-long-ago' }
  return { answeredAt: Math.min(ratedAt, careNow), clock: 'stated' }
}
