import { fromLibrary } from '../library.content.ts'
import { optionCount } from '../ownWords.ts'
import type { Wording } from '../instrument.ts'

/** Words that no one published, for an instrument whose own may not stand here. */
export function inventedWording(id: string): Wording {
  const { items } = fromLibrary(id)!
  return {
    title: 'Invented words',
    stem: '',
    items: Object.fromEntries(items.map((item) => [String(item.id), `Invented question ${item.id}`])),
    options: Object.fromEntries(
      items.map((item) => [
        item.options,
        Array.from(
          { length: optionCount(item) },
          (_, at) => ['Yes', 'No', 'Rather not'][at] ?? `Option ${at}`,
        ),
      ]),
    ),
    bands: {},
  }
}
