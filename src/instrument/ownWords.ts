import type { Instrument, Item, Wording } from './instrument.ts'
import type { Language } from './response.ts'

/** Words a practice has loaded itself; null where it took them back. */
export interface OwnWording {
  readonly instrumentId: string
  readonly instrumentVersion: string
  readonly language: Language
  readonly wording: Wording | null
}

/** The instrument in its own words where the project may give them, and in the practice's where it may not. */
export const withOwnWords = (instrument: Instrument, own: readonly OwnWording[]): Instrument => ({
  ...instrument,
  languages: { ...ownOf(instrument, own), ...instrument.languages },
})

const ownOf = ({ id, version }: Instrument, own: readonly OwnWording[]): Instrument['languages'] =>
  Object.fromEntries(
    own
      .filter((each) => each.instrumentId === id && each.instrumentVersion === version)
      .flatMap(({ language, wording }) => (wording ? [[language, wording]] : [])),
  )

/** It can be put before someone in this language: no item of it is without words. */
export const isWorded = ({ languages }: Instrument, language: Language): boolean =>
  languages[language] !== undefined

export interface WordingFault {
  readonly path: string
  readonly fault: 'missing' | 'too-long' | 'unknown-item' | 'wrong-type' | 'wrong-number'
}

const longest = 600

/** What keeps a wording from being asked, by the place where it is wrong. */
export function faultsInWording({ items: all }: Instrument, given: unknown): WordingFault[] {
  const items = all.filter(({ setting }) => !setting)
  if (!isRecord(given)) return [{ path: 'wording', fault: 'wrong-type' }]
  const { items: said, options } = given
  return [
    ...wordsFault('title', given['title']),
    ...(given['stem'] === '' ? [] : wordsFault('stem', given['stem'])),
    ...faultsInItems(items, said),
    ...faultsInOptions(items, options),
  ]
}

function faultsInItems(items: readonly Item[], said: unknown): WordingFault[] {
  if (!isRecord(said)) return [{ path: 'items', fault: 'wrong-type' }]
  const known = new Set(items.map(({ id }) => String(id)))
  const strange = Object.keys(said).filter((id) => !known.has(id))
  return [
    ...[...known].flatMap((id) => wordsFault(`items.${id}`, said[id])),
    ...strange.map((id) => ({ path: `items.${id.slice(0, 40)}`, fault: 'unknown-item' as const })),
  ]
}

function faultsInOptions(items: readonly Item[], options: unknown): WordingFault[] {
  if (!isRecord(options)) return [{ path: 'options', fault: 'wrong-type' }]
  const lists = new Map(items.map((item) => [item.options, optionCount(item)]))
  return [...lists].flatMap(([name, count]): WordingFault[] => {
    const words = options[name]
    if (!Array.isArray(words)) return [{ path: `options.${name}`, fault: 'missing' }]
    if (words.length !== count) return [{ path: `options.${name}`, fault: 'wrong-number' }]
    return words.flatMap((each, place) => wordsFault(`options.${name}.${place + 1}`, each))
  })
}

/** How many words an item's answers need: one for each that is offered, the two ends of a line, or the unit of a number. */
export function optionCount({ values, codes, ticks, range, unsaid = [] }: Item): number {
  if (range) return range.whole ? 1 : 2
  return (ticks ?? (codes ? Object.keys(codes) : values)).length - unsaid.length
}

function wordsFault(path: string, words: unknown): WordingFault[] {
  if (typeof words !== 'string' || words.trim() === '') return [{ path, fault: 'missing' }]
  return words.length > longest ? [{ path, fault: 'too-long' }] : []
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
