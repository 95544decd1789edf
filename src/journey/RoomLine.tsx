import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import type { EventCode } from './facts.ts'
import { ReadingTime } from './RoomVitals.tsx'
import { whenWords } from './RoomTaps.tsx'
import type { RoomNow } from './roomState.web.ts'
import { say } from './said.ts'
import { en } from './words.room.en.ts'
import { es } from './words.room.es.ts'

const words = { en, es }

/** Everything noted, newest first, in words: for the reader who joins late, and for the one who cannot see the picture. */
export function RoomLine({ state }: { state: RoomNow }) {
  const own = useWords(words)
  const doubted = (doubt: 'ahead' | 'late' | null | undefined) => (doubt ? `, ${own.doubt[doubt]}` : '')
  const rows = [
    ...state.room.doses.map(({ id, givenAt, deviation }) => ({
      id,
      at: givenAt,
      text: deviation ? own.deviationRow : own.doseRow,
    })),
    ...state.taps.map(({ id, occurredAt, code, doubt }) => ({
      id,
      at: occurredAt,
      text: (own.events[code as EventCode] ?? code) + doubted(doubt),
    })),
    ...state.ratings.map(({ id, ratedAt, rating, doubt }) => ({
      id,
      at: ratedAt,
      text: say(own.distressRow, { rating }) + doubted(doubt),
    })),
    ...state.readings.map((reading) => ({
      id: reading.id,
      at: reading.takenAt,
      text: `${own.readingRow} ${reading.systolicMmHg ?? '–'} / ${reading.diastolicMmHg ?? '–'}${doubted(reading.doubt)}`,
    })),
  ].toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
  return (
    <Disclosure title={own.timeline}>
      {rows.length === 0 && <p>{own.timelineNone}</p>}
      <ol className="room-line">
        {rows.map(({ id, at, text }) => (
          <li key={id}>
            <span className="room-quiet">
              <ReadingTime reading={{ takenAt: at }} /> · {whenWords(own, state, at)}
            </span>{' '}
            {text}
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
