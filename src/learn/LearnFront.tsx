import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { doorAddress, pageAddress } from './address.ts'
import { CheckedOn, SourceList } from './SourceList.tsx'
import { DoorPage } from './DoorPage.tsx'
import { HeroThread, LoopDown } from './HeroThread.tsx'
import { BlockOf, numbersOf } from './Lines.tsx'
import type { Section } from './page.ts'
import { PlaceSearch } from './PlaceSearch.tsx'
import type { LearnView } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** The page that opens the house: the whole way in one line, then where to go from here. */
export function LearnFront({ view }: { view: LearnView }) {
  const { page, sources } = view
  const numbers = numbersOf(sources)
  const [before, during, after, ...rest] = page.sections
  const stages = [before, during, after].filter((stage) => stage !== undefined)
  return (
    <DoorPage view={view} current="learn">
      <div className="tl-hero">
        <h1>{page.headline}</h1>
        <p>{page.lead}</p>
      </div>
      <HeroThread />
      <ol className="tl-stages">
        {stages.map((stage) => (
          <Stage key={stage.id} stage={stage} numbers={numbers} />
        ))}
      </ol>
      {rest.map((section) => (
        <BandOf key={section.id} section={section} numbers={numbers} />
      ))}
      <ReadOn view={view} />
      <FitBand language={view.language} />
      <FindBand language={view.language} />
      <SourcesBand view={view} />
    </DoorPage>
  )
}

type Numbered = { numbers: ReadonlyMap<string, number> }

const Stage = ({ stage, numbers }: { stage: Section } & Numbered) => (
  <li className={`tl-stage-${stage.id}`}>
    {stage.id === 'journey' && <LoopDown />}
    <h2>{stage.heading}</h2>
    {stage.blocks.map((block, index) => (
      <BlockOf key={index} block={block} numbers={numbers} />
    ))}
  </li>
)

/** A name on the left, what there is to say about it on the right. */
export const BandOf = ({ section, numbers }: { section: Section } & Numbered) => (
  <section className="tl-band" id={section.id} aria-labelledby={`${section.id}-name`}>
    <h2 id={`${section.id}-name`}>{section.heading}</h2>
    <div className="tl-band-body">
      {section.blocks.map((block, index) => (
        <BlockOf key={index} block={block} numbers={numbers} />
      ))}
    </div>
  </section>
)

function ReadOn({ view: { language, shelf } }: { view: LearnView }) {
  const { readOn } = useWords(words)
  return (
    <section className="tl-band" aria-labelledby="read-on">
      <h2 id="read-on">{readOn}</h2>
      <ul className="tl-shelf">
        {shelf
          .filter(({ slug }) => slug !== 'what')
          .map(({ slug, title, teaser }) => (
            <li key={slug}>
              <a href={pageAddress(language, slug)}>{title}</a>
              <p>{teaser}</p>
            </li>
          ))}
      </ul>
    </section>
  )
}

function FitBand({ language }: { language: 'en' | 'es' }) {
  const { fit } = useWords(words)
  return (
    <section className="tl-band" aria-labelledby="fit">
      <h2 id="fit">{fit.title}</h2>
      <div className="tl-band-body">
        <p className="tl-large">{fit.lead}</p>
        <p>{fit.say}</p>
        <ul className="tl-ends">
          {fit.ends.map((end) => (
            <li key={end}>{end}</li>
          ))}
        </ul>
        <LinkButton kind="act" href={doorAddress(language, '/fit')}>
          {fit.begin}
        </LinkButton>
      </div>
    </section>
  )
}

function FindBand({ language }: { language: 'en' | 'es' }) {
  const { find } = useWords(words)
  return (
    <section className="tl-band" aria-labelledby="find">
      <h2 id="find">{find.title}</h2>
      <div className="tl-band-body">
        <p className="tl-large">{find.lead}</p>
        <PlaceSearch language={language} />
      </div>
    </section>
  )
}

export function SourcesBand({ view }: { view: LearnView }) {
  const { sources } = useWords(words)
  return (
    <section className="tl-band tl-band-sources" aria-labelledby="sources">
      <h2 id="sources">{sources.title}</h2>
      <div className="tl-band-body">
        <SourceList sources={view.sources} />
        <CheckedOn day={view.checkedOn} />
      </div>
    </section>
  )
}
