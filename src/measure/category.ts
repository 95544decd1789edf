import type { Instrument } from '../instrument/instrument.ts'

/** What an answer says in words, where an instrument tells a category and not only an amount. */
export interface Categorized {
  readonly band: string | null
  readonly classification: Readonly<Record<string, string>>
  readonly flags: readonly string[]
}

/** Bands that say that nothing can be said. */
const blank = 'incomplete'

/** Which categories there are, from the lowest up: its bands, or else the answers to its first question about a pattern. */
export function categoriesOf({ bands, classification }: Instrument): readonly string[] {
  if (bands.length > 0)
    return bands
      .map(({ id }) => id)
      .filter((id) => id !== blank)
      .toReversed()
  const [first] = classification
  if (first === undefined) return []
  return typeof first === 'string' ? ['not-met', 'met'] : first.first.map(({ id }) => id).toReversed()
}

/** Null: it cannot be told. */
export function categoryOf(instrument: Instrument, { band, classification }: Categorized): string | null {
  if (instrument.bands.length > 0) return band === blank ? null : band
  const [first] = instrument.classification
  if (first === undefined) return null
  const said = classification[typeof first === 'string' ? first : first.id]
  return said === undefined || said === 'indeterminate' ? null : said
}
