import { step } from './path.ts'
import type { ThreadWord, ThreadWordKind } from './view.ts'

export type Link = { readonly d: string; readonly to: ThreadWordKind }

/** The stretch between two rows in which what comes of one word runs across. */
export type Track = { readonly from: string; readonly lane: number }

type Span = { readonly id: string; readonly left: number; readonly right: number }

/** Words that run across the same stretch get tracks of their own, or it could not be told whose line is whose. */
export function tracksBelow(
  words: readonly ThreadWord[],
  all: readonly ThreadWord[],
  x: (word: ThreadWord) => number,
) {
  const spans = words.flatMap((word): readonly Span[] => {
    const reached = all.filter(({ from }) => from.includes(word.id)).map(x)
    if (reached.length === 0) return []
    return [{ id: word.id, left: Math.min(x(word), ...reached), right: Math.max(x(word), ...reached) }]
  })
  const ends: number[] = []
  const tracks = new Map<string, number>()
  for (const { id, left, right } of spans) {
    const free = ends.findIndex((end) => end < left - 6)
    const lane = free === -1 ? ends.length : free
    ends[lane] = right
    tracks.set(id, lane)
  }
  return { tracks, count: ends.length }
}

type End = { readonly x: number; readonly y: number; readonly kind: ThreadWordKind; readonly row: number }

/** From under one mark to the top of the next; or, within a row, down and up again. */
export function link(from: End, to: End, turnAt: number): Link {
  const enters = to.row === from.row ? to.y + 9 : to.y - 9
  return { d: step([from.x, from.y + 9], [to.x, enters], turnAt), to: to.kind }
}
