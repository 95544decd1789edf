import type { Wording } from './instrument.ts'

/** What an instrument needs: its items, and how many words each list of answers has. */
export interface Needed {
  readonly items: readonly string[]
  readonly options: Readonly<Record<string, number>>
}

/** A form with a field for every word that is needed, filled with what there is. */
export function fieldsFor({ items, options }: Needed, given?: Partial<Wording>): Wording {
  return {
    title: textOf(given?.title),
    stem: textOf(given?.stem),
    items: Object.fromEntries(items.map((id) => [id, textOf(given?.items?.[id])])),
    options: Object.fromEntries(
      Object.entries(options).map(([name, count]) => [
        name,
        Array.from({ length: count }, (_, at) => textOf(given?.options?.[name]?.[at])),
      ]),
    ),
    bands: {},
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A file with the same fields, in JSON; nothing where it is none. What it does not name stays empty and is asked for. */
export function readWordingFile(text: string, needed: Needed): Wording | undefined {
  try {
    const read: unknown = JSON.parse(text)
    const isFields = typeof read === 'object' && read !== null && !Array.isArray(read)
    return isFields ? fieldsFor(needed, read as Partial<Wording>) : undefined
  } catch {
    return undefined
  }
}
