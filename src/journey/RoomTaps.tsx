import { useState } from 'react'
import { isoOf, minute } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { Mark } from '../platform/ui/StatusMark.tsx'
import type { EventCode } from './facts.ts'
import { recordEvent } from './room.contract.ts'
import { minutesSince, type RoomNow, type Tap } from './roomState.web.ts'
import { say } from './said.ts'
import { en } from './words.room.en.ts'
import { es } from './words.room.es.ts'

const words = { en, es }

const good = ['felt-safe', 'connected', 'tears', 'spoke', 'laughed', 'reached-for-hand', 'at-rest'] as const
const hard = [
  'fear-rising',
  'restless',
  'nausea',
  'vomited',
  'headache',
  'not-answering',
  'stop-word',
  'symptom',
] as const

type Ago = keyof typeof en.ago

/** One press each, the good beside the hard; "10 ago" is an entry like any other. Words belong elsewhere. */
export function RoomTaps({ state }: { state: RoomNow }) {
  const own = useWords(words)
  const [ago, setAgo] = useState<Ago>('0')
  const note = (code: EventCode) => {
    const occurredAt = isoOf(state.now - Number(ago) * minute)
    const fact = { id: newId(), sessionId: state.room.session.id, corrects: null, struck: false }
    void state.outbox.put(recordEvent, { ...fact, code, occurredAt })
    setAgo('0')
  }
  return (
    <section className="room-taps" aria-label={own.happened}>
      <div className="room-taps-head">
        <h2 className="room-label">{own.happened}</h2>
        <Choice
          label={own.when}
          hideLabel
          size="glove"
          value={ago}
          onChange={setAgo}
          options={(['0', '5', '10', '20'] as const).map((value) => ({ value, words: own.ago[value] }))}
        />
      </div>
      <LastTap state={state} />
      <div className="room-keys">
        {[good, hard].map((codes, column) => (
          <fieldset key={codes[0]} className="room-keys-column">
            <legend className="tl-sr">{column === 0 ? own.good : own.hard}</legend>
            {codes.map((code) => (
              <TapKey key={code} code={code} state={state} onTap={note} />
            ))}
          </fieldset>
        ))}
      </div>
      {state.taps.at(-1)?.code === 'symptom' && (
        <p className="room-act" role="alert">
          <Mark state="stop" /> {own.symptomCard}
        </p>
      )}
    </section>
  )
}

function TapKey({
  code,
  state,
  onTap,
}: {
  code: EventCode
  state: RoomNow
  onTap: (code: EventCode) => void
}) {
  const own = useWords(words)
  const last = state.taps.findLast((tap) => tap.code === code)
  return (
    <button type="button" className="room-key" onClick={() => onTap(code)} disabled={!state.room.can.observe}>
      <span>{own.events[code]}</span>
      {last && <small>{whenWords(own, state, last.occurredAt)}</small>}
    </button>
  )
}

/** What was noted last, said aloud as well, with the way to take it back. */
function LastTap({ state }: { state: RoomNow }) {
  const own = useWords(words)
  const last = state.taps.at(-1)
  const undo = (tap: Tap) => {
    const fact = { id: newId(), sessionId: state.room.session.id, corrects: tap.id, struck: true }
    void state.outbox.put(recordEvent, { ...fact, code: tap.code as EventCode, occurredAt: tap.occurredAt })
  }
  return (
    <p className="room-last" aria-live="polite">
      {last && (
        <>
          {say(own.lastTap, {
            what: own.events[last.code as EventCode] ?? last.code,
            when: whenWords(own, state, last.occurredAt),
          })}
          <Button kind="link" size="small" onPress={() => undo(last)}>
            {own.undo}
          </Button>
        </>
      )}
    </p>
  )
}

export const whenWords = (own: typeof en, { doseAt }: Pick<RoomNow, 'doseAt'>, at: string): string => {
  if (doseAt === undefined || Date.parse(at) < doseAt) return own.before
  return say(own.minuteOf, { n: minutesSince(doseAt, Date.parse(at)) })
}
