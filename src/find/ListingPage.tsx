import type { ReactNode } from 'react'
import { doorAddress } from '../learn/address.ts'
import { DoorPage } from '../learn/DoorPage.tsx'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { listed } from '../platform/i18n/plural.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { FeeTable } from './FeeTable.tsx'
import './find.css'
import { dayWords, OpeningsLine } from './Lines.tsx'
import type { Licence, Listing } from './listing.ts'
import { stateNames } from './states.ts'
import type { ListingView } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** One person: what they do, whether they have room, what the whole way costs, and who has checked. */
export function ListingPage({ view }: { view: ListingView }) {
  const { listing } = view
  return (
    <DoorPage view={view} current="find">
      <article className="tl-reading">
        <Who listing={listing} language={view.language} />
        <Rows view={view} />
      </article>
    </DoorPage>
  )
}

function Who({ listing, language }: { listing: Listing; language: 'en' | 'es' }) {
  const said = useWords(words)
  return (
    <header className="tl-reading-head">
      <p className="tl-reading-back">
        <a href={doorAddress(language, '/find')}>{said.listing.back}</a>
      </p>
      <h1>{listing.name}</h1>
      <p>
        {listing.licences.map(({ title }) => title).join(', ')} · {listing.practice}
      </p>
      {listing.invented && <Invented />}
    </header>
  )
}

export const Invented = () => <p className="tl-quiet-words tl-invented">{useWords(words).listing.invented}</p>

const Row = ({ name, children }: { name: string; children: ReactNode }) => (
  <section className="tl-band">
    <h2>{name}</h2>
    <div className="tl-band-body">{children}</div>
  </section>
)

const Rows = ({ view }: { view: ListingView }) => (
  <>
    <About view={view} />
    <Offered listing={view.listing} />
    <Row name={useWords(words).listing.fees}>
      <FeeTable listing={view.listing} />
    </Row>
    <Checked listing={view.listing} />
    <Where listing={view.listing} />
  </>
)

function About({ view: { listing, today } }: { view: ListingView }) {
  const { listing: names } = useWords(words)
  const language = useLanguage()
  return (
    <Row name={names.about}>
      <p className="tl-own-words">{listing.about[language]}</p>
      <div className="tl-stack">
        <OpeningsLine openings={listing.openings} today={today} />
        <LinkButton kind="act" href={doorAddress(language, `/find/${listing.id}/write`)}>
          {names.write(listing.name)}
        </LinkButton>
        <p className="tl-quiet-words">{names.writeSay}</p>
      </div>
    </Row>
  )
}

function Offered({ listing }: { listing: Listing }) {
  const { listing: names, offers, needs } = useWords(words)
  return (
    <>
      <Row name={names.offers}>
        <Dashes items={listing.offers.map((offer) => offers[offer])} />
      </Row>
      {listing.helpsWith.length > 0 && (
        <Row name={names.needs}>
          <Dashes items={listing.helpsWith.map((need) => needs[need])} />
        </Row>
      )}
    </>
  )
}

function Checked({ listing: { licences, training } }: { listing: Listing }) {
  const { listing: names } = useWords(words)
  return (
    <>
      <Row name={names.licences}>
        {licences.map((licence) => (
          <LicenceLines key={licence.number} licence={licence} />
        ))}
      </Row>
      <Row name={names.training}>
        <p>
          {training[useLanguage()]} ({training.year})
        </p>
      </Row>
    </>
  )
}

function Where({ listing: { place, videoIn, access, languages } }: { listing: Listing }) {
  const { listing: names, ...said } = useWords(words)
  const language = useLanguage()
  const states = videoIn.map((state) => stateNames[state])
  const spoken = languages.map((one) => said.languages[one])
  return (
    <Row name={names.where}>
      <p>
        {place.name}, {place.state} {place.zip}
      </p>
      {states.length > 0 && <p>{names.video(listed(language, states))}</p>}
      <Dashes items={access.map((way) => said.access[way])} />
      <p>
        {names.speaks}: {listed(language, spoken)}
      </p>
    </Row>
  )
}

const Dashes = ({ items }: { items: readonly string[] }) =>
  items.length > 0 ? (
    <ul className="tl-dashes">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  ) : null

function LicenceLines({ licence }: { licence: Licence }) {
  const { listing: names, titles } = useWords(words)
  const meaning = Object.entries(titles).find(([title]) => title === licence.title)?.[1]
  const language = useLanguage()
  return (
    <div>
      <p>
        <strong>{licence.title}</strong>
        {meaning && `, ${meaning}`}. {stateNames[licence.state]}, <span translate="no">{licence.number}</span>
      </p>
      <p lang="en">{licence.board}</p>
      <p className="tl-quiet-words">
        {names.checked(dayWords(licence.checkedOn, language))},{' '}
        {names.expires(dayWords(licence.expiresOn, language))}
      </p>
    </div>
  )
}
