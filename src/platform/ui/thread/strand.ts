import { along, type Curve, type Point, straight } from './path.ts'

/** How a stretch of thread lies: slack, in a loop, stitched, or not yet lived. Form alone carries the phase. */
export type Lie = 'slack' | 'loop' | 'stitch' | 'ahead' | 'loop-ahead'

export type Strand = { readonly lie: Lie; readonly d: string }

/** Half of what a loop moves forward, and its height, for a loop of size 1. */
const stride = 0.22
export const loopHalf = (size: number): number => stride * Math.PI * size

export type Loop = { readonly at: number; readonly size: number; readonly height: number }

/** A trochoid: it leaves and joins the thread level, and turns back on itself once. Its top is where the dose lies. */
export const loopCurve =
  ({ at, size, height }: Loop, base: number): Curve =>
  (t) => [at + stride * size * (t - Math.PI) + size * Math.sin(t), base - (height * (1 - Math.cos(t))) / 2]

export const loopPath = (loop: Loop, base: number): string =>
  along(loopCurve(loop, base), [0, 2 * Math.PI], 10)

export const loopTop = (loop: Loop, base: number): Point => [loop.at, base - loop.height]

const settle = (share: number): number => Math.sin(Math.min(1, Math.max(0, share)) * Math.PI) ** 0.7

/** A slow wave that is level at both ends; longer stretches hold more waves, short ones lie straight. */
export function wavePath([from, to]: readonly [number, number], base: number, rise: number): string {
  const length = to - from
  if (length < 24) return straight([from, base], [to, base])
  const waves = Math.max(1, Math.round(length / 150))
  const curve: Curve = (share) => [
    from + share * length,
    base - rise * settle(share) * Math.sin(share * waves * 2 * Math.PI) * Math.min(1, length / 90),
  ]
  return along(curve, [0, 1], waves * 6)
}

type Course = {
  readonly from: number
  readonly now: number
  readonly to: number
  readonly lived: readonly Loop[]
  readonly planned: readonly Loop[]
}

/** The whole thread, left to right: what was lived in its own form, what lies ahead dotted. Pieces meet end to end. */
export function strandsOf({ from, now, to, lived, planned }: Course, base: number): readonly Strand[] {
  const strands: Strand[] = []
  let x = from
  const draw = (lie: Lie, end: number, rise: number) => {
    if (end > x + 0.5) strands.push({ lie, d: wavePath([x, end], base, rise) })
    x = Math.max(x, end)
  }
  lived.forEach((loop, place) => {
    draw(place === 0 ? 'slack' : 'stitch', loop.at - loopHalf(loop.size), place === 0 ? 15 : 7)
    strands.push({ lie: 'loop', d: loopPath(loop, base) })
    x = loop.at + loopHalf(loop.size)
  })
  draw(lived.length === 0 ? 'slack' : 'stitch', now, lived.length === 0 ? 15 : 7)
  for (const loop of planned) {
    draw('ahead', loop.at - loopHalf(loop.size), 0)
    strands.push({ lie: 'loop-ahead', d: loopPath(loop, base) })
    x = loop.at + loopHalf(loop.size)
  }
  draw('ahead', to, 0)
  return strands
}

/** Each as large as the room to its neighbours allows, so that journeys two days apart coil instead of tangling. */
export function loopSizes(places: readonly number[], most: number): readonly number[] {
  const fit = (gap: number) => gap / (2 * Math.PI * stride) / 1.04
  return places.map((place, index) => {
    const before = place - (places[index - 1] ?? -Infinity)
    const after = (places[index + 1] ?? Infinity) - place
    return Math.max(2, Math.min(most, fit(before), fit(after)))
  })
}
