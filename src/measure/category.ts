import type { Classification, Instrument } from '../instrument/instrument.ts'

/** What an answer says in words, where an instrument tells a category and not only an amount. */
export interface Categorized {
  readonly band: string | null
  readonly classification: Readonly<Record<string, string>>
  readonly flags: readonly string[]
}

/** Bands that say that nothing can be said. */
const blank = 'incomplete'

/**
 * What it says in the end: the one pattern, or the last where it stands on those before it. Eight kinds of adversity beside each other
 * have no such, and criterion B alone is not the pattern of PTSD.
 */
function concludingOf({ classification, rules }: Instrument): Classification | undefined {
  const last = classification.at(-1)
  if (last === undefined || typeof last !== 'string' || classification.length === 1) return last
  const others = classification.filter((each) => each !== last)
  return rulesIn(rules[last]).some((rule) => others.includes(rule)) ? last : undefined
}

/** Which rules a condition stands on. */
function rulesIn(condition: unknown): string[] {
  if (typeof condition !== 'object' || condition === null) return []
  return Object.entries(condition).flatMap(([name, value]) =>
    name === 'rule' ? [String(value)] : rulesIn(value),
  )
}

/** Which categories there are, from the lowest up: its bands, or else the answers to what it says in the end. */
export function categoriesOf(instrument: Instrument): readonly string[] {
  const { bands } = instrument
  if (bands.length > 0)
    return bands
      .map(({ id }) => id)
      .filter((id) => id !== blank)
      .toReversed()
  const end = concludingOf(instrument)
  if (end === undefined) return []
  return typeof end === 'string' ? ['not-met', 'met'] : end.first.map(({ id }) => id).toReversed()
}

/** Null: it cannot be told. */
export function categoryOf(instrument: Instrument, { band, classification }: Categorized): string | null {
  if (instrument.bands.length > 0) return band === blank ? null : band
  const end = concludingOf(instrument)
  if (end === undefined) return null
  const said = classification[typeof end === 'string' ? end : end.id]
  return said === undefined || said === 'indeterminate' ? null : said
}

/** Each pattern that it answers, with the answer, in its order; what cannot be told is told so. */
export const patternsOf = (
  { classification: asked }: Instrument,
  { classification }: Pick<Categorized, 'classification'>,
): readonly (readonly [id: string, answer: string])[] =>
  asked.flatMap((each) => {
    const id = typeof each === 'string' ? each : each.id
    return classification[id] === undefined ? [] : [[id, classification[id]] as const]
  })
