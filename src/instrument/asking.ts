import type { Answer, Answers, Instrument, Item, ItemId } from './instrument.ts'
import { itemsFor } from './heard.ts'
import { answerAt, withAnswer, type Withheld, type Withholding } from './response.ts'

/** How far someone has come: what they answered, and what they chose to leave out and why. */
export interface Progress {
  readonly answers: Answers
  readonly withheld: Withheld
}

export const untouched: Progress = { answers: { answers: [] }, withheld: {} }

/** In order; what is only asked when something troubles, only then; of two that stand for each other, the one answered. */
export function itemsAsked(instrument: Instrument, progress: Progress): readonly Item[] {
  const asked = itemsFor(instrument, progress.answers)
  const isSaid = (item: Item | undefined) => item !== undefined && answerAt(progress.answers, item) !== null
  const otherOf = (item: Item) =>
    asked.find(({ id, insteadOf }) => id === item.insteadOf || insteadOf === item.id)
  return asked.filter((item) => isSaid(item) || !isSaid(otherOf(item)))
}

/** An item, or its id where that alone says where its answer stands. */
type Addressed = ItemId | Item

const idOf = (item: Addressed): string => String(typeof item === 'object' ? item.id : item)

export const answered = (progress: Progress, item: Addressed, value: Answer): Progress => ({
  answers: withAnswer(progress.answers, item, value),
  withheld: Object.fromEntries(Object.entries(progress.withheld).filter(([id]) => id !== idOf(item))),
})

export const leftOut = (progress: Progress, item: Addressed, why: Withholding): Progress => ({
  answers: withAnswer(progress.answers, item, null),
  withheld: { ...progress.withheld, [idOf(item)]: why },
})

export const isOpen = ({ answers, withheld }: Progress, item: Item): boolean =>
  answerAt(answers, item) === null && withheld[String(item.id)] === undefined

/** The first place that is neither answered nor left out; past the last one when there is none. */
export function firstOpen(instrument: Instrument, progress: Progress): number {
  const asked = itemsAsked(instrument, progress)
  const place = asked.findIndex((item) => isOpen(progress, item))
  return place === -1 ? asked.length : place
}

export const isBegun = ({ answers, withheld }: Progress): boolean =>
  Object.keys(withheld).length > 0 ||
  Object.values(answers)
    .flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : value))
    .some((value) => value !== null)

/** What one device knows, and what another kept before it: nothing that was said is blanked, the newer answer holds. */
export function mergedWith(instrument: Instrument, newer: Progress, older: Progress): Progress {
  const kept = instrument.items.filter((item) => isOpen(newer, item) && !isOpen(older, item))
  return kept.reduce<Progress>((all, item) => {
    const why = older.withheld[String(item.id)]
    return why ? leftOut(all, item, why) : answered(all, item, answerAt(older.answers, item))
  }, newer)
}

/** An answer to a question that is no longer asked is not sent along. */
export function toSend(instrument: Instrument, progress: Progress): Progress {
  const asked = new Set(itemsAsked(instrument, progress).map(({ id }) => id))
  return instrument.items
    .filter((item) => !asked.has(item.id) && answerAt(progress.answers, item) !== null)
    .reduce((left, item) => ({ ...left, answers: withAnswer(left.answers, item, null) }), progress)
}
