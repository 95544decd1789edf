import { useId } from 'react'
import { type Label, lineHeight } from './label.ts'
import type { LineRow } from './lineRow.ts'
import type { Picture } from './picture.ts'
import type { ThreadRow } from './threadRow.ts'
import { todayPath } from './today.ts'
import type { WordMark, WordRows } from './wordRows.ts'
import './picture.css'

type Props = {
  picture: Picture
  /** What the picture is, for whoever does not see it; the story follows in words. */
  heard: string
  className?: string | undefined
}

export function PictureSvg({ picture, heard, className }: Props) {
  const hatch = useId()
  const { width, height, thread, lines, words, axisY, labels } = picture
  return (
    <figure className={className}>
      <figcaption className="tl-sr">{heard}</figcaption>
      <svg
        className="tl-picture"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        aria-hidden="true"
      >
        <Hatch id={hatch} />
        <Bands thread={thread} lines={lines} />
        {lines.map((line) => (
          <LineGround key={line.id} line={line} hatch={hatch} />
        ))}
        <Axis picture={picture} />
        {picture.today !== undefined && (
          <path
            className="tl-p-today"
            d={todayPath(labels, { x: picture.today, from: thread.now.y + 14, to: axisY })}
          />
        )}
        {words.links.map(({ d, to }) => (
          <path key={d} className={`tl-p-link tl-p-link-${to}`} d={d} />
        ))}
        <Thread thread={thread} />
        {lines.map((line) => (
          <LineDrawn key={line.id} line={line} />
        ))}
        <Marks words={words} />
        {labels.map((label) => (
          <Said key={`${label.x} ${label.y}`} label={label} />
        ))}
      </svg>
    </figure>
  )
}

/** Hatching: what lies on it may be chance. */
export const Hatch = ({ id }: { id: string }) => (
  <defs>
    <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className="tl-p-hatch-ground" width="7" height="7" />
      <path className="tl-p-hatch-line" d="M0 0V7" />
    </pattern>
  </defs>
)

/** Journeys run on through the lines, because they are what a line is read against; words lead on by themselves. */
const Bands = ({ thread, lines }: { thread: ThreadRow; lines: readonly LineRow[] }) => (
  <g>
    {thread.bands.map(({ x, width, phase }) => (
      <rect
        key={x}
        className={`tl-p-band tl-p-band-${phase}`}
        x={x}
        y="0"
        width={width}
        height={phase === 'jour' ? thread.bottom : thread.bandHeight}
      />
    ))}
    {thread.bands
      .filter(({ phase }) => phase === 'jour')
      .flatMap(({ x, width }) =>
        lines.map(({ id, plot }) => (
          <rect
            key={`${id} ${x}`}
            className="tl-p-band-jour"
            x={x}
            y={plot.y - 4}
            width={width}
            height={plot.height + 4}
          />
        )),
      )}
  </g>
)

/** A door that stands open, and an arrow out of it. */
const doorPath = 'M1 -7.500h-6v15h6M-1 0h9.500M5 -3.500l3.500 3.500l-3.500 3.500'

const Axis = ({ picture: { axisY, from, width, ticks } }: { picture: Picture }) => (
  <g className="tl-p-axis">
    <path d={`M${from} ${axisY}H${width}`} />
    {ticks.map(({ x, week }) => (
      <path key={week} d={`M${x} ${axisY}v6`} />
    ))}
  </g>
)

const Thread = ({ thread: { strands, rings, nodes, now, doors, earlier } }: { thread: ThreadRow }) => (
  <g>
    {earlier.way && <path className="tl-strand tl-strand-before" d={earlier.way} />}
    {earlier.rings.map(({ id, x, y }) => (
      <circle key={id} className="tl-p-earlier" cx={x} cy={y} r="6.500" />
    ))}
    {strands.map(({ lie, d }) => (
      <path key={d} className={`tl-strand tl-strand-${lie}`} d={d} />
    ))}
    {nodes.map(({ x, y }) => (
      <circle key={x} className="tl-p-node" cx={x} cy={y} r="6" />
    ))}
    {rings.map(({ x, y, lived }) => (
      <circle key={x} className={lived ? 'tl-p-ring' : 'tl-p-node'} cx={x} cy={y} r="6.500" />
    ))}
    {doors.map(({ x, y }) => (
      <path key={`${x} ${y}`} className="tl-p-door" d={doorPath} transform={`translate(${x} ${y})`} />
    ))}
    <circle
      className={rings.some(({ lived }) => lived) ? 'tl-p-now tl-p-now-integ' : 'tl-p-now'}
      cx={now.x}
      cy={now.y}
      r="7"
    />
  </g>
)

export const LineGround = ({
  line,
  hatch,
}: {
  line: Pick<LineRow, 'band' | 'plot' | 'edges'>
  hatch: string
}) => (
  <g>
    {line.band && (
      <rect
        x={line.band.x}
        y={line.band.y}
        width={line.band.width}
        height={line.band.height}
        fill={`url(#${hatch})`}
      />
    )}
    {line.edges.map((y) => (
      <path key={y} className="tl-p-edge" d={`M${line.plot.x} ${y}h${line.plot.width}`} />
    ))}
    <path className="tl-p-floor" d={`M${line.plot.x} ${line.plot.y + line.plot.height}h${line.plot.width}`} />
  </g>
)

export const LineDrawn = ({ line }: { line: Pick<LineRow, 'path' | 'gaps' | 'dots' | 'locks'> }) => (
  <g>
    {line.gaps.map(({ at, from, to }) => (
      <path key={at} className="tl-p-gap" d={`M${from.join(' ')}L${to.join(' ')}`} />
    ))}
    <path className="tl-p-line" d={line.path} />
    {line.dots.map(({ x, y, beyond }) => (
      <circle key={x} className={beyond ? 'tl-p-dot' : 'tl-p-dot tl-p-dot-open'} cx={x} cy={y} r="4.800" />
    ))}
    {line.locks.map(({ x, y }) => (
      <Lock key={x} x={x} y={y} />
    ))}
  </g>
)

const Lock = ({ x, y }: { x: number; y: number }) => (
  <g transform={`translate(${x - 8} ${y - 9})`}>
    <path className="tl-p-lock-ground" d="M0 -2h16v20h-16z" />
    <path className="tl-p-lock" d="M2 7.500h12v8.500h-12zM4.500 7.500v-2.500a3.500 3.500 0 0 1 7 0v2.500" />
  </g>
)

const Marks = ({ words }: { words: WordRows }) => (
  <g>
    {words.marks.map((mark) => (
      <Mark key={mark.id} mark={mark} />
    ))}
  </g>
)

function Mark({ mark: { kind, x, y, done, locked } }: { mark: WordMark }) {
  if (locked) return <Lock x={x} y={y} />
  const className = `tl-p-mark tl-p-mark-${kind}${done ? ' tl-p-mark-done' : ''}`
  if (kind === 'exercise') return <path className={className} d={`M${x - 7} ${y}l7 -7 7 7 -7 7z`} />
  return <circle className={className} cx={x} cy={y} r="6" />
}

const classOf = ({ face, tone, strong, slanted }: Label): string =>
  [
    `tl-said tl-said-${face} tl-said-${tone}`,
    strong ? 'tl-said-strong' : '',
    slanted ? 'tl-said-slanted' : '',
  ]
    .join(' ')
    .trim()

export const Said = ({ label }: { label: Label }) => (
  <text className={classOf(label)} x={label.x} y={label.y} textAnchor={label.anchor} fontSize={label.size}>
    {label.lines.length === 1
      ? label.lines[0]
      : label.lines.map((line, place) => (
          <tspan key={`${place} ${line}`} x={label.x} dy={place === 0 ? 0 : lineHeight(label.size)}>
            {line}
          </tspan>
        ))}
  </text>
)
