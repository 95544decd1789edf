import { milesBetween, type Point } from './distance.ts'

export interface Dot {
  /** East and south of the middle, in units of the outer ring. */
  readonly x: number
  readonly y: number
}

/** The outer ring holds whoever is farthest; the inner one stands at a quarter of its miles. */
const steps = [4, 20, 40, 100, 200, 400, 1000, 4000]

export const outerRing = (farthestMiles: number): number =>
  steps.find((step) => step >= farthestMiles) ?? 12_000

/**
 * Where someone is, as the crow flies: in which direction, and how far. The root of the distance is drawn, so that
 * those within a few miles stay apart although someone else is far. Good for some hundreds of miles.
 */
export function dotFor(middle: Point, there: Point, ringMiles: number): Dot {
  const east = (there.longitude - middle.longitude) * Math.cos((middle.latitude * Math.PI) / 180)
  const north = there.latitude - middle.latitude
  const length = Math.hypot(east, north)
  if (length === 0) return { x: 0, y: 0 }
  const share = Math.sqrt(milesBetween(middle, there) / ringMiles)
  return { x: (east / length) * share, y: (-north / length) * share }
}
