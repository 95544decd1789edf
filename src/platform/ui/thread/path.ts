export type Point = readonly [x: number, y: number]
export type Curve = (t: number) => Point

const round = (value: number) => Math.round(value * 10) / 10
const pair = ([x, y]: Point) => `${round(x)} ${round(y)}`

/** A smooth path along a curve from `from` to `to`: cubic pieces whose tangents are the curve's own. */
export function along(curve: Curve, [from, to]: readonly [number, number], pieces: number): string {
  const step = (to - from) / pieces
  const slope = (t: number): Point => {
    const [ax, ay] = curve(t - step / 200)
    const [bx, by] = curve(t + step / 200)
    return [((bx - ax) / step) * 100, ((by - ay) / step) * 100]
  }
  const reach = step / 3
  const piece = (_: unknown, place: number) => {
    const [t, u] = [from + place * step, from + (place + 1) * step]
    const [start, end, out, home] = [curve(t), curve(u), slope(t), slope(u)]
    const first: Point = [start[0] + out[0] * reach, start[1] + out[1] * reach]
    const second: Point = [end[0] - home[0] * reach, end[1] - home[1] * reach]
    return `C${pair(first)} ${pair(second)} ${pair(end)}`
  }
  return `M${pair(curve(from))}${Array.from({ length: pieces }, piece).join('')}`
}

export const straight = (from: Point, to: Point): string => `M${pair(from)}L${pair(to)}`

/** Down (or up), across and on with round corners: how one row's words lead to another's. */
export function step([x1, y1]: Point, [x2, y2]: Point, turnAt: number): string {
  if (Math.abs(x2 - x1) < 3) return straight([x1, y1], [x2, y2])
  const r = Math.min(9, Math.abs(x2 - x1) / 2, Math.abs(turnAt - y1), Math.abs(y2 - turnAt))
  const side = Math.sign(x2 - x1) * r
  const [out, home] = [Math.sign(turnAt - y1) * r, Math.sign(y2 - turnAt) * r]
  const first = `M${pair([x1, y1])}L${pair([x1, turnAt - out])}Q${pair([x1, turnAt])} ${pair([x1 + side, turnAt])}`
  return `${first}L${pair([x2 - side, turnAt])}Q${pair([x2, turnAt])} ${pair([x2, turnAt + home])}L${pair([x2, y2])}`
}
