import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { DoorPage } from '../learn/DoorPage.tsx'
import { AllQuestions, QuestionCards } from './Questions.tsx'
import { HelpNow } from './HelpNow.tsx'
import { ResultPage } from './ResultPage.tsx'
import './fit.css'
import type { FitView } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/**
 * All of the check is on the page from the start: every question, every reason, every ending. `fit.web.ts` shows the
 * part that is due, so the words need no script, and no answer needs a server.
 */
export function FitPage({ view }: { view: FitView }) {
  return (
    <DoorPage view={view} current="fit">
      <div className="tl-fit" data-fit="">
        <Title />
        <Beginning view={view} />
        <QuestionCards view={view} />
        <HelpNow />
        <ResultPage view={view} />
      </div>
    </DoorPage>
  )
}

/** Heard where the large title is not shown, so that every step lies under the same first heading. */
function Title() {
  return (
    <h1 className="tl-sr" data-title="" hidden>
      {useWords(words).title}
    </h1>
  )
}

function Beginning({ view }: { view: FitView }) {
  const { title, lead, promises, begin, noScript } = useWords(words)
  return (
    <section className="tl-fit-part" data-part="beginning">
      <header className="tl-reading-head">
        <h1 tabIndex={-1}>{title}</h1>
        <p>{lead}</p>
      </header>
      <ul className="tl-dashes">
        {promises.map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
      <p className="tl-notice" data-no-script="">
        {noScript}
      </p>
      <span data-begin="" hidden>
        <Button kind="act">{begin}</Button>
      </span>
      <AllQuestions view={view} />
    </section>
  )
}
