import { doorAddress, pageAddress } from '../learn/address.ts'
import { DoorPage } from '../learn/DoorPage.tsx'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import './find.css'
import { Invented } from './ListingPage.tsx'
import { WriteForm } from './WriteForm.tsx'
import type { EnquiryView, SentView } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Few fields, who reads them and when; works without a script; shown again with everything that was typed. */
export function WritePage({ view }: { view: EnquiryView }) {
  return (
    <DoorPage view={view} current="find">
      <article className="tl-reading tl-write">
        <WriteHead view={view} />
        <Faults view={view} />
        <WriteForm view={view} />
      </article>
    </DoorPage>
  )
}

function WriteHead({ view: { listing, desk, language } }: { view: EnquiryView }) {
  const { write, listing: names } = useWords(words)
  return (
    <header className="tl-reading-head">
      <p className="tl-reading-back">
        <a href={doorAddress(language, `/find/${listing.id}`)}>{names.back}</a>
      </p>
      <h1>{write.title(listing.name)}</h1>
      <p>{write.little}</p>
      <div className="tl-notice">
        <p>{write.who(desk.practice)}</p>
        {desk.hours && <p>{write.when(desk.hours)}</p>}
        <p>{write.night}</p>
        {desk.phone && <p>{write.orCall(desk.phone)}</p>}
      </div>
      {listing.invented && <Invented />}
    </header>
  )
}

/** Everything that is wrong, in one place, each a link to its field. Takes the focus when the page opens with it. */
function Faults({ view: { faults, refused, desk } }: { view: EnquiryView }) {
  const { write } = useWords(words)
  const language = useLanguage()
  if (refused)
    return (
      <div className="tl-problem" role="alert" tabIndex={-1} data-faults="">
        <h2>{write.refused[refused].title}</h2>
        <p>{write.refused[refused].say}</p>
        {desk.phone && <p>{write.call(desk.phone)}</p>}
      </div>
    )
  if (faults.length === 0) return null
  return (
    <div className="tl-summary" role="alert" tabIndex={-1} data-faults="">
      <h2>{plural(language, faults.length, write.mend)}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault}>
            <a href={`#${fault}`}>{write.faults[fault]}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** After it was sent: who reads it, and what to do if nobody answers. Says nothing of what was written. */
export function SentPage({ view }: { view: SentView }) {
  return (
    <DoorPage view={view} current="find">
      <Sent view={view} />
    </DoorPage>
  )
}

function Sent({ view: { desk, language } }: { view: SentView }) {
  const { sent, write } = useWords(words)
  return (
    <article className="tl-reading">
      <header className="tl-reading-head">
        <h1>{sent.title}</h1>
        <p>{sent.say(desk.practice)}</p>
      </header>
      <div className="tl-sent">
        {desk.hours && <p>{write.when(desk.hours)}</p>}
        <p>{write.night}</p>
        {desk.phone && <p>{sent.noAnswer(desk.phone)}</p>}
        <h2>{sent.next}</h2>
        <ul className="tl-dashes">
          <li>
            <a href={pageAddress(language, 'rights')}>{sent.rights}</a>
          </li>
          <li>
            <a href={doorAddress(language, '/find')}>{sent.find}</a>
          </li>
        </ul>
      </div>
    </article>
  )
}
