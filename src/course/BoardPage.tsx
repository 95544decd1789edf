import { Redirect } from 'wouter'
import { GuestHome } from '../access/GuestHome.tsx'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate, relativeWords } from '../platform/i18n/format.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { staffPlaces } from '../practice/places.ts'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import { TaskPanel } from '../safety/TaskPanel.tsx'
import { daysBetween } from './arc.ts'
import { readBoard, type Board } from './board.contract.ts'
import './board.css'
import { BoardAlarm } from './BoardAlarm.tsx'
import { Gone, NewEnquiries, NoOneElse } from './BoardToday.tsx'
import { Part, Person } from './BoardPart.tsx'
import { ReviewDue } from './ReviewDue.tsx'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }

/** Monday morning: who comes, who was here, and what must be looked back on. */
export function BoardPage() {
  const { me } = useHere()
  return me.courseId === null ? (
    <Board />
  ) : (
    <StaffFrame current="/app">
      <GuestHome />
    </StaffFrame>
  )
}

function Board() {
  const { board: said } = useWords(words)
  const { can, careNow } = useHere()
  const place = usePlace()
  if (!can.includes('board.read')) return <Elsewhere can={can} />
  return (
    <StaffFrame current="/app">
      <div className="tl-board">
        <header>
          <p className="tl-quiet-words">{said.today}</p>
          <h1>{formatDate(careNow, place, 'weekday')}</h1>
        </header>
        <Days />
      </div>
    </StaffFrame>
  )
}

/** Whoever has no such day begins at the first place that is theirs. */
function Elsewhere({ can }: { can: readonly string[] }) {
  const { board: said } = useWords(words)
  const first = staffPlaces.find(({ action }) => can.includes(action))
  if (first) return <Redirect to={first.href} replace />
  return (
    <StaffFrame current="/app">
      <p>{said.notYours}</p>
    </StaffFrame>
  )
}

function Days() {
  const { board: said } = useWords(words)
  const { data, error } = useAsk(readBoard, {})
  const { timeZone } = usePlace()
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  const isToday = ({ at }: { at: number }) => daysBetween(data.careNow, at, timeZone) <= 0
  const today = data.coming.filter(isToday)
  const later = data.coming.filter((one) => !isToday(one))
  return (
    <div className="tl-board-columns">
      <div className="tl-board-column">
        <Part title={said.comes}>
          {today.length === 0 && <NoOneElse board={data} />}
          {today.map((one) => (
            <Coming key={one.sessionId} one={one} />
          ))}
        </Part>
        <Gone board={data} />
        {later.length > 0 && (
          <Part title={said.week}>
            {later.map((one) => (
              <Coming key={one.sessionId} one={one} />
            ))}
          </Part>
        )}
      </div>
      <div className="tl-board-column">
        <TaskPanel />
        <NewEnquiries board={data} />
        <After board={data} />
        <Reviews board={data} />
      </div>
    </div>
  )
}

function Coming({ one }: { one: Board['coming'][number] }) {
  const { board: said } = useWords(words)
  const place = usePlace()
  const isOpen = one.phase !== 'planned'
  return (
    <li>
      <p className="tl-board-time">{formatDate(one.at, place, isOpen ? 'time' : 'moment')}</p>
      <div>
        <Person person={one} />
        <p className="tl-quiet-words">
          {fill(said.journey, { n: one.number })}
          {one.room && `, ${one.room}`}
          {isOpen && `, ${said.now}`}
        </p>
        {isOpen && <BoardAlarm alarms={one.alarms} before={one.alarmsBefore} />}
        {one.clearanceEnded && <StatusMark state="stop">{said.clearanceEnded}</StatusMark>}
        {one.opensWith && (
          <p>
            <span className="tl-quiet-words">{said.opensWith}</span>{' '}
            <q className="tl-own-words">{one.opensWith}</q>
          </p>
        )}
      </div>
      <ToSession one={one} />
    </li>
  )
}

/** To where this reader may go, and to nowhere else. */
function ToSession({ one }: { one: Board['coming'][number] }) {
  const { board: said } = useWords(words)
  const session = `/app/c/${one.courseId}/s/${one.sessionId}`
  if (one.phase === 'planned')
    return one.can.ready ? (
      <LinkButton size="small" href={session}>
        {said.ready}
      </LinkButton>
    ) : null
  return one.can.room ? (
    <LinkButton size="small" kind="act" href={`${session}/room`}>
      {said.room}
    </LinkButton>
  ) : null
}

function After({ board }: { board: Board }) {
  const { board: said } = useWords(words)
  const language = useLanguage()
  if (board.after.length === 0) return null
  return (
    <Part title={said.after}>
      {board.after.map((one) => (
        <li key={one.courseId}>
          <div>
            <Person person={one} />
            <p className="tl-quiet-words">
              {fill(said.afterWords, { when: relativeWords(one.doseAt, board.careNow, language) })}
            </p>
          </div>
        </li>
      ))}
    </Part>
  )
}

function Reviews({ board }: { board: Board }) {
  const { board: said } = useWords(words)
  if (board.reviews.length === 0) return null
  return (
    <Part title={said.reviews}>
      {board.reviews.map((one) => (
        <li key={one.courseId}>
          <div>
            <Person person={one} />
            <p className="tl-quiet-words">
              <ReviewDue due={one} />
            </p>
          </div>
        </li>
      ))}
    </Part>
  )
}
