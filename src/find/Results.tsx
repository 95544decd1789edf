import { doorAddress } from '../learn/address.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatNumber } from '../platform/i18n/format.ts'
import { listed, plural } from '../platform/i18n/plural.ts'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import type { Place } from './gazetteer.ts'
import { wholeArcUsd } from './listing.ts'
import { dollars, OpeningsLine, townOf } from './Lines.tsx'
import { NearPicture } from './NearPicture.tsx'
import type { Found } from './place.ts'
import type { Hit, Results as WhoFits } from './search.ts'
import { PlaceChoices } from './SearchForm.tsx'
import { stateNames } from './states.ts'
import type { FindView } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { view: FindView; found: Extract<Found, { kind: 'one' | 'state' }>; results: WhoFits }

export function Results({ view, found, results: { hits, farther } }: Props) {
  const { results, none } = useWords(words)
  const language = useLanguage()
  const where = found.kind === 'one' ? townOf(found.place) : stateNames[found.state]
  return (
    <section className="tl-found" id="found" aria-labelledby="found-name">
      <header className="tl-found-head">
        <h2 id="found-name">{found.kind === 'one' ? results.near(where) : results.inState(where)}</h2>
        {hits.length > 0 && <p>{plural(language, hits.length, results.found)}</p>}
      </header>
      {found.kind === 'one' && <NearPicture place={found.place} hits={pictured(hits, farther)} />}
      {hits.length > 0 ? (
        <HitList hits={hits} view={view} />
      ) : (
        <EmptyState title={none.title}>{none.say}</EmptyState>
      )}
      {[...hits, ...farther].some(({ listing }) => listing.invented) && (
        <p className="tl-quiet-words tl-invented">{results.invented}</p>
      )}
      {farther.length > 0 && (
        <>
          <h3 className="tl-farther">{none.farther}</h3>
          <p>{none.elsewhere}</p>
          <HitList hits={farther} view={view} />
        </>
      )}
      {found.kind === 'one' && <OrMeant view={view} others={found.others} />}
    </section>
  )
}

function OrMeant({ view, others }: { view: FindView; others: readonly Place[] }) {
  const { results } = useWords(words)
  return (
    <>
      <p className="tl-quiet-words">{results.straight}</p>
      {others.length > 0 && (
        <details className="tl-or-meant">
          <summary>{results.orMeant}</summary>
          <PlaceChoices view={view} places={others.slice(0, 8)} />
        </details>
      )}
    </>
  )
}

/** Who can be reached by car; talks by video have no place on a map. */
const pictured = (hits: readonly Hit[], farther: readonly Hit[]): readonly Hit[] =>
  hits.length > 0 ? hits.filter(({ inPerson }) => inPerson) : farther

const HitList = ({ hits, view }: { hits: readonly Hit[]; view: FindView }) => (
  <ol className="tl-hits">
    {hits.map((hit) => (
      <li key={hit.listing.id}>
        <HitEntry hit={hit} view={view} />
      </li>
    ))}
  </ol>
)

function HitEntry({ hit, view }: { hit: Hit; view: FindView }) {
  const said = useWords(words)
  const language = useLanguage()
  const { listing } = hit
  return (
    <article className="tl-hit">
      <div className="tl-hit-who">
        <h3>
          <a href={doorAddress(language, `/find/${listing.id}`)}>{listing.name}</a>
        </h3>
        <p className="tl-quiet-words">
          {listing.licences.map(({ title }) => title).join(', ')}
          {listing.licences.length > 0 && ' · '}
          {listing.practice}
        </p>
        <p>{listing.offers.map((offer) => said.offers[offer]).join(' · ')}</p>
        <Away hit={hit} view={view} />
      </div>
      <div className="tl-hit-facts">
        <OpeningsLine openings={listing.openings} today={view.today} />
        <p>
          {said.results.wholeWay}: <strong>{dollars(wholeArcUsd(listing.fees), language)}</strong>
          {listing.slidingScale && `, ${said.results.sliding}`}
        </p>
        <p>
          {listed(
            language,
            listing.languages.map((spoken) => said.languages[spoken]),
          )}
        </p>
      </div>
    </article>
  )
}

function Away({ hit: { miles, inPerson, byVideo, listing }, view }: { hit: Hit; view: FindView }) {
  const { results } = useWords(words)
  const language = useLanguage()
  const { found } = view
  const state = found.kind === 'one' ? found.place.state : listing.place.state
  const away =
    miles === undefined
      ? undefined
      : miles < 1
        ? results.under
        : plural(language, Number(formatNumber(miles, 'en', 0).replaceAll(',', '')), results.away)
  return (
    <>
      <p>
        {townOf(listing.place)}
        {away && ` · ${away}`}
        {byVideo && inPerson && ` · ${results.video}`}
      </p>
      {byVideo && !inPerson && <p className="tl-quiet-words">{results.videoOnly(stateNames[state])}</p>}
    </>
  )
}
