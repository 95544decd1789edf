/** Numbers in [0, 1) that only look like chance (mulberry32): the same seed makes the same campaign. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of them. */
export const pick = <Item>(random: () => number, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item

/** A whole number of milliseconds from the first to the second. */
export const between = (random: () => number, [least, most]: readonly [number, number]): number =>
  Math.round(least + random() * (most - least))
