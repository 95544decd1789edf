import type { Box } from './box.ts'
import { type Point } from './path.ts'
import { type GivenPoint, inTime, isGiven, startOf, type ThreadLine, type ThreadPoint } from './view.ts'

/** A value as it is drawn: hollow inside the band, filled where it is more than chance. */
export type Dot = { readonly x: number; readonly y: number; readonly beyond: boolean }
export type Spot = { readonly point: GivenPoint; readonly x: number; readonly y: number }
export type Gap = { readonly at: number; readonly from: Point; readonly to: Point }

export type LineShape = {
  readonly plot: Box
  readonly band: Box | undefined
  /** Where the band ends inside the plot: crossing it is more than chance. */
  readonly edges: readonly number[]
  readonly path: string
  /** From what was answered before something was skipped to what was answered after. */
  readonly gaps: readonly Gap[]
  readonly spots: readonly Spot[]
  /** What the last of them is compared with. */
  readonly start: Spot | undefined
  readonly dots: readonly Dot[]
  readonly locks: readonly { readonly x: number; readonly y: number }[]
}

export type Ground = { readonly plot: Box; readonly x: (at: number) => number; readonly now: number }

export function lineShape(line: ThreadLine, { plot, x, now }: Ground): LineShape {
  const y = (value: number) => plot.y + plot.height * (1 - (value - line.min) / (line.max - line.min))
  const points = inTime(line.points).filter(({ at }) => at <= now)
  const spots = points.filter(isGiven).map((point): Spot => ({ point, x: x(point.at), y: y(point.value) }))
  const low = plot.y + plot.height
  const edges = line.band ? [y(line.band.from), y(line.band.to)] : []
  return {
    plot,
    band: bandBox(line, plot, y),
    edges: edges.filter((at) => at > plot.y + 1 && at < low - 1),
    path: solidPath(points, spots),
    gaps: points.filter(isSkipped).map((point) => gapAt(x(point.at), neighbours(point, spots), plot)),
    spots,
    start: spots.find(
      ({ point }) =>
        point ===
        startOf(
          line,
          spots.map((spot) => spot.point),
        ),
    ),
    dots: spots.map((spot) => ({ x: spot.x, y: spot.y, beyond: isBeyond(line, spot.point.value) })),
    locks: points.filter(({ status }) => status === 'private').map(({ at }) => ({ x: x(at), y: low - 12 })),
  }
}

/** At the band's edge a change is already more than chance, unless the edge is only where the scale ends. */
const isBeyond = ({ band, min, max }: ThreadLine, value: number): boolean =>
  band !== undefined && ((value <= band.from && band.from > min) || (value >= band.to && band.to < max))

function bandBox({ band, min, max }: ThreadLine, plot: Box, y: (value: number) => number): Box | undefined {
  if (!band) return undefined
  const top = y(Math.min(max, band.to))
  const bottom = y(Math.max(min, band.from))
  return { x: plot.x, y: top, width: plot.width, height: bottom - top }
}

const isSkipped = ({ status }: ThreadPoint) => status === 'skipped'

/** Drawn through what was answered; broken where something in between was skipped by choice. */
function solidPath(points: readonly ThreadPoint[], spots: readonly Spot[]): string {
  const skipped = points.filter(isSkipped)
  const isBroken = (before: Spot, after: Spot) =>
    skipped.some(({ at }) => at > before.point.at && at < after.point.at)
  return spots
    .map((spot, place) => {
      const before = spots[place - 1]
      return `${before && !isBroken(before, spot) ? 'L' : 'M'}${spot.x.toFixed(1)} ${spot.y.toFixed(1)}`
    })
    .join('')
}

type Neighbours = { readonly before: Spot | undefined; readonly after: Spot | undefined }

const neighbours = ({ at }: ThreadPoint, spots: readonly Spot[]): Neighbours => ({
  before: spots.findLast((spot) => spot.point.at < at),
  after: spots.find((spot) => spot.point.at > at),
})

/** With nothing answered on one side, the dotted line stays level. */
function gapAt(x: number, { before, after }: Neighbours, plot: Box): Gap {
  const level = before?.y ?? after?.y ?? plot.y + plot.height / 2
  return {
    at: x,
    from: before ? [before.x, before.y] : [x - 8, level],
    to: after ? [after.x, after.y] : [x + 8, level],
  }
}
