/** A rectangle in the picture; `y` grows downwards. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

export const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

export const isFree = (box: Box, taken: readonly Box[]): boolean =>
  !taken.some((other) => overlap(box, other))

export const around = (x: number, y: number, radius: number): Box => ({
  x: x - radius,
  y: y - radius,
  width: 2 * radius,
  height: 2 * radius,
})
