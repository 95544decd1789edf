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

type Alarm = Board['coming'][number]['alarms'][number]

/** An emergency that stands in the room of this row, for someone who is elsewhere: what, and since when. It is read out as it comes. */
export function BoardAlarm({ alarms }: { alarms: readonly Alarm[] }) {
  return (
    <div role="alert" className="tl-board-alarms">
      {alarms.map((alarm) => (
        <StatusMark key={alarm.why === 'limit' ? alarm.limit : alarm.why} state="stop">
          <Said alarm={alarm} /> <Seen seen={alarm.seen} />
        </StatusMark>
      ))}
    </div>
  )
}

/** What was pressed in the room, and nothing more: not that anyone is with them. */
function Seen({ seen }: Pick<Alarm, 'seen'>) {
  const { alarm: own } = useWords(words).board
  const place = usePlace()
  if (!seen) return own.notSeen
  return fill(own.seen, { name: seen.byName, at: formatDate(seen.at, place, 'time') })
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
