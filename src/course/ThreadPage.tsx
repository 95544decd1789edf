import { lazy, Suspense } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { ClientFrame } from '../practice/ClientFrame.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { CourseThread, type Thread } from './CourseThread.tsx'
import { readThread } from './course.contract.ts'
import './home.css'
import { en } from './words.thread.en.ts'
import { es } from './words.thread.es.ts'

const words = { en, es }

const OwnEarlier = lazy(() =>
  import('../brought/OwnEarlier.tsx').then((part) => ({ default: part.OwnEarlier })),
)
function Elsewhere({ thread, personId }: { thread: Pick<Thread, 'earlier'>; personId: string | null }) {
  if (thread.earlier.length === 0 || personId === null) return null
  return (
    <Suspense fallback={null}>
      <OwnEarlier personId={personId} />
    </Suspense>
  )
}

/** The client's own thread: words first, each number closed until it is opened. */
export function ThreadPage() {
  const { thread: said } = useWords(words)
  const { me } = useHere()
  const { data, error } = useAsk(readThread, { personId: me.personId ?? '' })
  return (
    <ClientFrame current="thread">
      <div className="tl-thread-page tl-wide-page">
        <h1>{said.title}</h1>
        <Refusal refused={data ? null : error} />
        {!data && !error && <Loading />}
        {data && !data.thread && <EmptyState title={said.emptyTitle}>{said.emptyWords}</EmptyState>}
        {data?.thread && (
          <>
            <CourseThread thread={data.thread} framing="client" />
            <Elsewhere thread={data.thread} personId={me.personId} />
            <p className="tl-noprint">
              <LinkButton href="/me/words" icon={<Icon name="pen" />}>
                {said.words}
              </LinkButton>
            </p>
          </>
        )}
        {data && (
          <p className="tl-noprint">
            <LinkButton href="/me/answers">{said.answers}</LinkButton>
          </p>
        )}
      </div>
    </ClientFrame>
  )
}
