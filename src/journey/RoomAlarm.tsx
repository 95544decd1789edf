import { useEffect, useRef, useState } from 'react'
import { isoOf } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { useKept } from '../platform/offline/useKept.web.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Mark } from '../platform/ui/StatusMark.tsx'
import { readPreparation } from '../preparation/preparation.contract.ts'
import type { Alarm } from './alarm.ts'
import { EmergencyCard } from './EmergencyCard.tsx'
import type { EventCode } from './facts.ts'
import { recordEvent } from './room.contract.ts'
import { standingAlarms, type RoomNow } from './roomState.web.ts'
import { say } from './said.ts'
import { WhomToCall } from './WhomToCall.tsx'
import { en } from './words.alarm.en.ts'
import { es } from './words.alarm.es.ts'
import { en as roomEn } from './words.room.en.ts'
import { es as roomEs } from './words.room.es.ts'

const words = { en, es }
const roomWords = { en: roomEn, es: roomEs }

/** What nobody may overlook: before everything else in the room, wherever one has scrolled to, until someone has seen it. */
export function RoomAlarm({ state }: { state: RoomNow }) {
  const own = useWords(words)
  const [seen, see] = useState<readonly string[]>([])
  const { room } = state
  const open =
    room.session.phase === 'closed' ? [] : standingAlarms(state).filter(({ key }) => !seen.includes(key))
  const stop = open.filter(({ why }) => why === 'stop-word')
  const urgent = open.filter(({ why }) => why !== 'stop-word')
  const place = useFocusOn(open.map(({ key }) => key).join())
  const done = (which: readonly Alarm[], code: EventCode) => {
    see([...seen, ...which.map(({ key }) => key)])
    if (!room.can.observe) return
    const fact = { id: newId(), sessionId: room.session.id, corrects: null, struck: false }
    void state.outbox.put(recordEvent, { ...fact, code, occurredAt: isoOf(state.now) })
  }
  return (
    <section className="room-alarms" role="alert" aria-label={own.title} tabIndex={-1} ref={place}>
      {urgent.length > 0 && (
        <Urgent alarms={urgent} state={state} onSeen={() => done(urgent, 'alarm-seen')} />
      )}
      {stop.length > 0 && (
        <Stop courseId={room.session.courseId} onSeen={() => done(stop, 'stop-answered')} />
      )}
    </section>
  )
}

/** The focus goes there when something new is raised; a form that is open keeps it until it is closed. */
function useFocusOn(raised: string) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (raised === '') return undefined
    const look = setInterval(() => {
      if (document.querySelector('dialog[open]')) return
      clearInterval(look)
      place.current?.focus({ preventScroll: true })
    }, 150)
    return () => clearInterval(look)
  }, [raised])
  return place
}

type UrgentProps = { alarms: readonly Alarm[]; state: RoomNow; onSeen: () => void }

function Urgent({ alarms, state: { room }, onSeen }: UrgentProps) {
  const own = useWords(words)
  const roomOwn = useWords(roomWords)
  const said = (alarm: Alarm): string => {
    if (alarm.why === 'not-answering' || alarm.why === 'symptom') return own[alarm.why]
    if (alarm.why !== 'limit') return ''
    const at = room.plan?.limits[alarm.limit].urgent ?? ''
    return say(own.limit, { what: say(roomOwn.limit[alarm.limit], { value: alarm.value, at }) })
  }
  return (
    <div className="room-alarm-now">
      <Mark state="stop" />
      <div>
        {alarms.map((alarm) => (
          <p key={alarm.key}>
            <strong>{said(alarm)}</strong>
          </p>
        ))}
      </div>
      <div className="room-alarm-acts">
        <WhomToCall room={room} level="urgent" />
        <EmergencyCard room={room} label={own.openCard} />
        <Button size="glove" onPress={onSeen}>
          {own.seen}
        </Button>
      </div>
    </div>
  )
}

/** What they and we agreed on is done at once; how it is said is theirs. */
function Stop({ courseId, onSeen }: { courseId: string; onSeen: () => void }) {
  const own = useWords(words)
  const { data } = useKept(readPreparation, { courseId })
  const signals = [data?.stop?.word, data?.stop?.gesture].filter((one) => one !== undefined && one !== '')
  return (
    <div className="room-alarm-now">
      <Mark state="stop" />
      <div>
        <p>
          <strong>{own.stop}</strong>
        </p>
        <p>{own.stopSteps}</p>
        {signals.length > 0 && <p>{say(own.stopAgreed, { signal: signals.join(', ') })}</p>}
      </div>
      <div className="room-alarm-acts">
        <Button size="glove" onPress={onSeen}>
          {own.stopped}
        </Button>
      </div>
    </div>
  )
}
