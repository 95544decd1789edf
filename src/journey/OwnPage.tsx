import type { ReactNode } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { ClientFrame } from '../practice/ClientFrame.tsx'
import { OwnAnswer } from './OwnAnswer.tsx'
import { OwnRide } from './OwnRide.tsx'
import type { Own } from './ownState.web.ts'
import './own.css'
import { readOwnReady } from './ready.contract.ts'
import { en } from './words.own.en.ts'
import { es } from './words.own.es.ts'

const words = { en, es }

type Part = Own['parts'][number]

type Props = { params: { sessionId: string } }

/** The day, as the client reads it: the same truth as on the team's screen, in words for them; what is theirs, to do here. */
export function OwnPage({ params: { sessionId } }: Props) {
  const own = useWords(words)
  const { data, error } = useAsk(readOwnReady, { sessionId })
  return (
    <ClientFrame current="today">
      <div className="own">
        <h1>{own.title}</h1>
        {data ? <Day own={data} /> : error ? <Refusal refused={error} /> : <Loading />}
        <LinkButton kind="link" href="/me">
          {own.back}
        </LinkButton>
      </div>
    </ClientFrame>
  )
}

function Day({ own: day }: { own: Own }) {
  const own = useWords(words)
  if (day.begun) return <Notice title={own.begun}>{own.begunWords}</Notice>
  return (
    <>
      <p className="tl-lead">{own.lead}</p>
      {day.parts.every(({ ready }) => ready) && <Notice state="met">{own.allReady}</Notice>}
      <ol className="own-parts">
        {day.parts.map((part) => (
          <PartRow key={part.id} part={part}>
            <PartWords part={part} day={day} />
          </PartRow>
        ))}
      </ol>
    </>
  )
}

/** A client's page knows two states: ready, and not yet. */
function PartRow({ part, children }: { part: Part; children: ReactNode }) {
  const own = useWords(words)
  return (
    <li className="own-part">
      <div className="own-part-head">
        <h2>{own.parts[part.id]}</h2>
        <StatusMark state={part.ready ? 'met' : 'waiting'}>{part.ready ? own.ready : own.open}</StatusMark>
      </div>
      {children}
    </li>
  )
}

function PartWords({ part, day }: { part: Part; day: Own }) {
  const own = useWords(words)
  if (part.id === 'ride') return <OwnRide day={day} />
  if (part.id === 'asked') return <OwnAnswer day={day} code={part.code} />
  if (part.id === 'agreement')
    return (
      <>
        <p>
          {part.ready
            ? own.agreement.ready
            : own.agreement[part.code as Exclude<keyof typeof own.agreement, 'ready' | 'action'>]}
        </p>
        <LinkButton kind="link" size="small" href="/me/agreement">
          {own.agreement.action}
        </LinkButton>
      </>
    )
  if (part.id === 'talked') return <Talked part={part} timeZone={day.timeZone} />
  return <p>{part.ready ? own[part.id].ready : own[part.id].open}</p>
}

/** Of the last journey: what they said themselves, and from when a yes counts. */
function Talked({ part: { code, until }, timeZone }: { part: Part; timeZone: string }) {
  const own = useWords(words).talked
  const place = usePlace()
  const from = until === undefined ? '' : formatDate(until, { ...place, timeZone }, 'moment')
  return <p>{fill(own[code as keyof typeof own], { until: from })}</p>
}
