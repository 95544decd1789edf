import type { Instrument, Item, Wording } from './instrument.ts'
import { optionCount } from './ownWords.ts'

/** What is missing in words for an instrument, in words for who wrote them. */
export function wordsMissing({ items: all, bands }: Instrument, wording: Wording): string[] {
  const items = all.filter(({ setting }) => !setting)
  const bandWords = Object.keys(wording.bands).length > 0 ? bands : []
  return [
    ...(wording.title ? [] : ['no title']),
    ...items.filter(({ id }) => !wording.items[String(id)]).map(({ id }) => `no words for ${id}`),
    ...items.flatMap((item) => optionsMissing(item, wording)),
    ...bandWords.filter(({ id }) => !wording.bands[id]).map(({ id }) => `no words for the band ${id}`),
  ]
}

function optionsMissing(item: Item, wording: Wording): string[] {
  const words = wording.options[item.options]?.length ?? 0
  const offered = optionCount(item)
  return words === offered ? [] : [`${words} words for ${offered} options of ${item.options}`]
}
