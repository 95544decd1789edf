import { useId } from 'react'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatNumber } from '../platform/i18n/format.ts'
import { DataTable } from '../platform/ui/DataTable.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { barsOf, type Bar } from './bars.ts'
import type { About, WholeOutcome } from './OutcomeShares.tsx'
import type { Outcomes } from './outcome.contract.ts'
import { en } from './words.outcome.en.ts'
import { es } from './words.outcome.es.ts'

const words = { en, es }

type At = Outcomes['times'][number]
type Props = { at: At; outcome: WholeOutcome; about: About }

/** How the changes spread: a length for each step, what may be chance hatched, and the same as a table. */
export function OutcomeChange({ at, outcome, about }: Props) {
  const said = useWords(words)
  const language = useLanguage()
  if (at.bins.length === 0 || !outcome.quartiles) return null
  const [low, high] = outcome.quartiles
  // Of empty boxes alone nobody learns anything.
  const isDrawn = at.bins.some(({ courses }) => courses !== null && courses > 0)
  const number = (value: number) => formatNumber(value, language, 0).replace('-', '−')
  const middle = { low: number(low), high: number(high), median: number(outcome.medianChange ?? 0) }
  return (
    <section>
      <h2>{said.change}</h2>
      <p>
        {fill(said.changeWords, middle)} {said.changeSide[about.betterIs ?? 'unsaid']}
      </p>
      {isDrawn && <Histogram bins={at.bins} reliable={about.reliable} />}
      {at.bins.some(({ courses }) => courses === null) && (
        <p className="tl-quiet-words">{said.notShownWords}</p>
      )}
      {isDrawn && (
        <Disclosure title={said.table}>
          <DataTable
            caption={said.chart}
            hideCaption
            rows={at.bins}
            rowKey={({ from }) => String(from)}
            columns={[
              {
                key: 'points',
                words: said.points,
                cell: ({ from, to }) => `${number(from)} … ${number(to)}`,
              },
              {
                key: 'courses',
                words: said.courses,
                figures: true,
                cell: ({ courses }) => (courses === null ? said.notShown : courses),
              },
            ]}
          />
        </Disclosure>
      )}
    </section>
  )
}

const size = { width: 720, height: 220, foot: 34, head: 18 }

function Histogram({ bins, reliable }: { bins: At['bins']; reliable: number | null }) {
  const said = useWords(words)
  const hatch = useId()
  const { bars, chance, zero } = barsOf(bins, reliable, size)
  const bottom = size.height - size.foot
  return (
    <figure className="tl-outcome-chart" aria-label={said.chart}>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
        <defs>
          <pattern
            id={hatch}
            width="7"
            height="7"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path className="tl-outcome-hatch" d="M0 0V7" />
          </pattern>
        </defs>
        {chance && (
          <rect
            x={chance.x}
            y={size.head}
            width={chance.width}
            height={bottom - size.head}
            fill={`url(#${hatch})`}
          />
        )}
        <path className="tl-outcome-axis" d={`M0 ${bottom}H${size.width}`} />
        {zero !== null && <path className="tl-outcome-zero" d={`M${zero} ${size.head}V${bottom}`} />}
        {bars.map((bar) => (
          <OneBar key={bar.from} bar={bar} bottom={bottom} />
        ))}
      </svg>
      {chance && <figcaption className="tl-quiet-words">{said.chance}</figcaption>}
    </figure>
  )
}

function OneBar({ bar, bottom }: { bar: Bar; bottom: number }) {
  const language = useLanguage()
  const middle = bar.x + bar.width / 2
  return (
    <g>
      <rect
        className={bar.courses === null ? 'tl-outcome-bar tl-outcome-few' : 'tl-outcome-bar'}
        x={bar.x}
        y={bottom - bar.height}
        width={bar.width}
        height={bar.height}
      />
      {bar.courses !== null && bar.courses > 0 && (
        <text x={middle} y={bottom - bar.height - 5} textAnchor="middle" className="tl-outcome-figure">
          {bar.courses}
        </text>
      )}
      {bar.labelled && (
        <text x={middle} y={bottom + 26} textAnchor="middle" className="tl-outcome-figure">
          {formatNumber(bar.from, language, 0).replace('-', '−')}
        </text>
      )}
    </g>
  )
}
