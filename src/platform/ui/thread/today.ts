import { boxOf, type Label } from './label.ts'

const air = 3

const tenth = (pixels: number) => Math.round(pixels * 10) / 10

/** From the thread down to the axis, with a gap wherever words stand in the way: today crosses out nothing. */
export function todayPath(
  labels: readonly Label[],
  { x, from, to }: { x: number; from: number; to: number },
): string {
  const gaps = labels
    .map(boxOf)
    .filter((box) => x > box.x - air && x < box.x + box.width + air)
    .map((box) => ({ top: tenth(box.y - air), bottom: tenth(box.y + box.height + air) }))
    .filter(({ top, bottom }) => bottom > from && top < to)
    .toSorted((one, other) => one.top - other.top)
  let [path, y] = ['', from]
  for (const { top, bottom } of gaps) {
    if (top > y) path += `M${x} ${y}V${top}`
    y = Math.max(y, bottom)
  }
  return y < to ? `${path}M${x} ${y}V${to}` : path
}
