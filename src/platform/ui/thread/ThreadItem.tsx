import type { ReactNode } from 'react'
import './gutter.css'
import './picture.css'
import { along, type Curve, straight } from './path.ts'
import { loopCurve, loopHalf } from './strand.ts'

type Props = {
  /** Begins with a slack stretch: preparation. */
  slack?: boolean | undefined
  /** Loops hung after it, one for each journey. */
  loops?: number | undefined
  /** How the thread runs on to the item's end. */
  then: 'slack' | 'stitch' | 'ahead' | 'before' | 'none'
  /** A station on it: now, open for what is still to come, or what was elsewhere. */
  node?: 'now' | 'open' | 'elsewhere' | undefined
  children: ReactNode
}

const x = 37
const slackHeight = 46
const loopHeight = 58
const loopReach = 32

/** Lying on its side, a thread's curve hangs down. */
const hung =
  (curve: Curve): Curve =>
  (t) => {
    const [along_, across] = curve(t)
    return [across, along_]
  }

const slackPath = along(
  (t) => [x - 7 * Math.sin(t * 2 * Math.PI) * Math.sin(t * Math.PI), t * slackHeight],
  [0, 1],
  6,
)

const loopPath = (from: number): string => {
  const middle = from + loopHeight / 2
  const size = 30
  const curve = hung(loopCurve({ at: middle, size, height: loopReach }, x))
  const lead = straight([x, from], [x, middle - loopHalf(size)])
  return (
    lead + along(curve, [0, 2 * Math.PI], 10) + straight([x, middle + loopHalf(size)], [x, from + loopHeight])
  )
}

/** One station of the client's way: the thread in the gutter, the words beside it. */
export function ThreadItem({ slack = false, loops = 0, then, node, children }: Props) {
  const first = slack ? slackHeight : 0
  const end = first + loops * loopHeight
  const hangs = Array.from({ length: loops }, (_, place) => first + place * loopHeight)
  return (
    <li className="tl-item">
      <svg className="tl-item-thread" width="48" height="100%" aria-hidden="true">
        {slack && <path className="tl-strand tl-strand-slack" d={slackPath} />}
        {hangs.map((from) => (
          <g key={from}>
            <path className="tl-strand tl-strand-loop" d={loopPath(from)} />
            <circle className="tl-p-ring" cx={x - loopReach} cy={from + loopHeight / 2} r="5" />
          </g>
        ))}
        {then !== 'none' && (
          <line className={`tl-strand tl-strand-${then}`} x1={x} x2={x} y1={end} y2="100%" />
        )}
        {node === 'now' && <Now y={end + 22} />}
        {node === 'elsewhere' && <circle className="tl-p-earlier" cx={x} cy={end + 22} r="6.500" />}
        {node === 'open' && <circle className="tl-item-open" cx={x} cy={end + 22} r="7" />}
      </svg>
      <svg className="tl-item-strut" width="1" height={end + 24} aria-hidden="true" />
      <div className="tl-item-words">{children}</div>
    </li>
  )
}

const Now = ({ y }: { y: number }) => (
  <g className="tl-item-now">
    <circle cx={x} cy={y} r="12" />
    <circle cx={x} cy={y} r="6" />
  </g>
)

/** The client's way down the page: each item joins the next, so the thread never breaks. */
export const ThreadGutter = ({ children }: { children: ReactNode }) => (
  <ol className="tl-gutter">{children}</ol>
)
