import { type Box, isFree, within } from './box.ts'
import { boxOf, type Label } from './label.ts'

/** Keeps the account of what lies where, so that no words lie on other words. */
export type Placer = {
  /** Draws the first candidate that is free, or none: what finds no place is still in the story and the table. */
  readonly place: (...candidates: readonly Label[]) => Label | undefined
  /** Takes the room as it is, for what is laid out so that it cannot collide. */
  readonly take: (box: Box) => void
  readonly labels: readonly Label[]
  readonly taken: readonly Box[]
}

export function placerWithin(page: Box): Placer {
  const labels: Label[] = []
  const taken: Box[] = []
  const place = (...candidates: readonly Label[]) => {
    const found = candidates.find((label) => {
      const box = boxOf(label)
      return within(box, page) && isFree(box, taken)
    })
    if (!found) return undefined
    labels.push(found)
    taken.push(boxOf(found))
    return found
  }
  return { place, take: (box) => void taken.push(box), labels, taken }
}

/** The same words moved a little up or down, nearest first: room is usually close by. */
export const nudged = (label: Label, reach: number, step = 5): readonly Label[] =>
  Array.from({ length: Math.floor(reach / step) * 2 + 1 }, (_, turn) => {
    const away = Math.ceil(turn / 2) * step
    return { ...label, y: label.y + (turn % 2 === 0 ? away : -away) }
  })
