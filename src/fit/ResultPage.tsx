import { doorAddress, pageAddress } from '../learn/address.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import type { CheckQuestion } from './check.ts'
import { outcomes, type Outcome } from './fit.ts'
import { BodyHelp, SelfHelp } from './HelpNow.tsx'
import type { FitView } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** All three endings with every reason there could be; the script shows the ones that hold. */
export function ResultPage({ view }: { view: FitView }) {
  const { result, help } = useWords(words)
  return (
    <section className="tl-fit-part tl-result" data-part="result" hidden>
      <div className="tl-help-first" data-help-first="safe-now" hidden>
        <p className="tl-help-title">{help.self.title}</p>
        <SelfHelp />
      </div>
      <div className="tl-help-first" data-help-first="body-now" hidden>
        <p className="tl-help-title">{help.body.title}</p>
        <p>{help.body.say}</p>
        <BodyHelp />
      </div>
      <p className="tl-kicker">{result.kicker}</p>
      {outcomes.map((outcome) => (
        <Ending key={outcome} outcome={outcome} />
      ))}
      <Reasons title={result.because} questions={view.questions.filter(({ level }) => level !== 'mention')} />
      <Reasons title={result.mention} questions={view.questions.filter(({ level }) => level === 'mention')} />
      <MayHelp view={view} />
      <p className="tl-keep-taking">{result.medicines}</p>
      <p className="tl-quiet-words">
        {result.notDiagnosis} {result.kept}
      </p>
      <Onward language={view.language} />
    </section>
  )
}

function Ending({ outcome }: { outcome: Outcome }) {
  const { title, say } = useWords(words).result.outcomes[outcome]
  return (
    <div data-outcome={outcome} hidden>
      <h2 className="tl-ending" tabIndex={-1}>
        {title}
      </h2>
      <p className="tl-lead">{say}</p>
    </div>
  )
}

function Reasons({ title, questions }: { title: string; questions: readonly CheckQuestion[] }) {
  const language = useLanguage()
  return (
    <div data-reasons="" hidden>
      <h3>{title}</h3>
      <ul className="tl-dashes">
        {questions.flatMap(({ id, [language]: { because, unknown } }) => [
          <li key={`${id} present`} data-reason={`${id} present`} hidden>
            {because}
          </li>,
          <li key={`${id} unknown`} data-reason={`${id} unknown`} hidden>
            {unknown}
          </li>,
        ])}
      </ul>
    </div>
  )
}

function MayHelp({ view: { questions, language } }: { view: FitView }) {
  const { mayHelp, helps } = useWords(words).result
  return (
    <div>
      <h3>{mayHelp}</h3>
      <ul className="tl-dashes">
        {questions.map(({ id, [language]: { help } }) =>
          help ? (
            <li key={id} data-reason={`${id} present`} hidden>
              <WithNumbers said={help} />
            </li>
          ) : null,
        )}
        {outcomes.flatMap((outcome) =>
          helps[outcome].map((help) => (
            <li key={help} data-outcome={outcome} hidden>
              {help}
            </li>
          )),
        )}
      </ul>
    </div>
  )
}

/** A number to call is one press away, and never broken over two lines. */
const WithNumbers = ({ said }: { said: string }) =>
  said.split(/(1-\d{3}-\d{3}-\d{4})/).map((part) =>
    part.startsWith('1-') ? (
      <a key={part} className="tl-number" href={`tel:+${part.replaceAll('-', '')}`}>
        {part}
      </a>
    ) : (
      part
    ),
  )

function Onward({ language }: { language: 'en' | 'es' }) {
  const { result } = useWords(words)
  return (
    <div className="tl-row tl-result-onward">
      <span data-outcome="talk" hidden>
        <LinkButton kind="act" href={doorAddress(language, '/find')}>
          {result.find}
        </LinkButton>
      </span>
      <span data-print="">
        <Button icon={<Icon name="print" />}>{result.print}</Button>
      </span>
      <LinkButton kind="link" href={pageAddress(language, 'day')}>
        {result.read}
      </LinkButton>
      <span data-again="">
        <Button kind="link">{result.again}</Button>
      </span>
    </div>
  )
}
