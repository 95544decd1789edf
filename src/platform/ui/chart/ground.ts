import type { Box } from '../thread/box.ts'
import { isKnown, type ChartPoint, type KnownPoint, type ScoreView } from './view.ts'

export type Spot = {
  readonly point: KnownPoint
  readonly x: number
  readonly y: number
  /** Further from the baseline than chance alone would take it. */
  readonly beyond: boolean
}
export type ZoneBox = { readonly label: string; readonly from: number; readonly box: Box }
export type Open = { readonly id: string; readonly x: number }
export type Link = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }

/** A score over time in its place, without a word: what the small and the large chart have in common. */
export type Ground = {
  readonly plot: Box
  readonly x: (at: number) => number
  readonly y: (value: number) => number
  readonly zones: readonly ZoneBox[]
  /** From the baseline on. */
  readonly chance: Box | null
  /** Where the chance band ends inside the plot, and not only because the scale does. */
  readonly edges: readonly number[]
  readonly path: string
  /** Over what is not known, from what was known before to what is known after. */
  readonly gaps: readonly Link[]
  readonly spots: readonly Spot[]
  readonly open: readonly Open[]
  readonly doses: readonly Open[]
}

export function groundOf(view: ScoreView, plot: Box): Ground {
  const x = (at: number) => plot.x + ((at - view.from) / Math.max(view.to - view.from, 1)) * plot.width
  const y = heightIn(view, plot)
  const points = view.points.toSorted((one, other) => one.at - other.at)
  const spots = points.filter(isKnown).map((point): Spot => ({
    point,
    x: x(point.at),
    y: y(point.value),
    beyond: isBeyond(view, point),
  }))
  const runs = runsOf(points, spots)
  const within = chanceIn(view, { plot, x, y })
  return {
    plot,
    x,
    y,
    zones: view.zones.map(({ label, from }, place) => ({
      label,
      from,
      box: zoneBox(view, place, { plot, y }),
    })),
    chance: within?.box ?? null,
    edges: within?.edges ?? [],
    path: view.worded ? '' : runs.map(pathOf).join(''),
    gaps: view.worded ? [] : gapsBetween(runs),
    spots,
    open: points.filter((point) => !isKnown(point)).map(({ id, at }) => ({ id, x: x(at) })),
    doses: view.moments.filter(({ kind }) => kind === 'dose').map(({ id, at }) => ({ id, x: x(at) })),
  }
}

const tenths = (pixels: number): number => Math.round(pixels * 10) / 10

/** Half a step of air above and below where there are only whole numbers. */
const airOf = ({ whole }: Pick<ScoreView, 'whole'>): number => (whole ? 0.5 : 0)

function heightIn(view: ScoreView, plot: Box): (value: number) => number {
  const air = airOf(view)
  const span = Math.max(view.max - view.min + 2 * air, 1e-9)
  return (value) => tenths(plot.y + plot.height * (1 - (value - view.min + air) / span))
}

/** At the threshold itself a change is already more than chance. */
const isBeyond = ({ baseline, threshold }: ScoreView, { at, value }: KnownPoint): boolean =>
  baseline !== null && threshold !== null && at > baseline.at && Math.abs(value - baseline.value) >= threshold

type Place = { readonly plot: Box; readonly y: (value: number) => number }

/** From its own border to the next zone's; the lowest and the highest reach to the ends of the plot. */
function zoneBox({ zones, whole }: ScoreView, place: number, { plot, y }: Place): Box {
  const air = airOf({ whole })
  const [zone, above] = [zones[place]!, zones[place + 1]]
  const top = above ? y(above.from - air) : plot.y
  const bottom = place === 0 ? plot.y + plot.height : y(zone.from - air)
  return { x: plot.x, y: top, width: plot.width, height: bottom - top }
}

function chanceIn(view: ScoreView, { plot, x, y }: Place & { readonly x: (at: number) => number }) {
  const { baseline, threshold } = view
  if (baseline === null || threshold === null) return undefined
  const air = airOf(view)
  const reach = Math.max(threshold - air, 0)
  const [high, low] = [y(baseline.value + reach), y(baseline.value - reach)]
  const [floor, left] = [plot.y + plot.height, x(baseline.at)]
  const [top, bottom] = [Math.max(plot.y, high), Math.min(floor, low)]
  return {
    box: { x: left, y: top, width: plot.x + plot.width - left, height: bottom - top },
    edges: [high, low].filter((at) => at > plot.y + 0.5 && at < floor - 0.5),
  }
}

/** Known points that follow each other with nothing unknown between them. */
function runsOf(points: readonly ChartPoint[], spots: readonly Spot[]): readonly (readonly Spot[])[] {
  const runs: Spot[][] = [[]]
  for (const point of points) {
    const spot = spots.find((one) => one.point === point)
    if (spot) runs.at(-1)!.push(spot)
    else if (runs.at(-1)!.length > 0) runs.push([])
  }
  return runs.filter((run) => run.length > 0)
}

const pathOf = (run: readonly Spot[]): string =>
  run.map(({ x, y }, place) => `${place === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')

const gapsBetween = (runs: readonly (readonly Spot[])[]): Link[] =>
  runs.slice(1).map((run, place) => {
    const [before, after] = [runs[place]!.at(-1)!, run[0]!]
    return { x1: before.x, y1: before.y, x2: after.x, y2: after.y }
  })
