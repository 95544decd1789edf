import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { en as problemEn } from '../platform/i18n/problem.en.ts'
import { es as problemEs } from '../platform/i18n/problem.es.ts'
import { pageAddress } from './address.ts'
import { DoorPage } from './DoorPage.tsx'
import type { LostView } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }
const problems = { en: problemEn, es: problemEs }

/** What happened and what to do next, for a reader and not for a program. */
export const LostPage = ({ view }: { view: LostView }) => (
  <DoorPage view={view}>
    <Lost view={view} />
  </DoorPage>
)

function Lost({ view: { kind, language, reference } }: { view: LostView }) {
  const { title, next } = useWords(problems)[kind]
  const { backToStart, lost } = useWords(words)
  return (
    <article className="tl-reading">
      <header className="tl-reading-head">
        <h1>{title}</h1>
        <p>{next}</p>
      </header>
      <p>
        <a href={pageAddress(language, 'what')}>{backToStart}</a>
      </p>
      {reference && (
        <p className="tl-quiet-words">
          {lost.reference}: {reference}
        </p>
      )}
    </article>
  )
}
