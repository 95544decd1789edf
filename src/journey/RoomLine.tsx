import { useState } from 'react'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { CorrectEntry } from './CorrectEntry.tsx'
import { ReadingTime } from './RoomVitals.tsx'
import { rowsOf, type Change, type Entry, type RoomRow } from './roomRows.web.ts'
import { whenWords } from './RoomTaps.tsx'
import type { RoomNow } from './roomState.web.ts'
import { say } from './said.ts'
import { en } from './words.room.en.ts'
import { es } from './words.room.es.ts'

const words = { en, es }

/** Everything noted, newest first, in words: for the reader who joins late, and for the one who cannot see the picture. */
export function RoomLine({ state }: { state: RoomNow }) {
  const own = useWords(words)
  const [entry, correct] = useState<Entry>()
  const rows = rowsOf(state, own)
  return (
    <Disclosure title={own.timeline}>
      {rows.length === 0 && <p>{own.timelineNone}</p>}
      <ol className="room-line">
        {rows.map((row) => (
          <Row key={row.id} row={row} state={state} onCorrect={correct} />
        ))}
      </ol>
      {entry && <CorrectEntry state={state} entry={entry} onDone={() => correct(undefined)} />}
    </Disclosure>
  )
}

type RowProps = { row: RoomRow; state: RoomNow; onCorrect: (entry: Entry) => void }

function Row({ row, state, onCorrect }: RowProps) {
  const own = useWords(words)
  const place = usePlace()
  const { at, text, struck, byName, changes, entry } = row
  const time = formatDate(Date.parse(at), place, 'time')
  return (
    <li>
      <span className="room-quiet">
        <ReadingTime reading={{ takenAt: at }} /> · {whenWords(own, state, at)}
        {byName && ` · ${byName}`}
      </span>{' '}
      {struck ? <del>{text}</del> : text}
      {changes.map((change) => (
        <Changed key={change.id} change={change} />
      ))}
      {entry && mayCorrect(state, entry) && (
        <div>
          <Button
            kind="link"
            size="small"
            label={`${own.correct}: ${text}, ${time}`}
            onPress={() => onCorrect(entry)}
          >
            {own.correct}
          </Button>
        </div>
      )}
    </li>
  )
}

const mayCorrect = ({ room: { can } }: RoomNow, { kind }: Entry): boolean =>
  kind === 'reading' ? can.measure : can.observe

/** By whom, when, what was wrong and what stood there before. */
function Changed({ change: { byName, recordedAt, wrong, struck, was } }: { change: Change }) {
  const own = useWords(words)
  const place = usePlace()
  const said = say(struck ? own.struckBy : own.correctedBy, {
    name: byName,
    time: formatDate(Date.parse(recordedAt), place, 'time'),
    was,
  })
  return (
    <p className="room-changed">
      {said} {wrong && `${own.wrong[wrong]}.`}
    </p>
  )
}
