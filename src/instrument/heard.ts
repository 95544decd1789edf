import { asker, type Ask } from './condition.ts'
import { countedAs, rawAt, ticksOf, type Keyed } from './given.ts'
import type { Answers, Instrument, Item, ItemId } from './instrument.ts'
import { workedOver, type OwnWork } from './worked.ts'

/** What was said, as it counts: with what was rightly left out, and what was said although nobody asked. */
export interface Heard {
  readonly items: readonly Item[]
  readonly answers: Keyed
  /** Asked, by what was answered. */
  readonly asked: readonly Item[]
  /** Asked and counted, and not answered. */
  readonly missing: readonly ItemId[]
  readonly skipped: ReadonlySet<ItemId>
  /** Answered, although what was answered before says that it is not asked. */
  readonly unasked: readonly ItemId[]
  /** What a practice's own form works out over these answers. */
  readonly own?: OwnWork
  readonly says?: OwnWork['says']
}

/** In the order of the items, for whether one is asked hangs on those before it. */
export function hear(instrument: Instrument, input: Answers): Heard {
  const answers = new Map<ItemId, number | null>()
  const skipped = new Set<ItemId>()
  const own = instrument.own && workedOver(instrument.own, input)
  const ask = asker(instrument, { answers, skipped, reaches: () => null, says: own?.says })
  const one = (item: Item) => {
    const raw = rawAt(input, item)
    const given = countedAs(item, raw)
    const isAsked = asks(item, ask)
    const isLeft = isAsked === false && isNothing(item, given)
    if (isLeft && item.otherwise !== undefined) skipped.add(item.id)
    answers.set(item.id, (isLeft ? item.otherwise : (given ?? item.usually)) ?? null)
    for (const [id, ticked] of ticksOf(item, raw)) answers.set(id, ticked)
    return { item, given, isAsked: isAsked === true }
  }
  const all = instrument.items.map(one)
  const asked = all.filter(({ item, isAsked }) => isAsked && !item.setting).map(({ item }) => item)
  const unasked = all.filter(({ given, isAsked }) => !isAsked && given !== null).map(({ item }) => item.id)
  const missing = missingOf(asked, answers)
  const found = { items: instrument.items, answers, asked, skipped, unasked, missing }
  return own ? { ...found, own, says: own.says } : found
}

/** Nothing was said, or nothing that is heard when it was not asked. */
const isNothing = ({ heardOnlyIfAsked }: Item, given: number | null): boolean =>
  given === null || heardOnlyIfAsked === true

const missingOf = (asked: readonly Item[], answers: Keyed): ItemId[] =>
  asked.filter(({ id, uncounted }) => !uncounted && answers.get(id) === null).map(({ id }) => id)

/** Null: it cannot be said yet, and so it is not asked yet. */
function asks({ only, unless }: Item, ask: Ask): boolean | null {
  if (only) return ask(only)
  return unless ? ask(unless) !== true : true
}

/** In order; what is only asked when something was answered so, only then. */
export const itemsFor = (instrument: Instrument, input: Answers): readonly Item[] =>
  hear(instrument, input).asked
