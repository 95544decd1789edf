import { wordsIn } from '../rule/drug.ts'

/** So few letters name too much. */
const fewest = 2
const most = 8

/** The names that begin as it was written, whole names before those that carry it further on; none until two letters are there. */
export function namesFor(names: readonly string[], written: string): string[] {
  const sought = wordsIn(written).join(' ')
  if (sought.length < fewest) return []
  const plain = names.map((name) => ({ name, words: wordsIn(name).join(' ') }))
  const first = plain.filter(({ words }) => words.startsWith(sought))
  const later = plain.filter(({ words }) => !words.startsWith(sought) && words.includes(` ${sought}`))
  return [...first, ...later].slice(0, most).map(({ name }) => name)
}
