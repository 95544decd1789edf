import { useId } from 'react'
import { Hatch, Said } from '../thread/PictureSvg.tsx'
import '../thread/picture.css'
import './chart.css'
import { groundOf, type Ground } from './ground.ts'
import { type ChartOptions, scorePicture, type ScorePicture } from './scorePicture.ts'
import type { ScoreView } from './view.ts'

type Props = { view: ScoreView; options: ChartOptions; heard: string; className?: string | undefined }

/** One score over time. Whoever does not see it hears what it is, and finds the same in the table. */
export function ScoreChart({ view, options, heard, className = '' }: Props) {
  const hatch = useId()
  const picture = scorePicture(view, options)
  return (
    <figure className={`tl-score ${className}`}>
      <figcaption className="tl-sr">{heard}</figcaption>
      <svg
        className="tl-picture"
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        width={picture.width}
        height={picture.height}
        aria-hidden="true"
      >
        <Hatch id={hatch} />
        <Under ground={picture} hatch={hatch} />
        <Moments picture={picture} />
        <Line ground={picture} />
        <Unknown picture={picture} />
        <Axis picture={picture} />
        {picture.labels.map((label) => (
          <Said key={`${label.x} ${label.y} ${label.lines[0]}`} label={label} />
        ))}
      </svg>
      {picture.chanceBelow && <p className="tl-quiet-words">{options.words.chance}</p>}
    </figure>
  )
}

function Under({ ground, hatch }: { ground: Ground; hatch: string }) {
  const { plot, zones, chance, edges } = ground
  const right = plot.x + plot.width
  return (
    <g>
      {zones.map(({ label, box }, place) => (
        <g key={label}>
          {place % 2 === 1 && (
            <rect className="tl-c-zone" x={box.x} y={box.y} width={box.width} height={box.height} />
          )}
          {place > 0 && <path className="tl-c-border" d={`M${plot.x} ${box.y + box.height}H${right}`} />}
        </g>
      ))}
      {chance && (
        <rect
          className="tl-c-chance"
          x={chance.x}
          y={chance.y}
          width={chance.width}
          height={chance.height}
          fill={`url(#${hatch})`}
        />
      )}
      {chance && edges.map((y) => <path key={y} className="tl-p-edge" d={`M${chance.x} ${y}H${right}`} />)}
      <path className="tl-p-floor" d={`M${plot.x} ${plot.y}V${plot.y + plot.height}H${right}`} />
    </g>
  )
}

const Moments = ({ picture: { rings, events, ringY, eventY, plot } }: { picture: ScorePicture }) => (
  <g>
    {rings.map(({ id, x }) => (
      <g key={id}>
        <path className="tl-c-dose" d={`M${x} ${ringY + 7}V${plot.y + plot.height}`} />
        <circle className="tl-p-ring" cx={x} cy={ringY} r="6" />
      </g>
    ))}
    {events.map(({ id, x }) => (
      <g key={id}>
        <path className="tl-c-event-line" d={`M${x} ${eventY + 7}V${plot.y + plot.height}`} />
        <path className="tl-c-event" d={`M${x - 6} ${eventY}l6 -6 6 6 -6 6z`} />
      </g>
    ))}
  </g>
)

/** An estimated value is a square, so that it is told apart without its word as well. */
const Line = ({ ground: { path, gaps, spots } }: { ground: Pick<Ground, 'path' | 'gaps' | 'spots'> }) => (
  <g>
    {gaps.map(({ x1, y1, x2, y2 }) => (
      <path key={x1} className="tl-p-gap" d={`M${x1} ${y1}L${x2} ${y2}`} />
    ))}
    <path className="tl-p-line" d={path} />
    {spots.map(({ point, x, y, beyond }) => {
      const className = beyond ? 'tl-p-dot' : 'tl-p-dot tl-p-dot-open'
      return point.estimated ? (
        <rect key={point.id} className={className} x={x - 4.8} y={y - 4.8} width="9.600" height="9.600" />
      ) : (
        <circle key={point.id} className={className} cx={x} cy={y} r="4.800" />
      )
    })}
  </g>
)

const Unknown = ({ picture: { open, openY, plot } }: { picture: ScorePicture }) => (
  <g>
    {open.map(({ id, x }) => (
      <g key={id}>
        <path className="tl-c-unknown-line" d={`M${x} ${plot.y + 2}V${openY - 7}`} />
        <circle className="tl-c-unknown" cx={x} cy={openY} r="6" />
      </g>
    ))}
  </g>
)

const Axis = ({ picture: { ticks, axisY, plot } }: { picture: ScorePicture }) => (
  <g className="tl-p-axis">
    <path d={`M${plot.x} ${axisY}H${plot.x + plot.width}`} />
    {ticks.map((x) => (
      <path key={x} d={`M${x} ${axisY}v6`} />
    ))}
  </g>
)

const small = { width: 220, height: 64 }
const smallPlot = { x: 8, y: 6, width: 204, height: 44 }

/** The same at a glance, without a word: what it says stands beside it. */
export function SmallScore({ view }: { view: ScoreView }) {
  const hatch = useId()
  const ground = groundOf(view, smallPlot)
  const floor = smallPlot.y + smallPlot.height
  return (
    <svg
      className="tl-picture tl-score-small"
      viewBox={`0 0 ${small.width} ${small.height}`}
      aria-hidden="true"
    >
      <Hatch id={hatch} />
      <Under ground={{ ...ground, zones: [] }} hatch={hatch} />
      {ground.doses.map(({ id, x }) => (
        <path key={id} className="tl-c-dose" d={`M${x} ${smallPlot.y}V${floor}`} />
      ))}
      <Line ground={ground} />
      {ground.open.map(({ id, x }) => (
        <circle key={id} className="tl-c-unknown" cx={x} cy={floor + 8} r="4.500" />
      ))}
    </svg>
  )
}
