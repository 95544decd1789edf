import { Refusal } from '../access/Refusal.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { OfflineBar } from '../platform/ui/OfflineBar.tsx'
import { RoomShell } from '../platform/ui/shell/RoomShell.tsx'
import { RoomAgreed } from './RoomAgreed.tsx'
import { EmergencyCard } from './EmergencyCard.tsx'
import { RoomClock } from './RoomClock.tsx'
import { RoomDistress } from './RoomDistress.tsx'
import { RoomHill } from './RoomHill.tsx'
import { RoomLine } from './RoomLine.tsx'
import { RoomTaps } from './RoomTaps.tsx'
import { RoomVitals } from './RoomVitals.tsx'
import { useRoom, type Room, type RoomNow } from './roomState.web.ts'
import { say } from './said.ts'
import './room.css'
import { en } from './words.room.en.ts'
import { es } from './words.room.es.ts'

const words = { en, es }

/** The hours under the medicine, on a tablet in a dim room. Works when the network does not. */
export function RoomPage({ sessionId }: { sessionId: string }) {
  const { state, error } = useRoom(sessionId)
  if (!state) return error ? <Refusal refused={error} /> : <Loading />
  return (
    <RoomShell
      status={<RoomStatus state={state} />}
      person={<WhoLiesHere room={state.room} />}
      emergency={<EmergencyCard />}
      foot={<RoomHill state={state} />}
    >
      <RoomColumns state={state} />
    </RoomShell>
  )
}

function RoomColumns({ state }: { state: RoomNow }) {
  const own = useWords(words)
  const { id, courseId } = state.room.session
  return (
    <div className="room-columns">
      <h1 className="tl-sr">{own.title}</h1>
      <div className="room-left">
        <RoomClock state={state} />
        <RoomVitals state={state} />
      </div>
      <div className="room-middle">
        <RefusedEntries state={state} />
        <RoomTaps state={state} />
        <RoomDistress state={state} />
      </div>
      <div className="room-right">
        <RoomAgreed courseId={courseId} />
        <RoomLine state={state} />
        <nav className="room-ways" aria-label={own.title}>
          {state.doseAt === undefined && (
            <LinkButton href={`/app/c/${courseId}/s/${id}/ready`}>{own.toReady}</LinkButton>
          )}
          {state.doseAt !== undefined && (
            <LinkButton href={`/app/c/${courseId}/s/${id}/close`}>{own.discharge}</LinkButton>
          )}
          <LinkButton kind="link" href={`/app/people/${state.room.person.id}`}>
            {own.backToChart}
          </LinkButton>
        </nav>
      </div>
    </div>
  )
}

function RoomStatus({ state: { outbox } }: { state: RoomNow }) {
  const own = useWords(words)
  if (outbox.why === 'signed-out')
    return (
      <p className="room-signed-out" role="alert">
        {own.signedOut} <LinkButton href="/sign-in">{own.signIn}</LinkButton>
      </p>
    )
  return <OfflineBar since={outbox.offlineSince} kept={outbox.waiting.length} />
}

/** Two things that tell two people apart. */
function WhoLiesHere({ room: { person, session } }: { room: Room }) {
  const own = useWords(words)
  const place = usePlace()
  const born = person.birthDate
    ? say(own.identify, {
        date: formatDate(Date.parse(`${person.birthDate}T12:00:00Z`), { ...place, timeZone: 'UTC' }, 'date'),
      })
    : own.bornUnknown
  return (
    <>
      <strong>
        {person.calledBy} {person.familyName}
      </strong>{' '}
      · {born} · {say(own.journey, { n: session.number })}
    </>
  )
}

function RefusedEntries({ state: { outbox } }: { state: RoomNow }) {
  const own = useWords(words)
  if (outbox.refused.length === 0) return null
  return (
    <ul className="room-refused" role="alert" aria-label={own.refused}>
      {outbox.refused.map(({ order, refusal }) => (
        <li key={order}>
          <strong>{own.refused}:</strong> {refusal?.title} {refusal?.detail}
          <Button size="small" onPress={() => void outbox.dismiss(order)}>
            {own.refusedRead}
          </Button>
        </li>
      ))}
    </ul>
  )
}
