import { whenSaid } from '../intake/whenSaid.ts'
import type { Answer, Instrument, Item, Wording } from './instrument.ts'
import { wordsOfAnswer } from './instrument.ts'
import { timeSaid } from './timeOfDay.ts'
import type { Language } from './response.ts'

/** How an item is answered: one press, several ticks, a place on a line, a number that is typed, one's own words, a day, or an hour. */
export type Way = 'options' | 'ticks' | 'line' | 'number' | 'words' | 'date' | 'time'

export function wayOf({ ticks, range, typed, text, date, time }: Item): Way {
  if (ticks) return 'ticks'
  if (text) return 'words'
  if (date) return 'date'
  if (time) return 'time'
  if (range) return range.whole || typed ? 'number' : 'line'
  return 'options'
}

export interface Offered {
  readonly answer: number | string
  readonly words: string
  /** The digit on a keyboard that gives it; none where there is no digit left. */
  readonly key: string | null
}

/** Its own word for "I would rather not say", where the instrument counts that as an answer. */
export const refusedCode = 'refused'

/** What is offered, in order. A number is given by its own digit, a word by its place. */
export function offeredBy(item: Item, wording: Wording | undefined): readonly Offered[] {
  const words = wording?.options[item.options] ?? []
  const all: readonly (number | string)[] = item.ticks ?? (item.codes ? Object.keys(item.codes) : item.values)
  const said = all.filter((answer) => !item.unsaid?.includes(String(answer)))
  return said
    .map((answer, place) => ({ answer, words: words[place] ?? String(answer), key: keyOf(answer, place) }))
    .filter(({ answer }) => answer !== refusedCode)
}

function keyOf(answer: number | string, place: number): string | null {
  const digit = typeof answer === 'number' ? answer : place + 1
  return digit >= 0 && digit <= 9 ? String(digit) : null
}

/** "0–3": which keys answer this item; nothing where none does. */
export function keysOf(item: Item): string | null {
  const keys = offeredBy(item, undefined).flatMap(({ key }) => key ?? [])
  return keys.length === 0 || item.range ? null : `${keys[0]}–${keys.at(-1)}`
}

/** A question in one tap, or with ticks taken and given back. */
export function toggled(item: Item, now: Answer, word: string): Answer {
  const ticked = Array.isArray(now) ? (now as readonly string[]) : []
  const isOff = ticked.includes(word)
  const next = isOff
    ? ticked.filter((each) => each !== word)
    : word === item.alone
      ? [word]
      : [...ticked, word]
  const left = next.filter((each) => each === word || each !== item.alone)
  return left.length === 0 ? null : left
}

/** What was answered, as one reads it back. */
export function saidOf(item: Item, wording: Wording | undefined, answer: Answer): readonly string[] {
  if (Array.isArray(answer))
    return offeredBy(item, wording)
      .filter((each) => answer.includes(String(each.answer)))
      .map(({ words }) => words)
  if (item.range)
    return [[answer, wayOf(item) === 'number' ? wording?.options[item.options]?.[0] : ''].join(' ').trim()]
  return [wordsOfAnswer(item, wording, answer) ?? String(answer)]
}

/** The same, with a day or an hour as one says it in that language. */
export const readBack = (
  item: Item,
  { wording, language }: { readonly wording: Wording | undefined; readonly language: Language },
  answer: Answer,
): readonly string[] => {
  if (typeof answer === 'string' && item.date) return [whenSaid(answer, language)]
  if (typeof answer === 'string' && item.time) return [timeSaid(answer, language)]
  return saidOf(item, wording, answer)
}

/** A whole number within the item's range, as it was typed; nothing where it is none. */
export function numberTyped({ range }: Item, typed: string): number | undefined {
  const read = /^\d{1,6}([.,]\d{1,2})?$/.test(typed.trim())
    ? Number(typed.trim().replace(',', '.'))
    : Number.NaN
  const { min, max, whole } = range ?? { min: 0, max: 0, whole: true }
  const fits = read >= min && read <= max && (!whole || Number.isInteger(read))
  return fits ? read : undefined
}

/** About four questions a minute; never less than one. */
export const minutesOf = ({ items }: Instrument): number => Math.max(1, Math.ceil(items.length / 4))
