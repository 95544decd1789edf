import { DoorPage } from '../learn/DoorPage.tsx'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import './find.css'
import { Results } from './Results.tsx'
import { PlaceChoices, SearchForm } from './SearchForm.tsx'
import type { FindView } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export function FindPage({ view }: { view: FindView }) {
  return (
    <DoorPage view={view} current="find">
      <Head />
      <SearchForm view={view} />
      <Answer view={view} />
    </DoorPage>
  )
}

function Head() {
  const { title, lead } = useWords(words)
  return (
    <header className="tl-reading-head">
      <h1>{title}</h1>
      <p>{lead}</p>
    </header>
  )
}

function Answer({ view }: { view: FindView }) {
  const { which, unknown } = useWords(words)
  const { found, results } = view
  switch (found.kind) {
    case 'nothing-asked':
      return null
    case 'several':
      return (
        <section className="tl-found" id="found">
          <h2>{which.title(found.places[0]?.name ?? '')}</h2>
          <p>{which.say}</p>
          <PlaceChoices view={view} places={found.places} />
        </section>
      )
    case 'unknown':
      return (
        <section className="tl-found" id="found">
          <EmptyState title={unknown.title}>{unknown.say}</EmptyState>
          {found.close.length > 0 && (
            <>
              <p>{unknown.close}</p>
              <PlaceChoices view={view} places={found.close} />
            </>
          )}
        </section>
      )
    default:
      return results ? <Results view={view} found={found} results={results} /> : null
  }
}
