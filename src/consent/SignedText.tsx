import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import './consent.css'
import { readSigned } from './consent.contract.ts'
import { ChosenList, ConsentText } from './ConsentText.tsx'
import type { SignedDocument } from './document.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export function SignedText({ personId, signatureId }: { personId: string; signatureId: string }) {
  const { data, error } = useAsk(readSigned, { personId, signatureId })
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  return <Signed signed={data} document={data.document} />
}

type Props = { signed: output<typeof readSigned.reply>; document: SignedDocument | null }

function Signed({ signed, document }: Props) {
  const said = useWords(words).signed
  if (!document) return <StatusMark state="stop">{said.unreadable}</StatusMark>
  return (
    <article className="tl-consent-signed">
      <h1 lang={document.language}>{document.title}</h1>
      {document.screens.map((screen) => (
        <section key={screen.id}>
          <h2 className="tl-consent-screen" lang={document.language}>
            {screen.title}
          </h2>
          <ConsentText document={document} screen={screen} nested />
        </section>
      ))}
      <Manifestation signed={signed} document={document} />
    </article>
  )
}

/** What every signature shows: who, when, what it means, and whether it is whole. */
function Manifestation({ signed: data, document }: Props & { document: SignedDocument }) {
  const { signed } = useWords(words)
  const place = usePlace()
  return (
    <footer className="tl-consent-name">
      <h2>{signed.chosen}</h2>
      <ChosenList document={document} choices={data.choices} />
      <h2>{signed.meaning}</h2>
      <p lang={document.language}>{data.meaning}</p>
      <DefinitionList
        items={[
          { term: signed.by, detail: <span translate="no">{data.printedName}</span> },
          {
            term: signed.at,
            detail: `${formatDate(data.signedAt, place, 'date')}, ${formatDate(data.signedAt, place, 'time')} (${place.timeZone})`,
          },
          ...(data.factor ? [{ term: signed.confirmed, detail: signed.factors[data.factor] }] : []),
          { term: signed.version, detail: `${document.version} (${document.language})` },
          { term: signed.mark, detail: <span className="tl-consent-hash">{data.documentHash}</span> },
        ]}
      />
      <StatusMark state={data.whole ? 'met' : 'stop'}>{data.whole ? signed.whole : signed.broken}</StatusMark>
    </footer>
  )
}
