import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import './consent.css'
import { chosenTouch, saidStop } from './chosen.ts'
import { touchKinds, type Choices, type ConsentScreen, type SignedDocument } from './document.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  document: SignedDocument
  screen: ConsentScreen
  /** Among other screens, below its own heading. */
  nested?: boolean | undefined
}

/** One screen's elements as they are shown and signed, each with where it comes from. */
export function ConsentText({ document, screen, nested = false }: Props) {
  const Heading = nested ? 'h3' : 'h2'
  const { read } = useWords(words)
  const sources = [...new Set(screen.elements.flatMap((element) => element.sources))]
  return (
    <div className="tl-consent-text" lang={document.language}>
      <p className="tl-lead">{screen.lead}</p>
      {screen.elements.map(({ id, title, text }) => (
        <section key={id}>
          <Heading>{title}</Heading>
          {text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      <Disclosure title={read.sources}>
        <ul className="tl-consent-sources">
          {sources.map((key) => (
            <li key={key}>{document.sources[key]}</li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}

/** What was chosen, in the document's own words. */
export const ChosenList = ({ document, choices }: { document: SignedDocument; choices: Choices }) => (
  <dl className="tl-consent-chosen" lang={document.language}>
    {touchKinds.map((kind) => (
      <div key={kind}>
        <dt>{document.choices.touch[kind]}</dt>
        <dd>
          <Chosen said={chosenTouch(document.choices, kind, choices.touch[kind])} />
        </dd>
      </div>
    ))}
    {document.choices.labels && (
      <div>
        <dt>{document.choices.labels.stop}</dt>
        <dd>{saidStop(choices.stop) || document.choices.labels.none}</dd>
      </div>
    )}
    <div>
      <dt>
        {
          document.screens.find(({ asks }) => asks === 'recording')?.elements.find(({ id }) => id === 'CO-12')
            ?.title
        }
      </dt>
      <dd>{document.choices.recording[choices.recording]}</dd>
    </div>
  </dl>
)

/** How first, then by whom and where. */
export const Chosen = ({ said: [how, ...more] }: { said: readonly string[] }) => (
  <>
    {how}
    {more.map((one) => (
      <span key={one} className="tl-consent-finer">
        {one}
      </span>
    ))}
  </>
)
