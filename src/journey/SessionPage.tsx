import type { ReactNode } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { instant } from '../kernel/instant.ts'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import { Mitigations } from './Mitigations.tsx'
import { readRoom } from './room.contract.ts'
import type { Room } from './roomState.web.ts'
import './session.css'
import { SessionEnd } from './SessionEnd.tsx'
import { SessionGiven } from './SessionGiven.tsx'
import { SessionNoted } from './SessionNoted.tsx'
import { SessionVitals } from './SessionVitals.tsx'
import { en } from './words.session.en.ts'
import { es } from './words.session.es.ts'

const words = { en, es }

type Props = { params: { courseId: string; sessionId: string } }

/** A session that is over, to be read: what was given, measured and seen, and how it ended. Nothing is changed from here. */
export function SessionPage({ params: { courseId, sessionId } }: Props) {
  const { data, error } = useAsk(readRoom, { sessionId })
  if (!data)
    return <StaffFrame current="/app/people">{error ? <Refusal refused={error} /> : <Loading />}</StaffFrame>
  return <Whole room={data} session={`/app/c/${courseId}/s/${sessionId}`} />
}

function Whole({ room, session }: { room: Room; session: string }) {
  const own = useWords(words)
  const place = usePlace()
  const { person, session: of } = room
  const [dose] = room.doses
  const doseAt = dose ? instant(dose.givenAt) : null
  const chart = `/app/people/${person.id}`
  const born =
    person.birthDate && formatDate(Date.parse(`${person.birthDate}T12:00:00Z`), { ...place, timeZone: 'UTC' })
  const detail = [born, own.phases[of.phase]].filter(Boolean).join(' · ')
  const name = `${person.calledBy} ${person.familyName}`
  const day = formatDate(doseAt ?? instant(of.plannedAt), place, 'date')
  return (
    <StaffFrame current="/app/people" person={{ id: person.id, name, detail, href: chart }}>
      <div className="session-record">
        <header>
          <h1>{fill(own.title, { n: of.number, day })}</h1>
          <p className="tl-quiet-words">{own.lead}</p>
        </header>
        <SessionGiven room={room} />
        <Mitigations mitigations={room.mitigations} className="session-part" />
        <SessionVitals room={room} doseAt={doseAt} />
        <SessionNoted room={room} doseAt={doseAt} />
        {room.can.close && <SessionEnd sessionId={of.id} />}
        <Ways>
          <LinkButton href={chart}>{own.toChart}</LinkButton>
          <LinkButton kind="link" href={`${session}/room`}>
            {own.toRoom}
          </LinkButton>
        </Ways>
      </div>
    </StaffFrame>
  )
}

const Ways = ({ children }: { children: ReactNode }) => <nav className="tl-row session-ways">{children}</nav>
