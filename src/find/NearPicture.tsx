import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import type { Place } from './gazetteer.ts'
import { dotFor, outerRing, type Dot } from './near.ts'
import type { Hit } from './search.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

const size = 308
const middle = size / 2
const reach = 118

/** A map that asks nobody for anything: the place in the middle, each person at their distance and direction. */
export function NearPicture({ place, hits }: { place: Place; hits: readonly Hit[] }) {
  const near = hits.filter(({ miles }) => miles !== undefined)
  if (near.length === 0) return null
  const ring = outerRing(Math.max(...near.map(({ miles = 0 }) => miles)))
  return (
    <svg className="tl-near" viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      <Ring share={1} miles={ring} />
      <Ring share={0.5} miles={ring / 4} />
      <circle className="tl-near-here" cx={middle} cy={middle} r="4" />
      <text className="tl-near-name" x={middle} y={middle + reach + 32} textAnchor="middle">
        {place.name}
      </text>
      {placed(near.map(({ listing }) => dotFor(place, listing.place, ring))).map((spot, index) => (
        <Person key={near[index]!.listing.id} number={index + 1} spot={spot} />
      ))}
    </svg>
  )
}

const wide = 23

/** Who would lie on top of another steps aside to the right, so that every number can be read. */
function placed(dots: readonly Dot[]): readonly Dot[] {
  const spots: Dot[] = []
  for (const dot of dots) {
    const spot = { x: middle + dot.x * reach, y: middle + dot.y * reach }
    while (spots.some(({ x, y }) => Math.hypot(x - spot.x, y - spot.y) < wide)) spot.x += wide
    spots.push(spot)
  }
  return spots
}

function Ring({ share, miles }: { share: number; miles: number }) {
  const { results } = useWords(words)
  const language = useLanguage()
  return (
    <>
      <circle className="tl-near-ring" cx={middle} cy={middle} r={reach * share} />
      <text className="tl-near-words" x={middle} y={middle - reach * share - 7} textAnchor="middle">
        {plural(language, miles, results.ring)}
      </text>
    </>
  )
}

const Person = ({ spot: { x, y }, number }: { spot: Dot; number: number }) => (
  <g transform={`translate(${x} ${y})`}>
    <circle className="tl-near-dot" r="11" />
    <text className="tl-near-number" y="5" textAnchor="middle">
      {number}
    </text>
  </g>
)
