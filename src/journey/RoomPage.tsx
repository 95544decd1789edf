import { Refusal } from '../access/Refusal.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { OfflineBar } from '../platform/ui/OfflineBar.tsx'
import { RoomShell } from '../platform/ui/shell/RoomShell.tsx'
import { useClosingAtHand } from './closingState.web.ts'
import { RefusedEntries } from './RefusedEntries.tsx'
import { RoomAgreed } from './RoomAgreed.tsx'
import { EmergencyCard } from './EmergencyCard.tsx'
import { Mitigations } from './Mitigations.tsx'
import { RoomAlarm } from './RoomAlarm.tsx'
import { RoomClearance } from './RoomClearance.tsx'
import { RoomClock } from './RoomClock.tsx'
import { RoomDeviation } from './RoomDeviation.tsx'
import { RoomDistress } from './RoomDistress.tsx'
import { RoomHill } from './RoomHill.tsx'
import { RoomLine } from './RoomLine.tsx'
import { RoomMissed } from './RoomMissed.tsx'
import { RoomTaps } from './RoomTaps.tsx'
import { RoomTouch } from './RoomTouch.tsx'
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
      emergency={<EmergencyCard room={state.room} />}
      foot={<RoomHill state={state} />}
    >
      <RoomAlarm state={state} />
      <RoomColumns state={state} />
    </RoomShell>
  )
}

function RoomColumns({ state }: { state: RoomNow }) {
  useClosingAtHand(state)
  const { courseId } = state.room.session
  return (
    <div className="room-columns">
      <div className="room-left">
        <RoomClock state={state} />
        <RoomDeviation state={state} />
        <RoomVitals state={state} />
        <RoomMissed state={state} />
        <RoomClearance room={state.room} />
      </div>
      <div className="room-middle">
        <RefusedEntries outbox={state.outbox} />
        <RoomTaps state={state} />
        <RoomDistress state={state} />
      </div>
      <div className="room-right">
        <Mitigations mitigations={state.room.mitigations} className="room-agreed" headingClass="room-label" />
        <RoomAgreed courseId={courseId} />
        <RoomTouch state={state} />
        <RoomLine state={state} />
        <RoomWays state={state} />
      </div>
    </div>
  )
}

/** On to what this reader may open from here. */
function RoomWays({ state: { room, doseAt } }: { state: RoomNow }) {
  const own = useWords(words)
  const session = `/app/c/${room.session.courseId}/s/${room.session.id}`
  return (
    <nav className="room-ways" aria-label={own.title}>
      {doseAt === undefined && room.can.ready && (
        <LinkButton href={`${session}/ready`}>{own.toReady}</LinkButton>
      )}
      {doseAt !== undefined && room.can.close && (
        <LinkButton href={`${session}/close`}>{own.discharge}</LinkButton>
      )}
      <LinkButton kind="link" href={`/app/people/${room.person.id}`}>
        {own.backToChart}
      </LinkButton>
    </nav>
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
  return <OfflineBar since={outbox.offlineSince} why={outbox.why} kept={outbox.waiting.length} />
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
