import { isTouch, nothingChosen, touchKinds, type TouchKind } from '../consent/document.ts'
import { narrowTouch, readTouch, type TouchNow } from '../consent/touch.contract.ts'
import { touchSaid } from '../consent/touchSaid.ts'
import { en } from '../consent/words.touch.en.ts'
import { es } from '../consent/words.touch.es.ts'
import { isoOf } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { useKept } from '../platform/offline/useKept.web.ts'
import type { Outbox } from '../platform/offline/useOutbox.web.ts'
import { Button } from '../platform/ui/Button.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import type { RoomNow } from './roomState.web.ts'

const words = { en, es }

/**
 * What touch is all right, now. Here it can only grow less: one press for a "no" that was said, shown or seen, which holds on
 * this device at once and reaches the others as soon as it can.
 */
export function RoomTouch({ state }: { state: RoomNow }) {
  const own = useWords(words)
  const { data } = useKept(readTouch, { sessionId: state.room.session.id })
  const said = data && saidHere(data, state.outbox)
  return (
    <section className="room-touch" aria-label={own.title}>
      <h2 className="room-label">{own.title}</h2>
      {said ? <Standing touch={said} state={state} /> : <p className="room-no-touch">{own.notHere}</p>}
      <p className="room-quiet">{own.onlySafety}</p>
    </section>
  )
}

function Standing({ touch: now, state }: { touch: TouchNow; state: RoomNow }) {
  const own = useWords(words)
  const narrow = useNarrowing(state)
  const press = now.can.narrow ? narrow : undefined
  if (now.state !== 'stands') return <p className="room-no-touch">{own.state[now.state]}</p>
  const isNone = !touchKinds.some((kind) => isTouch(now.touch[kind]))
  return (
    <>
      {isNone ? <p className="room-no-touch">{own.none}</p> : <p>{own.askFirst}</p>}
      <ul className="room-touches" aria-live="polite">
        {touchKinds.map((kind) => (
          <OneKind key={kind} kind={kind} touch={now.touch[kind]} onNarrow={press} />
        ))}
      </ul>
      {!isNone && press && <Button onPress={() => press('touch')}>{own.noTouchAtAll}</Button>}
      <RoomRecording recording={now.recording} onNarrow={press} />
      <Rehearsed rehearsed={now.rehearsed} />
    </>
  )
}

type OnNarrow = { onNarrow: ((part: string) => void) | undefined }
type KindProps = OnNarrow & { kind: TouchKind; touch: TouchNow['touch'][TouchKind] }

function OneKind({ kind, touch, onNarrow }: KindProps) {
  const own = useWords(words)
  const place = usePlace()
  const { takenBackAt } = touch
  return (
    <li>
      <span>
        <strong>{own.touch[kind]}</strong>{' '}
        {takenBackAt === null
          ? touchSaid(own, touch)
          : fill(own.takenBack, { time: formatDate(takenBackAt, place, 'time') })}
      </span>
      {isTouch(touch) && onNarrow && (
        <Button
          size="small"
          label={fill(own.noMoreOf, { what: own.touch[kind] })}
          onPress={() => onNarrow(`touch:${kind}`)}
        >
          {own.noMore}
        </Button>
      )}
    </li>
  )
}

function RoomRecording({ recording, onNarrow }: OnNarrow & Pick<TouchNow, 'recording'>) {
  const own = useWords(words)
  if (recording.answer === 'no') return <p>{own.noRecording}</p>
  return (
    <div className="room-recording">
      <p>
        <strong>{own.recording}</strong> {own.recordings[recording.answer]}
      </p>
      {onNarrow && (
        <Button size="small" onPress={() => onNarrow('recording')}>
          {own.stopRecording}
        </Button>
      )}
    </div>
  )
}

function Rehearsed({ rehearsed }: Pick<TouchNow, 'rehearsed'>) {
  const own = useWords(words)
  const place = usePlace()
  if (!rehearsed) return <StatusMark state="waiting">{own.notRehearsed}</StatusMark>
  const values = { day: formatDate(rehearsed.at, place, 'date'), name: rehearsed.withName }
  return <p className="room-quiet">{fill(own.rehearsed, values)}</p>
}

const useNarrowing =
  ({ outbox, room, now }: RoomNow) =>
  (part: string): void =>
    void outbox.put(narrowTouch, {
      id: newId(),
      sessionId: room.session.id,
      part,
      heardAt: isoOf(now),
    })

const noTouch = nothingChosen.touch.hand

/** The server's word, and what this device heard since: a "no" that waits for a network, or was refused, is a no. */
function saidHere(told: TouchNow, { taken, waiting, refused }: Outbox): TouchNow {
  const ending = narrowTouch.path.slice(narrowTouch.path.lastIndexOf('/'))
  const heard = [...taken, ...waiting, ...refused].filter(({ path }) => path.endsWith(ending))
  const heardAt = (...parts: string[]): number | undefined => {
    const found = heard.find(({ input }) => 'part' in input && parts.includes(String(input.part)))?.input
    return found && 'heardAt' in found ? Date.parse(String(found.heardAt)) : undefined
  }
  const one = (kind: TouchKind) => {
    const at = heardAt('touch', `touch:${kind}`)
    const known = told.touch[kind]
    return at === undefined || !isTouch(known) ? known : { ...noTouch, takenBackAt: at }
  }
  const recordingAt = heardAt('recording')
  return {
    ...told,
    touch: { hand: one('hand'), shoulder: one('shoulder'), blanket: one('blanket') },
    recording: recordingAt === undefined ? told.recording : { answer: 'no', takenBackAt: recordingAt },
  }
}
