import { formatDate } from '../platform/i18n/format.ts'
import { fill } from '../platform/i18n/fill.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { en as limitsEn } from '../journey/words.limit.en.ts'
import { es as limitsEs } from '../journey/words.limit.es.ts'
import type { Board } from './board.contract.ts'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }
const limitWords = { en: limitsEn, es: limitsEs }

type Coming = Board['coming'][number]
type Alarm = Coming['alarms'][number]
type Before = Coming['alarmsBefore']

/** An emergency that stands in the room of this row, for someone who is elsewhere: what, and since when. It is read out as it comes. */
export function BoardAlarm({ alarms, before }: { alarms: readonly Alarm[]; before: Before }) {
  return (
    <>
      <div role="alert" className="tl-board-alarms">
        {alarms.map((alarm) => (
          <StatusMark key={alarm.why === 'limit' ? alarm.limit : alarm.why} state="stop">
            <Said alarm={alarm} />
          </StatusMark>
        ))}
        {alarms.length > 0 && <Seen alarms={alarms} />}
      </div>
      <Earlier before={before} />
    </>
  )
}

/** What was pressed in the room, and nothing more: not that anyone is with them. */
function Seen({ alarms }: { alarms: readonly Alarm[] }) {
  const { alarm: own } = useWords(words).board
  const place = usePlace()
  const [seen] = alarms.map((alarm) => alarm.seen)
  if (!seen || alarms.some((alarm) => alarm.seen === null)) return <p>{own.notSeen}</p>
  return <p>{fill(own.seen, { name: seen.byName, at: formatDate(seen.at, place, 'time') })}</p>
}

/** What does not stand any more was an emergency all the same. */
function Earlier({ before }: { before: Before }) {
  const { alarm: own } = useWords(words).board
  const { limit } = useWords(limitWords)
  const place = usePlace()
  if (before.length === 0) return null
  return (
    <ul className="tl-quiet-words">
      {before.map((one) => (
        <li key={`${one.limit} ${one.since}`}>
          {fill(own.earlier, {
            what: fill(limit[one.limit], { value: one.value, at: one.at }),
            since: formatDate(one.since, place, 'time'),
          })}
        </li>
      ))}
    </ul>
  )
}

function Said({ alarm }: { alarm: Alarm }) {
  const { alarm: own } = useWords(words).board
  const { limit } = useWords(limitWords)
  const place = usePlace()
  const since = formatDate(alarm.since, place, 'time')
  if (alarm.why !== 'limit') return fill(own[alarm.why], { since })
  const what = fill(limit[alarm.limit], { value: alarm.value, at: alarm.at })
  return fill(own.limit, { what, since })
}
