import { instant, type Instant } from '../kernel/instant.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { DataTable } from '../platform/ui/DataTable.tsx'
import { beforeDose, raisedIn } from './alarm.ts'
import { isAnswer, standing, type Doubt, type EventCode } from './facts.ts'
import { minutesSince, type Room } from './roomState.web.ts'
import { en as roomEn } from './words.room.en.ts'
import { es as roomEs } from './words.room.es.ts'
import { en } from './words.session.en.ts'
import { es } from './words.session.es.ts'

const words = { en: { ...en, room: roomEn }, es: { ...es, room: roomEs } }

type Props = { room: Room; doseAt: Instant | null }

interface Row {
  readonly id: string
  readonly at: string
  readonly what: string
  readonly doubt: Doubt | null
}

/** What was measured and could not wait, what was tapped and rated, in the order in which it happened. */
function useRows({ room, doseAt }: Props): readonly Row[] {
  const own = useWords(words)
  const readings = standing(room.readings)
  const before = beforeDose({ readings, doseAt: doseAt ?? undefined })
  return [
    ...raisedIn({ readings, limits: room.plan?.limits, before }).map(({ id, at, limit, value, from }) => ({
      id,
      at,
      what: fill(own.room.emergencyRow, { what: fill(own.room.limit[limit], { value, at: from }) }),
      doubt: null,
    })),
    ...standing(room.events).map(({ id, occurredAt, code, byName, doubt }) => ({
      id,
      at: occurredAt,
      what: (own.room.events[code as EventCode] ?? code) + (isAnswer(code) ? `, ${byName}` : ''),
      doubt,
    })),
    ...standing(room.distress).map(({ id, ratedAt, rating, doubt }) => ({
      id,
      at: ratedAt,
      what: fill(own.distress, { rating }),
      doubt,
    })),
  ].toSorted((one, other) => instant(one.at) - instant(other.at))
}

/** The good as well as the hard, and the emergencies with who answered them. */
export function SessionNoted({ room, doseAt }: Props) {
  const own = useWords(words)
  const place = usePlace()
  const rows = useRows({ room, doseAt })
  return (
    <section className="session-part">
      <h2>{own.noted}</h2>
      <DataTable
        caption={own.noted}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id}
        empty={<p>{own.nothingNoted}</p>}
        columns={[
          {
            key: 'when',
            words: own.when,
            cell: ({ at, doubt }) =>
              formatDate(instant(at), place, 'time') + (doubt ? ` (${own.doubt[doubt]})` : ''),
          },
          {
            key: 'minute',
            words: own.minute,
            figures: true,
            cell: ({ at }) => (doseAt === null ? '–' : minutesSince(doseAt, instant(at))),
          },
          { key: 'what', words: own.what, cell: ({ what }) => what },
        ]}
      />
    </section>
  )
}
