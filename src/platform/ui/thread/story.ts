import {
  inTime,
  livedDepartures,
  livedDoses,
  type ThreadDeparture,
  type ThreadDose,
  type ThreadView,
  type ThreadWord,
} from './view.ts'

/** What arose, with all that came of it in the order of time. */
export type Entry = { readonly word: ThreadWord; readonly after: readonly ThreadWord[] }

export type Chapter = {
  readonly kind: 'preparation' | 'journey'
  /** 1 for the first journey; 0 for preparation. */
  readonly journey: number
  readonly from: number
  readonly to: number
  readonly entries: readonly Entry[]
  /** How it ended, where that was otherwise than by going home as agreed. */
  readonly departures: readonly ThreadDeparture[]
}

/** The course as a story: the same words as the picture, told in order, for reading, hearing and small screens. */
export function storyOf(view: ThreadView): readonly Chapter[] {
  const doses = livedDoses(view)
  const words = inTime(view.words).filter(({ at }) => at <= view.now)
  const roots = words.filter((word) => isRoot(word, words))
  const entries = roots.map((word) => ({ word, after: cameOf(word, words) }))
  const bounds = [view.startsAt, ...doses.map(({ at }) => at), Infinity]
  return bounds.slice(0, -1).map((from, journey) => ({
    kind: journey === 0 ? 'preparation' : 'journey',
    journey,
    from,
    to: Math.min(bounds[journey + 1]!, view.now),
    departures: livedDepartures(view).filter((left) => chapterOf(left, doses) === journey),
    entries: entries.filter(({ word }) => chapterOf(word, doses) === journey),
  }))
}

const chapterOf = (word: { readonly at: number }, doses: readonly ThreadDose[]): number =>
  doses.filter(({ at }) => at <= word.at).length

/** Intentions and insights begin something; the rest begins only where nothing known came before it. */
const isRoot = (word: ThreadWord, words: readonly ThreadWord[]): boolean =>
  word.kind === 'intention' ||
  word.kind === 'insight' ||
  !word.from.some((id) =>
    words.some((other) => other.id === id && other.at <= word.at && other.id !== word.id),
  )

/** Each word is told once, with the first thing it came of. */
function cameOf(root: ThreadWord, words: readonly ThreadWord[]): readonly ThreadWord[] {
  const beginning = (word: ThreadWord, seen: readonly string[]): string | undefined => {
    if (isRoot(word, words)) return word.id
    const parent = words.find(({ id }) => word.from.includes(id) && !seen.includes(id))
    return parent ? beginning(parent, [...seen, word.id]) : undefined
  }
  return words.filter((word) => word.id !== root.id && beginning(word, []) === root.id)
}
