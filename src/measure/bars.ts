/** One step of changes as it is drawn; `courses` is null where there are too few to be told. */
export interface Bar {
  readonly from: number
  readonly courses: number | null
  readonly x: number
  readonly width: number
  readonly height: number
  /** Every step, or every second where they would crowd. */
  readonly labelled: boolean
}

interface Bin {
  readonly from: number
  readonly to: number
  readonly courses: number | null
}

interface Size {
  readonly width: number
  readonly height: number
  readonly foot: number
  readonly head: number
}

export interface Bars {
  readonly bars: readonly Bar[]
  /** From just better than chance to just worse. */
  readonly chance: { readonly x: number; readonly width: number } | null
  readonly zero: number | null
}

/** What a hidden step is drawn as high as: there is someone, and no more is said. */
const few = 5

/** Lays steps out side by side; lengths are counts, against the longest. */
export function barsOf(bins: readonly Bin[], reliable: number | null, size: Size): Bars {
  const step = size.width / Math.max(bins.length, 1)
  const most = Math.max(1, ...bins.map(({ courses }) => courses ?? few))
  const room = size.height - size.foot - size.head - 14
  const gap = Math.min(6, step / 4)
  const first = bins[0]?.from ?? 0
  const end = (bins.at(-1)?.to ?? 0) + 1
  const at = (points: number) => ((clamp(points, first, end) - first) / Math.max(end - first, 1)) * size.width
  const bars = bins.map(({ from, courses }, place) => ({
    from,
    courses,
    x: place * step + gap / 2,
    width: step - gap,
    height: ((courses ?? few) / most) * room,
    labelled: bins.length <= 14 || place % 2 === 0,
  }))
  const span = reliable === null ? null : { x: at(1 - reliable), width: at(reliable) - at(1 - reliable) }
  return {
    bars,
    chance: span && span.width > 0 ? span : null,
    zero: first <= 0 && end >= 0 ? at(0) : null,
  }
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)
