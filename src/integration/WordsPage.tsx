import { Refusal } from '../access/Refusal.tsx'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { ClientFrame } from '../practice/ClientFrame.tsx'
import { ExerciseItem } from './ExerciseItem.tsx'
import './integration.css'
import type { Chain, Integration } from './integration.ts'
import { OutboxNotes } from './OutboxNotes.tsx'
import { useIntegration, useTelling } from './useIntegration.web.ts'
import { WithCourse } from './WithCourse.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** All of the client's own words, newest first, and what they practise at home. */
export function WordsPage() {
  const { list } = useWords(words)
  return (
    <ClientFrame current="thread">
      <div className="tl-insight">
        <h1>{list.title}</h1>
        <LinkButton kind="act" href="/me/words/new" icon={<Icon name="pen" />}>
          {list.write}
        </LinkButton>
        <WithCourse>{(courseId) => <Everything courseId={courseId} />}</WithCourse>
      </div>
    </ClientFrame>
  )
}

function Everything({ courseId }: { courseId: string }) {
  const { integration, error, outbox } = useIntegration(courseId)
  if (!integration) return error ? <Refusal refused={error} /> : <Loading />
  return (
    <>
      <OutboxNotes outbox={outbox} />
      <Insights integration={integration} />
      <Agreed courseId={courseId} integration={integration} />
    </>
  )
}

function Insights({ integration }: { integration: Integration }) {
  const { list } = useWords(words)
  if (integration.chains.length === 0)
    return <EmptyState title={list.emptyTitle}>{list.emptyWords}</EmptyState>
  return (
    <ul className="tl-words-list">
      {integration.chains.toReversed().map((chain) => (
        <li key={chain.id}>
          <Line chain={chain} />
        </li>
      ))}
    </ul>
  )
}

function Line({ chain }: { chain: Chain }) {
  const { list, sharing } = useWords(words)
  const place = usePlace()
  const change = chain.changes.at(-1)
  const audience = chain.audience ?? 'no-one'
  return (
    <>
      <p className="tl-quiet-words">{formatDate(chain.at, place, 'weekday')}</p>
      <a className="tl-own-words" href={`/me/words/${chain.id}`}>
        {chain.words}
      </a>
      {change && (
        <p>
          {list.changed} <span className="tl-own-words">{change.words}</span>
        </p>
      )}
      <p className="tl-kept tl-quiet-words">
        {audience === 'no-one' && <Icon name="lock" />}
        <span>{sharing.short[audience]}</span>
      </p>
    </>
  )
}

/** Agreed with the therapist in a session; the team reads how it went. */
function Agreed({ courseId, integration }: { courseId: string; integration: Integration }) {
  const { list } = useWords(words)
  const telling = useTelling(courseId)
  if (integration.exercises.length === 0) return null
  return (
    <section className="tl-stack">
      <h2>{list.agreed}</h2>
      <p className="tl-quiet-words">{list.agreedWords}</p>
      {integration.exercises.map((exercise) => (
        <ExerciseItem key={exercise.id} exercise={exercise} telling={telling} />
      ))}
    </section>
  )
}
