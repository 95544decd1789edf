import { useRef, useState } from 'react'
import { isoOf, minute } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { recordEvent } from './room.contract.ts'
import { isAnswer, ownLastTap, type EventCode } from './facts.ts'
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

/** A glove that bounces: two touches of one key within this are one. */
const oneTapMs = 700

type Ago = keyof typeof en.ago

/** One press each, the good beside the hard; "10 ago" is an entry like any other. Words belong elsewhere. */
export function RoomTaps({ state }: { state: RoomNow }) {
  const own = useWords(words)
  const [ago, setAgo] = useState<Ago>('0')
  const note = useTap(state, () => setAgo('0'))
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
              <TapKey key={code} code={code} state={state} onTap={(tapped) => note(tapped, ago)} />
            ))}
          </fieldset>
        ))}
      </div>
    </section>
  )
}

/** Takes a tap down at once, and a bounce of it not at all. */
function useTap(state: RoomNow, onNoted: () => void) {
  const last = useRef<{ code: EventCode; at: number }>(undefined)
  return (code: EventCode, ago: Ago) => {
    const at = performance.now()
    const isBounce = last.current?.code === code && at - last.current.at < oneTapMs
    last.current = { code, at }
    if (isBounce) return
    const occurredAt = isoOf(state.now - Number(ago) * minute)
    const fact = { id: newId(), sessionId: state.room.session.id, corrects: null, struck: false }
    void state.outbox.put(recordEvent, { ...fact, code, occurredAt })
    onNoted()
  }
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

/** What was noted last, said aloud as well; and the way to take one's own last tap back, which names it. */
function LastTap({ state }: { state: RoomNow }) {
  const own = useWords(words)
  const last = state.taps.findLast(({ code }) => !isAnswer(code))
  const mine = ownLastTap(
    state.all.taps.filter(({ code }) => !isAnswer(code)),
    state.room.me.seatId,
  )
  return (
    <div className="room-last">
      <p aria-live="polite">
        {last &&
          say(own.lastTap, {
            what: own.events[last.code as EventCode] ?? last.code,
            when: whenWords(own, state, last.occurredAt),
          })}
        {mine?.struck && ` ${own.undone}`}
      </p>
      {mine && !mine.struck && <Undo key={mine.id} state={state} tap={mine} />}
    </div>
  )
}

/**
 * Of one tap and no other: when the list changes while a finger is on its way, this button goes with its tap, and the
 * press meets nothing. After it, no older tap takes its place: that one is in the list of everything so far.
 */
function Undo({ state, tap }: { state: RoomNow; tap: Tap }) {
  const own = useWords(words)
  const isPressed = useRef(false)
  const undo = () => {
    if (isPressed.current) return
    isPressed.current = true
    const about = {
      sessionId: state.room.session.id,
      corrects: tap.id,
      struck: true,
      wrong: 'mistyped',
    } as const
    const fact = { id: newId(), ...about, code: tap.code as EventCode, occurredAt: tap.occurredAt }
    void state.outbox.put(recordEvent, fact)
  }
  return (
    <Button kind="link" size="small" onPress={undo}>
      {say(own.undo, { what: own.events[tap.code as EventCode] ?? tap.code })}
    </Button>
  )
}

export const whenWords = (own: typeof en, { doseAt }: Pick<RoomNow, 'doseAt'>, at: string): string => {
  if (doseAt === undefined || Date.parse(at) < doseAt) return own.before
  return say(own.minuteOf, { n: minutesSince(doseAt, Date.parse(at)) })
}
