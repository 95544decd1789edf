/** A point on the earth, in degrees. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

const earthRadiusMiles = 3958.8
const radians = (degrees: number) => (degrees * Math.PI) / 180

/**
 * Great-circle miles, by the angle between the two directions from the earth's middle, taken from its sine and its cosine
 * together: exact to a hair also for places side by side and for places on opposite sides, where the haversine is not.
 * As the crow flies: a drive is longer, and screens say so.
 */
export function milesBetween(from: Point, to: Point): number {
  const [a, b] = [direction(from), direction(to)]
  const sine = Math.hypot(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
  return earthRadiusMiles * Math.atan2(sine, a.x * b.x + a.y * b.y + a.z * b.z)
}

function direction({ latitude, longitude }: Point) {
  const flat = Math.cos(radians(latitude))
  return {
    x: flat * Math.cos(radians(longitude)),
    y: flat * Math.sin(radians(longitude)),
    z: Math.sin(radians(latitude)),
  }
}
