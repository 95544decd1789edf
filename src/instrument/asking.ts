import type { Answers, Instrument, Item, ItemId } from './instrument.ts'
import { answerAt, withAnswer, type Withheld, type Withholding } from './response.ts'

/** How far someone has come: what they answered, and what they chose to leave out and why. */
export interface Progress {
  readonly answers: Answers
  readonly withheld: Withheld
}

export const untouched: Progress = { answers: { answers: [] }, withheld: {} }

/** In order; what is only asked when something troubles, only then. */
export function itemsAsked({ items }: Instrument, { answers }: Progress): Item[] {
  const troubled = items.some(({ id, uncounted }) => !uncounted && (answerAt(answers, id) ?? 0) > 0)
  return items.filter(({ onlyIfAny }) => !onlyIfAny || troubled)
}

export const answered = (progress: Progress, id: ItemId, value: number): Progress => ({
  answers: withAnswer(progress.answers, id, value),
  withheld: Object.fromEntries(Object.entries(progress.withheld).filter(([item]) => item !== String(id))),
})

export const leftOut = (progress: Progress, id: ItemId, why: Withholding): Progress => ({
  answers: withAnswer(progress.answers, id, null),
  withheld: { ...progress.withheld, [String(id)]: why },
})

const isOpen = ({ answers, withheld }: Progress, { id }: Item): boolean =>
  answerAt(answers, id) === null && withheld[String(id)] === undefined

/** The first place that is neither answered nor left out; past the last one when there is none. */
export function firstOpen(instrument: Instrument, progress: Progress): number {
  const asked = itemsAsked(instrument, progress)
  const place = asked.findIndex((item) => isOpen(progress, item))
  return place === -1 ? asked.length : place
}

export const isBegun = ({ answers, withheld }: Progress): boolean =>
  Object.keys(withheld).length > 0 ||
  Object.values(answers)
    .flat()
    .some((value) => value !== null)

/** An answer to a question that is no longer asked is not sent along. */
export function toSend(instrument: Instrument, progress: Progress): Progress {
  const asked = new Set(itemsAsked(instrument, progress).map(({ id }) => id))
  return instrument.items
    .filter(({ id }) => !asked.has(id) && answerAt(progress.answers, id) !== null)
    .reduce((left, { id }) => ({ ...left, answers: withAnswer(left.answers, id, null) }), progress)
}
