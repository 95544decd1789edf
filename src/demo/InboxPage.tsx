import type { output } from 'zod/v4/core'
import { Door } from '../access/Door.tsx'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { TimeText } from '../platform/ui/TimeText.tsx'
import { NoSuchPage } from '../practice/NoSuchPage.tsx'
import './inbox.css'
import { piecesOf } from './letter.ts'
import { readDemoMails } from './mail.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Mail = output<typeof readDemoMails.reply>['mails'][number]

/** What a real practice would have mailed, to follow an invitation or a recovery to its end. */
export function InboxPage() {
  const own = useWords(words)
  const { data, error, refetch, isFetching } = useAsk(readDemoMails, {})
  if (error?.problem.kind === 'no-such-page') return <NoSuchPage home="/" />
  if (!data) return <Door>{error ? <Refusal refused={error} /> : <Loading />}</Door>
  return (
    <Door>
      <h1>{own.title}</h1>
      <p className="tl-lead">{own.lead}</p>
      <div className="tl-row">
        <Button size="small" busy={isFetching} onPress={() => void refetch()}>
          {own.again}
        </Button>
        <LinkButton kind="link" size="small" href="/demo">
          {own.back}
        </LinkButton>
      </div>
      {data.mails.length === 0 && <EmptyState title={own.none.title}>{own.none.text}</EmptyState>}
      {data.mails.length > 0 && (
        <ul className="demo-mails" aria-label={own.list}>
          {data.mails.map((mail) => (
            <li key={mail.id}>
              <Letter mail={mail} />
            </li>
          ))}
        </ul>
      )}
    </Door>
  )
}

/** Plain words in the order they were written. A way into this house is a link; nothing else in a letter is. */
function Letter({ mail }: { mail: Mail }) {
  const own = useWords(words)
  return (
    <article className="demo-mail">
      <h2>{mail.subject}</h2>
      <p className="tl-quiet-words">
        {own.to} <span translate="no">{mail.to}</span> · <TimeText at={mail.caughtAt} />
      </p>
      <div className="demo-mail-body">
        {piecesOf(mail.body, window.location.origin).map((piece, place) =>
          'href' in piece ? (
            <a key={place} href={piece.href} rel="noreferrer">
              {piece.href}
            </a>
          ) : (
            <span key={place}>{piece.words}</span>
          ),
        )}
      </div>
    </article>
  )
}
