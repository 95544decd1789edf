import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { pageAddress } from './address.ts'
import { CheckedOn, SourceList } from './SourceList.tsx'
import { DoorPage } from './DoorPage.tsx'
import { BandOf, SourcesBand } from './LearnFront.tsx'
import { numbersOf } from './Lines.tsx'
import type { LearnView, SourcesView } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** One short page: what it says, where that comes from, and the next one. */
export function LearnPage({ view }: { view: LearnView }) {
  const numbers = numbersOf(view.sources)
  return (
    <DoorPage view={view} current="learn">
      <article className={`tl-reading tl-reading-${view.slug}`}>
        <header className="tl-reading-head">
          <BackToStart language={view.language} />
          <h1>{view.page.title}</h1>
          <p>{view.page.lead}</p>
        </header>
        {view.page.sections.map((section) => (
          <BandOf key={section.id} section={section} numbers={numbers} />
        ))}
        {view.sources.length > 0 && <SourcesBand view={view} />}
      </article>
      <NextPage view={view} />
    </DoorPage>
  )
}

function BackToStart({ language }: { language: 'en' | 'es' }) {
  const { backToStart } = useWords(words)
  return (
    <p className="tl-reading-back">
      <a href={pageAddress(language, 'what')}>{backToStart}</a>
    </p>
  )
}

function NextPage({ view: { language, shelf, slug } }: { view: LearnView }) {
  const { next } = useWords(words)
  const following = shelf[shelf.findIndex((page) => page.slug === slug) + 1]
  if (!following) return null
  return (
    <nav className="tl-next" aria-label={next}>
      <span>{next}</span>
      <a href={pageAddress(language, following.slug)}>{following.title}</a>
      <p>{following.teaser}</p>
    </nav>
  )
}

/** Every source of every page, in one place. */
export function SourcesPage({ view }: { view: SourcesView }) {
  return (
    <DoorPage view={view}>
      <AllSources view={view} />
    </DoorPage>
  )
}

function AllSources({ view }: { view: SourcesView }) {
  const { sources } = useWords(words)
  return (
    <article className="tl-reading">
      <header className="tl-reading-head">
        <BackToStart language={view.language} />
        <h1>{sources.allTitle}</h1>
        <p>{sources.allLead}</p>
        <CheckedOn day={view.checkedOn} />
      </header>
      <SourceList sources={view.sources} />
    </article>
  )
}
