import { useState } from 'react'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Mark } from '../platform/ui/StatusMark.tsx'
import { pressedSince } from './alarm.ts'
import { unreadSince } from './due.ts'
import type { Crossing } from './limits.ts'
import { askedIn } from './RoomClock.tsx'
import { minutesSince, standingCrossings, watchedIn, type Reading, type RoomNow } from './roomState.web.ts'
import { say } from './said.ts'
import { WhomToCall } from './WhomToCall.tsx'
import { VitalsForm } from './VitalsForm.tsx'
import { en } from './words.room.en.ts'
import { es } from './words.room.es.ts'
import { en as alarmEn } from './words.alarm.en.ts'
import { es as alarmEs } from './words.alarm.es.ts'

const words = { en, es }
const alarmWords = { en: alarmEn, es: alarmEs }

/** The last reading with each limit beside it, and the way to the next one. */
export function RoomVitals({ state }: { state: RoomNow }) {
  const own = useWords(words)
  const [open, setOpen] = useState<'new' | Reading>()
  const last = state.readings.at(-1)
  return (
    <section aria-label={own.enterTitle} className="room-vitals">
      {state.room.can.measure && (
        <Button kind="act" size="glove" wide onPress={() => setOpen('new')}>
          {own.enterVitals}
        </Button>
      )}
      {last ? (
        <LastReading state={state} reading={last} onCorrect={() => setOpen(last)} />
      ) : (
        <p>{own.nothingTaken}</p>
      )}
      {open && (
        <VitalsForm
          state={state}
          corrects={open === 'new' ? undefined : open}
          onDone={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}

function LastReading({
  state,
  reading,
  onCorrect,
}: {
  state: RoomNow
  reading: Reading
  onCorrect: () => void
}) {
  const own = useWords(words)
  const { doseAt, room } = state
  const takenAt = Date.parse(reading.takenAt)
  const at =
    doseAt === undefined || takenAt < doseAt
      ? own.lastBefore
      : say(own.last, { n: minutesSince(doseAt, takenAt) })
  const crossings = standingCrossings(state)
  return (
    <>
      <h3 className="room-label">{at}</h3>
      <Measured reading={reading} />
      <Crossings crossings={crossings} state={state} since={pressedSince(reading.takenAt, state.taps)} />
      {room.can.measure && (
        <Button kind="link" size="small" onPress={onCorrect}>
          {own.correct}
        </Button>
      )}
    </>
  )
}

function Measured({ reading }: { reading: Reading }) {
  const own = useWords(words)
  const rows = [
    [
      own.pressure,
      reading.systolicMmHg === null ? null : `${reading.systolicMmHg} / ${reading.diastolicMmHg}`,
    ],
    [own.heartRate, reading.heartRateBpm],
    [own.spo2, reading.spo2Percent === null ? null : `${reading.spo2Percent}${own.percent}`],
    [own.respirations, reading.respirationsPerMin],
    [own.sedation, reading.sedationMoaas],
  ] as const
  return (
    <dl className="room-measured">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? <span className="room-quiet">{own.notMeasured}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}

const marks = { watch: 'waiting', call: 'stop', urgent: 'stop' } as const

type CrossingsProps = {
  crossings: readonly Crossing[]
  state: RoomNow
  since: ReturnType<typeof pressedSince>
}

function Crossings({ crossings, state, since }: CrossingsProps) {
  const own = useWords(words)
  const alarm = useWords(alarmWords)
  const { plan } = state.room
  if (!plan) return null
  if (crossings.length === 0 && since)
    return (
      <p className="room-within">
        <Mark state="stop" /> {alarm.since[since]}
      </p>
    )
  if (crossings.length === 0) return <Within state={state} />
  return (
    <div className="room-alarm" role={crossings[0]?.level === 'urgent' ? undefined : 'alert'}>
      <ul className="room-crossings">
        {crossings.map(({ limit, level, value }) => (
          <li key={limit}>
            <Mark state={marks[level]} />
            <span>
              <strong>{own.level[level]}</strong>{' '}
              {say(own.limit[limit], { value, at: plan.limits[limit][level] ?? '' })}
              <small>
                {' '}
                {plan.limits[limit].rule}
                {plan.limits[limit].tag === 'PD' && `, ${own.setting}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
      <Again state={state} />
      <WhomToCall room={state.room} level={crossings[0]?.level ?? 'watch'} />
    </div>
  )
}

/** Nothing was crossed then; while readings are missed that is no good news any more. */
function Within({ state }: { state: RoomNow }) {
  const own = useWords(words)
  const watched = watchedIn(state)
  const since = watched && unreadSince(watched, state.now)
  return (
    <p className="room-within">
      <Mark state={since === undefined ? 'met' : 'waiting'} />{' '}
      {since === undefined ? own.within : say(own.withinOnce, { n: minutesSince(since, state.now) })}
    </p>
  )
}

/** When it is measured again: what the clock says, in the same words. */
function Again({ state }: { state: RoomNow }) {
  const own = useWords(words)
  if (watchedIn(state)?.endedAt !== null) return null
  return <p>{askedIn(own, state)?.words}</p>
}

/** When a reading was taken, as this place tells time. */
export function ReadingTime({ reading }: { reading: Pick<Reading, 'takenAt'> }) {
  const place = usePlace()
  return <time dateTime={reading.takenAt}>{formatDate(Date.parse(reading.takenAt), place, 'time')}</time>
}
