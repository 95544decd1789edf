import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { PersonFrame } from '../course/PersonFrame.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { useLive } from '../platform/live/useLive.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { ClosingCriterion } from './ClosingCriterion.tsx'
import { ClosingDespite } from './ClosingDespite.tsx'
import './closing.css'
import { discharge, readClosing, type Closing } from './discharge.contract.ts'
import { en } from './words.closing.en.ts'
import { es } from './words.closing.es.ts'

const words = { en, es }

/** The way home: each criterion with what it rests on, what is open first; then the one press that closes. */
export function ClosingPage({ sessionId }: { sessionId: string }) {
  const { data, error } = useAsk(readClosing, { sessionId })
  useLive(data && { personId: data.personId })
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  return (
    <PersonFrame personId={data.personId} current="thread">
      {() => <Whole read={data} />}
    </PersonFrame>
  )
}

function Whole({ read }: { read: Closing }) {
  const own = useWords(words)
  const open = read.criteria.filter(({ met }) => !met)
  const met = read.criteria.filter((criterion) => criterion.met)
  return (
    <div className="closing">
      <p className="tl-quiet-words">{own.title}</p>
      <h1>{headline(own, read, open.length)}</h1>
      <p>{read.ride ? fill(own.ride, read.ride) : own.noRide}</p>
      {read.dosedAt === null && <Notice>{own.noDose}</Notice>}
      {read.needsExam && <Notice state="waiting">{own.exam}</Notice>}
      <ul className="closing-criteria">
        {[...open, ...met].map((criterion) => (
          <ClosingCriterion key={criterion.id} criterion={criterion} read={read} />
        ))}
      </ul>
      {read.discharged ? <Closed read={read} /> : <CloseNow read={read} open={open.map(({ id }) => id)} />}
    </div>
  )
}

function headline(own: typeof en, read: Closing, open: number): string {
  if (read.discharged) return own.over
  return open === 0 ? own.ready : fill(own.open, { n: open })
}

function CloseNow({ read, open }: { read: Closing; open: readonly string[] }) {
  const own = useWords(words)
  const closing = useSend(discharge)
  const [id] = useState(newId)
  if (read.dosedAt === null) return null
  return (
    <section className="closing-end">
      <Refusal refused={closing.error} />
      {open.length === 0 && read.can.sign && (
        <>
          <p>{own.closeMeaning}</p>
          <Button
            kind="act"
            busy={closing.isPending}
            onPress={() => closing.mutate({ sessionId: read.sessionId, id })}
          >
            {own.close}
          </Button>
        </>
      )}
      {open.length > 0 && read.can.override && <ClosingDespite read={read} open={open} />}
      <LinkButton kind="link" href={`/app/c/${read.courseId}/s/${read.sessionId}/room`}>
        {own.toRoom}
      </LinkButton>
    </section>
  )
}

function Closed({ read }: { read: Closing }) {
  const own = useWords(words)
  const place = usePlace()
  const { discharged } = read
  if (!discharged) return null
  return (
    <Notice state="met">
      <p>{fill(own.closed, { name: discharged.byName, at: formatDate(discharged.at, place, 'moment') })}</p>
      {discharged.overrideReason && <p>{fill(own.closedOpen, { reason: discharged.overrideReason })}</p>}
      <LinkButton kind="link" href={`/app/people/${read.personId}`}>
        {own.chart}
      </LinkButton>
    </Notice>
  )
}
