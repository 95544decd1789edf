import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { minutesSince, type RoomNow } from './roomState.web.ts'
import { say } from './said.ts'
import { en } from './words.room.en.ts'
import { es } from './words.room.es.ts'

const words = { en, es }

const wide = 1000
const low = 78
const top = 18

/**
 * The usual course on this route as three windows, drawn as a hill with a lamp at now: where most people are, never how
 * much is in anyone's blood. The windows and their source are the protocol's.
 */
export function RoomHill({ state }: { state: RoomNow }) {
  const own = useWords(words)
  const { plan } = state.room
  if (!plan || state.doseAt === undefined || state.room.session.phase === 'closed') return null
  const { arrivingMinutes, peakMinutes, returningMinutes } = plan.timing
  const end = returningMinutes[1]
  const x = (at: number) => Math.round((Math.min(Math.max(at, 0), end) / end) * wide)
  const now = minutesSince(state.doseAt, state.now)
  const [rise, fall] = peakMinutes
  const hill = `M0 ${low}C${x(rise * 0.6)} ${low} ${x(rise * 0.7)} ${top} ${x(rise)} ${top}L${x(fall)} ${top}C${x(fall * 1.35)} ${top} ${x(fall * 1.5)} ${low} ${wide} ${low}Z`
  const names = [
    [own.arriving, arrivingMinutes],
    [own.peak, peakMinutes],
    [own.returning, returningMinutes],
  ] as const
  return (
    <figure className="room-hill">
      <svg viewBox={`0 0 ${wide} 100`} aria-hidden="true" preserveAspectRatio="none">
        <path d={hill} className="room-hill-shape" />
        {state.taps.map(({ id, occurredAt }) => (
          <line
            key={id}
            className="room-hill-tick"
            x1={x(minutesSince(state.doseAt ?? 0, Date.parse(occurredAt)))}
            x2={x(minutesSince(state.doseAt ?? 0, Date.parse(occurredAt)))}
            y1={low - 8}
            y2={low + 6}
          />
        ))}
        <line className="room-hill-now" x1={x(now)} x2={x(now)} y1={6} y2={low} />
      </svg>
      <figcaption>
        <span className="tl-sr">{say(own.nowAt, { n: now })}</span>
        <span className="room-hill-names">
          {names.map(([name, [from, to]]) => (
            <span key={name} className={now >= from && now < to ? 'room-hill-here' : undefined}>
              {name} {from}–{to}
            </span>
          ))}
        </span>
        <span className="room-quiet">{own.hill}</span>
      </figcaption>
    </figure>
  )
}
