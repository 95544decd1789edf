import { instant, type Instant } from '../kernel/instant.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { DataTable, type Column } from '../platform/ui/DataTable.tsx'
import { standing } from './facts.ts'
import { minutesSince, type Reading, type Room } from './roomState.web.ts'
import { en } from './words.session.en.ts'
import { es } from './words.session.es.ts'

const words = { en, es }
const notTaken = '–'

type Props = { room: Room; doseAt: Instant | null }

/** Each reading as it stands, oldest first, by the wall and by the minute since the dose. */
export function SessionVitals({ room, doseAt }: Props) {
  const own = useWords(words)
  const columns = useColumns(doseAt)
  const readings = standing(room.readings).toSorted((a, b) => instant(a.takenAt) - instant(b.takenAt))
  return (
    <section className="session-part">
      <h2>{own.vitals}</h2>
      <DataTable
        caption={own.vitals}
        hideCaption
        rows={readings}
        rowKey={({ id }) => id}
        empty={<p>{own.noVitals}</p>}
        columns={columns}
      />
    </section>
  )
}

function useColumns(doseAt: Instant | null): readonly Column<Reading>[] {
  const own = useWords(words)
  const place = usePlace()
  const figure = (
    key: 'heartRateBpm' | 'spo2Percent' | 'respirationsPerMin' | 'sedationMoaas',
    said: string,
  ): Column<Reading> => ({ key, words: said, figures: true, cell: (reading) => reading[key] ?? notTaken })
  return [
    {
      key: 'when',
      words: own.when,
      cell: ({ takenAt, doubt }) =>
        formatDate(instant(takenAt), place, 'time') + (doubt ? ` (${own.doubt[doubt]})` : ''),
    },
    {
      key: 'minute',
      words: own.minute,
      figures: true,
      cell: ({ takenAt }) => (doseAt === null ? notTaken : minutesSince(doseAt, instant(takenAt))),
    },
    {
      key: 'pressure',
      words: own.pressure,
      figures: true,
      cell: ({ systolicMmHg, diastolicMmHg }) =>
        systolicMmHg === null ? notTaken : `${systolicMmHg}/${diastolicMmHg}`,
    },
    figure('heartRateBpm', own.heartRate),
    figure('spo2Percent', own.spo2),
    figure('respirationsPerMin', own.respirations),
    figure('sedationMoaas', own.sedation),
  ]
}
