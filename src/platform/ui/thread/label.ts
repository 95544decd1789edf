import type { Box } from './box.ts'
import { type Face, widthOf } from './letters.ts'

export type Tone = 'ink' | 'soft' | 'prep' | 'jour' | 'integ'

/** Words in the picture, drawn where they belong instead of in a legend. */
export type Label = {
  readonly lines: readonly string[]
  /** Where the first line begins (or ends, or is centred), and the baseline it stands on. */
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly size: number
  readonly face: Face
  readonly tone: Tone
  readonly strong?: boolean | undefined
  readonly slanted?: boolean | undefined
}

export const lineHeight = (size: number): number => Math.round(size * 1.25)

const shifts = { start: 0, middle: 0.5, end: 1 }

export function boxOf({ lines, x, y, anchor, size, face }: Label): Box {
  const width = Math.max(0, ...lines.map((line) => widthOf(line, size, face)))
  return {
    x: x - width * shifts[anchor],
    y: y - size * 0.86,
    width,
    height: size * 1.14 + (lines.length - 1) * lineHeight(size),
  }
}
