import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { OfflineBar } from '../platform/ui/OfflineBar.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import { DangerNow } from './ClearDanger.tsx'
import { ClosingCriterion } from './ClosingCriterion.tsx'
import { CloseNow } from './CloseNow.tsx'
import { closingActs, useClosing, type ClosingNow } from './closingState.web.ts'
import './closing.css'
import { Departed } from './Departed.tsx'
import { LeaveOtherwise } from './LeaveOtherwise.tsx'
import { NotTakenList } from './NotTakenList.tsx'
import { RefusedEntries } from './RefusedEntries.tsx'
import { RidePlace } from './RidePlace.tsx'
import { recordNotTaken } from './room.contract.ts'
import { en } from './words.closing.en.ts'
import { es } from './words.closing.es.ts'

const words = { en, es }

/** The way home: each criterion with what it rests on, what is open first; then the one press that closes. Opens without a network. */
export function ClosingPage({ sessionId }: { sessionId: string }) {
  const { state, error } = useClosing(sessionId)
  const place = usePlace()
  if (!state)
    return <StaffFrame current="/app/people">{error ? <Refusal refused={error} /> : <Loading />}</StaffFrame>
  const { read, outbox } = state
  const born =
    read.birthDate && formatDate(Date.parse(`${read.birthDate}T12:00:00Z`), { ...place, timeZone: 'UTC' })
  const person = {
    id: read.personId,
    name: read.name,
    detail: born ?? '',
    href: `/app/people/${read.personId}`,
  }
  return (
    <StaffFrame
      current="/app/people"
      person={person}
      status={<OfflineBar since={outbox.offlineSince} why={outbox.why} kept={outbox.waiting.length} />}
    >
      <Whole state={state} />
    </StaffFrame>
  )
}

function Whole({ state }: { state: ClosingNow }) {
  const own = useWords(words)
  const { read, criteria, departure } = state
  const open = criteria.filter(({ met }) => !met)
  return (
    <div className="closing">
      <p className="tl-quiet-words">{own.title}</p>
      <h1>{headline(own, state, open.length)}</h1>
      <DangerNow state={state} />
      <RefusedEntries outbox={state.outbox} />
      <Departed state={state} />
      {departure && !read.discharged ? (
        <Disclosure title={own.cameBack}>
          <Criteria state={state} />
        </Disclosure>
      ) : (
        <Criteria state={state} />
      )}
      <NotTakenList
        missed={read.missed}
        reasons={read.notTaken}
        onSay={read.can.check ? sayWhy(state) : undefined}
      />
      {read.can.depart && <LeaveOtherwise state={state} />}
    </div>
  )
}

/** What must hold before someone goes home, and who says so. */
function Criteria({ state }: { state: ClosingNow }) {
  const own = useWords(words)
  const { read, criteria } = state
  const open = criteria.filter(({ met }) => !met)
  const inOrder = useOrderAtFirst(criteria)
  return (
    <div className="closing-ways">
      <p>{state.ride ? fill(own.ride, state.ride) : own.noRide}</p>
      {read.can.name && !read.discharged && (
        <RidePlace
          key={`${state.ride?.name} ${state.ride?.phone}`}
          ready={{ ...read, ride: state.ride }}
          keep={closingActs(state)}
        />
      )}
      {read.dosedAt === null && <Notice>{own.noDose}</Notice>}
      {state.needsExam && <Notice state="waiting">{own.exam}</Notice>}
      <ul className="closing-criteria">
        {inOrder.map((criterion) => (
          <ClosingCriterion key={criterion.id} criterion={criterion} state={state} />
        ))}
      </ul>
      {read.discharged ? (
        <Closed state={state} />
      ) : (
        <CloseNow state={state} open={open.map(({ id }) => id)} />
      )}
    </div>
  )
}

const sayWhy =
  ({ read: { sessionId }, outbox }: ClosingNow) =>
  (dueKey: string, reason: string) =>
    outbox.put(recordNotTaken, { id: newId(), sessionId, dueKey, reason })

/** What was open first stands first, and stays where it is while it is ticked: no row moves from under a finger or the keys. */
function useOrderAtFirst(criteria: ClosingNow['criteria']): ClosingNow['criteria'] {
  const [first] = useState(() => new Set(criteria.filter(({ met }) => !met).map(({ id }) => id)))
  return criteria.toSorted((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)))
}

function headline(own: typeof en, { read, departure, kept }: ClosingNow, open: number): string {
  if (read.discharged) return own.over
  if (kept.discharge) return own.keptClosed
  if (departure) return own.went[departure.way]
  return open === 0 ? own.ready : fill(own.open, { n: open })
}

function Closed({ state: { read } }: { state: ClosingNow }) {
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
