import { isoOf, minute } from '../kernel/instant.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { listed } from '../platform/i18n/plural.ts'
import { nextAsked, unreadSince } from './due.ts'
import { minutesSince, standingIn, watchedIn, type RoomNow } from './roomState.web.ts'
import { say } from './said.ts'
import { en } from './words.room.en.ts'
import { es } from './words.room.es.ts'

const words = { en, es }

/** Minutes since the dose, large enough to be read from the other side of a dim room; and what is due next. */
export function RoomClock({ state }: { state: RoomNow }) {
  const own = useWords(words)
  const place = usePlace()
  const { doseAt, now, room } = state
  if (room.session.phase === 'closed') return <Closed doseAt={doseAt} />
  if (doseAt === undefined) return <p className="room-before">{own.noDose}</p>
  return (
    <>
      <h2 className="room-label">{say(own.since, { time: formatDate(doseAt, place, 'time') })}</h2>
      <p className="room-clock">
        <time dateTime={isoOf(doseAt)}>{minutesSince(doseAt, now)}</time> <span>{own.minute}</span>
      </p>
      <DueNext state={state} />
      <PlanHeld watch={room.watch} />
    </>
  )
}

/** Afterwards the room is read, not lived in; a late entry can still be made. */
function Closed({ doseAt }: { doseAt: number | undefined }) {
  const own = useWords(words)
  const place = usePlace()
  return (
    <>
      <h2 className="room-label">{own.closed}</h2>
      {doseAt !== undefined && (
        <p className="room-due">{say(own.doseOn, { moment: formatDate(doseAt, place, 'moment') })}</p>
      )}
    </>
  )
}

/** Which of two plans of vitals holds, and because of what; nothing where the protocol has only the full one. */
function PlanHeld({ watch }: { watch: RoomNow['room']['watch'] }) {
  const { watching: own } = useWords(words)
  const language = useLanguage()
  if (!watch) return null
  const why = listed(
    language,
    watch.because.map((reason) => own.reasons[reason]),
  )
  const full = why === '' ? own.full : say(own.fullBecause, { why })
  return <p className="room-quiet">{watch.plan === 'full' ? full : own.sparser}</p>
}

function DueNext({ state }: { state: RoomNow }) {
  const own = useWords(words)
  const asked = askedIn(own, state)
  if (!asked) return null
  return (
    <>
      <h2 className="room-label">{own.dueNext}</h2>
      <p className={['room-due', ...marks[asked.presses]].join(' ')}>{asked.words}</p>
    </>
  )
}

const marks = { later: [], now: ['room-due-now'], most: ['room-due-now', 'room-due-most'] } as const

/** The same words wherever something is asked for: beside the clock, and in the alarm that asked for it. */
export function askedIn(
  own: typeof en,
  state: RoomNow,
): { words: string; presses: keyof typeof marks } | undefined {
  const { now } = state
  const watched = watchedIn(state)
  if (!watched) return undefined
  const due = nextAsked(watched, standingIn(state), now)
  if (due === 'emergency') return { words: own.due.emergency, presses: 'most' }
  if (!due) return { words: own.vitalsDone, presses: 'later' }
  const said = own.due[due.why]
  const since = unreadSince(watched, now)
  if (since !== undefined) return { words: say(said.late, { n: minutesSince(since, now) }), presses: 'most' }
  if (due.state !== 'coming') return { words: said.now, presses: 'now' }
  return { words: say(said.coming, { n: Math.max(1, Math.ceil((due.at - now) / minute)) }), presses: 'later' }
}
