import { isWhen } from '../intake/when.ts'
import type { Instrument, Item, ItemId } from './instrument.ts'
import { isTimeOfDay } from './timeOfDay.ts'

/** Why what was given cannot be scored. */
export type Fault =
  | 'not-answers'
  | 'out-of-range'
  | 'not-an-option'
  | 'not-a-number'
  | 'wrong-type'
  | 'contradiction'
  | 'duplicate-answer'
  | 'too-many-answers'
  | 'unknown-item'
  | 'wrong-version'
  | 'wrong-instrument'
  | 'taken-back'
  | 'not-json'

export interface Reason {
  readonly reason: Fault
  readonly item?: ItemId
}

/** What each item was answered, as it counts; null: nothing, or that it is not known. Ticks stand under `ITEM.word` too. */
export type Keyed = ReadonlyMap<ItemId, number | null>

/** More reasons than anyone reads. */
const mostReasons = 20

/** Named beside the answers, and no answer. */
const about = ['version']

export function faultsIn(instrument: Instrument, input: unknown): Reason[] {
  if (!isRecord(input)) return [{ reason: 'not-answers' }]
  const said = [
    ...(input['version'] !== undefined && input['version'] !== instrument.version
      ? [{ reason: 'wrong-version' as const }]
      : []),
    ...misplaced(instrument, input),
  ]
  for (const item of instrument.items) {
    if (said.length >= mostReasons) break
    const reason = faultOf(item, rawAt(input, item))
    if (reason) said.push({ reason, item: item.id })
  }
  return said.slice(0, mostReasons)
}

/** The lists that an instrument's answers stand in, and how long each is; by name where a place has one. */
function listsOf({ items }: Instrument): Map<string, Set<number | string>> {
  const lists = new Map<string, Set<number | string>>()
  for (const { id, in: where } of items) {
    const [list, place] = where ?? (typeof id === 'number' ? ['answers', id] : [undefined, id])
    if (list !== undefined) lists.set(list, (lists.get(list) ?? new Set()).add(place))
  }
  return lists
}

function misplaced(instrument: Instrument, input: Record<string, unknown>): Reason[] {
  const lists = listsOf(instrument)
  const names = new Set(instrument.items.filter(({ in: where }) => !where).map(({ id }) => id))
  const wrong = Object.entries(input).flatMap(([name, value]): Reason[] => {
    const places = lists.get(name)
    if (places) return listFault(places, value)
    const known = names.has(name) || about.includes(name) || (name === 'answers' && isEmptyList(value))
    return known ? [] : [{ reason: 'unknown-item', item: name.slice(0, 40) }]
  })
  return wrong.slice(0, mostReasons)
}

function listFault(places: ReadonlySet<number | string>, value: unknown): Reason[] {
  if (value === null || value === undefined) return []
  if ([...places].every((place) => typeof place === 'number')) {
    if (!Array.isArray(value)) return [{ reason: 'not-answers' }]
    return value.length > places.size ? [{ reason: 'too-many-answers' }] : []
  }
  if (!isRecord(value)) return [{ reason: 'not-answers' }]
  const strange = Object.keys(value).find((name) => !places.has(name))
  return strange === undefined ? [] : [{ reason: 'unknown-item', item: strange.slice(0, 40) }]
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What was given for an item; undefined and null alike: nothing. */
export function rawAt(
  input: Readonly<Record<string, unknown>>,
  { id, in: where }: Pick<Item, 'id' | 'in'>,
): unknown {
  const [list, place] = where ?? (typeof id === 'number' ? (['answers', id] as const) : [undefined, id])
  const from = list === undefined ? input : input[list]
  if (typeof from !== 'object' || from === null) return null
  const at = Array.isArray(from) ? Number(place) - 1 : place
  return Object.hasOwn(from, at) ? ((from as Record<string, unknown>)[at] ?? null) : null
}

/** What keeps this from being an answer to the item; nothing where it is one, or where nothing was said. */
export function faultOf(item: Item, given: unknown): Fault | undefined {
  if (given === null) return undefined
  if (item.ticks) return faultInTicks(item, given)
  if (item.codes) return faultInCode(item.codes, given)
  if (item.text) return faultInText(item.text, given)
  if (item.date) return faultInDate(item.date, given)
  if (item.time) return faultInTime(item.time, given)
  return faultInNumber(item, given)
}

function faultInTicks({ ticks, alone }: Item, given: unknown): Fault | undefined {
  if (!Array.isArray(given)) return 'wrong-type'
  if (given.some((word) => typeof word !== 'string')) return 'wrong-type'
  if (given.some((word) => !ticks?.includes(word))) return 'not-an-option'
  if (new Set(given).size !== given.length) return 'duplicate-answer'
  return alone !== undefined && given.includes(alone) && given.length > 1 ? 'contradiction' : undefined
}

function faultInCode(codes: NonNullable<Item['codes']>, given: unknown): Fault | undefined {
  if (typeof given !== 'string' && typeof given !== 'boolean') return 'wrong-type'
  return Object.hasOwn(codes, wordOf(given)) ? undefined : 'not-an-option'
}

function faultInText({ most }: NonNullable<Item['text']>, given: unknown): Fault | undefined {
  if (typeof given !== 'string') return 'wrong-type'
  return given.trim() === '' || given.length > most ? 'out-of-range' : undefined
}

/** A day on the calendar, a month or a year; no hour. Against a limit it counts by what of it is known. */
function faultInDate({ from, to }: NonNullable<Item['date']>, given: unknown): Fault | undefined {
  if (typeof given !== 'string') return 'wrong-type'
  if (given.length > 10 || !isWhen(given)) return 'not-an-option'
  const known = (limit: string) => limit.slice(0, given.length)
  const isEarly = from !== undefined && given.slice(0, from.length) < known(from)
  const isLate = to !== undefined && given.slice(0, to.length) > known(to)
  return isEarly || isLate ? 'out-of-range' : undefined
}

function faultInTime({ from, to }: NonNullable<Item['time']>, given: unknown): Fault | undefined {
  if (typeof given !== 'string') return 'wrong-type'
  if (!isTimeOfDay(given)) return 'not-an-option'
  const isEarly = from !== undefined && given < from
  const isLate = to !== undefined && given > to
  return isEarly || isLate ? 'out-of-range' : undefined
}

function faultInNumber({ values, range }: Item, given: unknown): Fault | undefined {
  if (typeof given !== 'number' || !Number.isFinite(given)) return 'not-a-number'
  const { min, max } = range ?? { min: Math.min(...values), max: Math.max(...values) }
  if (given < min || given > max) return 'out-of-range'
  const fits = range ? !range.whole || Number.isInteger(given) : values.includes(given)
  return fits ? undefined : 'not-an-option'
}

const wordOf = (given: string | boolean): string => (given === true ? 'yes' : given === false ? 'no' : given)

/** Said or not is all that counts of it. */
const isSaid = ({ text, date, time }: Item): boolean => [text, date, time].some((each) => each !== undefined)

/** What one given answer counts as; nothing is given when it is null. */
export function countedAs(item: Item, given: unknown): number | null {
  if (given === null) return null
  if (item.ticks) return Array.isArray(given) && given.length > 0 ? given.length : null
  if (isSaid(item)) return 1
  const value = item.codes ? (item.codes[wordOf(given as string | boolean)] ?? null) : (given as number)
  return value === null ? null : keyed(item, value)
}

function keyed({ values, range, codes, reversed }: Item, value: number): number {
  if (!reversed) return value
  if (range) return range.min + range.max - value
  const all = codes ? Object.values(codes).filter((code) => code !== null) : values
  return Math.min(...all) + Math.max(...all) - value
}

/** Each word that may be ticked, as an item of its own. */
export function ticksOf(item: Item, given: unknown): [string, number | null][] {
  const ticked = Array.isArray(given) && given.length > 0 ? given : null
  return (item.ticks ?? []).map((word) => [
    `${item.id}.${word}`,
    ticked ? Number(ticked.includes(word)) : null,
  ])
}

/** The least and the most that an item can count as. */
export function reachOf(item: Item): {
  readonly min: number
  readonly max: number
} {
  const { values, range, codes, ticks } = item
  if (range) return range
  if (isSaid(item)) return { min: 0, max: 1 }
  if (ticks) return { min: 0, max: ticks.length }
  const all = codes ? Object.values(codes).filter((code) => code !== null) : values
  return { min: Math.min(...all), max: Math.max(...all) }
}
