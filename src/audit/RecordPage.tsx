import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { listed, plural } from '../platform/i18n/plural.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { ClientFrame } from '../practice/ClientFrame.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { readOpenings } from './opening.contract.ts'
import './record.css'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Opening = output<typeof readOpenings.reply>['openings'][number]

/** Who opened my record: each person, each day, in words. */
export function RecordPage() {
  const { record: said } = useWords(words)
  const { me } = useHere()
  return (
    <ClientFrame current="help">
      <div className="tl-record">
        <h1>{said.title}</h1>
        <p className="tl-lead">{said.lead}</p>
        {me.personId && <Openings personId={me.personId} />}
        <p className="tl-quiet-words">{said.question}</p>
        {me.personId && <Download personId={me.personId} />}
      </div>
    </ClientFrame>
  )
}

/** A file of its own: the link names the seat, because a download carries no header of ours. */
function Download({ personId }: { personId: string }) {
  const { record: said } = useWords(words)
  return (
    <section>
      <h2>{said.downloadTitle}</h2>
      <p>{said.downloadWords}</p>
      <LinkButton href={`/api/people/${personId}/record?seat=${personId}`} download>
        {said.download}
      </LinkButton>
    </section>
  )
}

function Openings({ personId }: { personId: string }) {
  const { record: said } = useWords(words)
  const { data, error } = useAsk(readOpenings, { personId })
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  if (data.openings.length === 0) return <EmptyState title={said.emptyTitle}>{said.emptyWords}</EmptyState>
  const days = [...new Set(data.openings.map(({ day }) => day))]
  return days.map((day) => (
    <Day key={day} openings={data.openings.filter((opening) => opening.day === day)} />
  ))
}

function Day({ openings }: { openings: readonly Opening[] }) {
  const place = usePlace()
  return (
    <section className="tl-record-day">
      <h2>{formatDate(openings[0]!.lastAt, place, 'weekday')}</h2>
      <ul>
        {openings.map((opening) => (
          <li key={`${opening.kind} ${opening.name} ${opening.firstAt}`}>
            <Line opening={opening} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ opening }: { opening: Opening }) {
  const { record: said } = useWords(words)
  const place = usePlace()
  const language = useLanguage()
  const roles = opening.roles.flatMap((role) => (role in said.roles ? [said.roles[role as Known]] : []))
  const time = (at: number) => formatDate(at, place, 'time')
  const [first, last] = [time(opening.firstAt), time(opening.lastAt)]
  return (
    <>
      <strong translate="no">{opening.who === 'member' ? opening.name : said.who[opening.who]}</strong>
      {opening.who === 'member' && roles.length > 0 && (
        <span className="tl-quiet-words"> {listed(language, roles)}</span>
      )}
      <p>
        {plural(language, opening.times, said.did[opening.kind])}, {first}
        {first !== last && ` – ${last}`}
      </p>
      {opening.withReason > 0 && (
        <p className="tl-quiet-words">{plural(language, opening.withReason, said.reason)}</p>
      )}
    </>
  )
}

type Known = keyof (typeof en)['record']['roles']
