import { usePlace, useWords } from '../../i18n/LanguageProvider.tsx'
import { fill } from '../../i18n/fill.ts'
import { formatDate, formatNumber } from '../../i18n/format.ts'
import { type Column, DataTable } from '../DataTable.tsx'
import {
  earlierIn,
  livedDepartures,
  livedDoses,
  plannedDoses,
  type ThreadLine,
  type ThreadView,
} from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Row = {
  readonly key: string
  readonly at: number
  /** In place of the date: one that is not known to the day. */
  readonly when?: string
  readonly what: string
  readonly value: string
}

/** Everything that is drawn, by date, as figures and words. */
export function ThreadTable({ view, lines }: { view: ThreadView; lines: readonly ThreadLine[] }) {
  const said = useWords(words)
  const place = usePlace()
  const rows = useRows(view, lines)
  const columns: readonly Column<Row>[] = [
    { key: 'when', words: said.table.when, cell: ({ at, when }) => when ?? formatDate(at, place, 'date') },
    { key: 'what', words: said.table.what, cell: ({ what }) => what },
    { key: 'value', words: said.table.value, cell: ({ value }) => value },
  ]
  return <DataTable caption={said.table.caption} columns={columns} rows={rows} rowKey={({ key }) => key} />
}

/** Those elsewhere by their own date; those here by their number, which is not the first of all where others are known. */
function useJourneys(view: ThreadView): readonly Row[] {
  const { table, journeyNumber, journeyHere } = useWords(words)
  const elsewhere = earlierIn(view)
  const named = elsewhere.length > 0 ? journeyHere : journeyNumber
  const brought = elsewhere.map(({ id, at, when }): Row => ({
    key: id,
    at,
    when,
    what: table.elsewhere,
    value: '',
  }))
  const given = livedDoses(view).map(({ id, at }, place): Row => ({
    key: id,
    at,
    what: fill(named, { n: place + 1, all: place + 1 + elsewhere.length }),
    value: '',
  }))
  return [...brought, ...given]
}

function useRows(view: ThreadView, lines: readonly ThreadLine[]): readonly Row[] {
  const { picture, table } = useWords(words)
  const { language } = usePlace()
  const journeys = useJourneys(view)
  const planned = plannedDoses(view).map(({ id, at }): Row => ({
    key: id,
    at,
    what: table.planned,
    value: '',
  }))
  const scored = lines.flatMap((line) =>
    line.points.map(({ at, status, value }): Row => {
      const kept = status === 'skipped' ? table.skipped : picture.kept
      const shown = status === 'given' && value !== undefined ? formatNumber(value, language) : kept
      return { key: `${line.id} ${at}`, at, what: line.label, value: shown }
    }),
  )
  const written = view.words.map(({ id, at, kind, text }): Row => ({
    key: id,
    at,
    what: picture.rows[kind],
    value: text ?? picture.kept,
  }))
  const agreed = view.ahead.map(({ at, label }): Row => ({
    key: `${label} ${at}`,
    at,
    what: label,
    value: '',
  }))
  const left = livedDepartures(view).map(({ id, at, label }): Row => ({
    key: `left ${id}`,
    at,
    what: label,
    value: '',
  }))
  return [...journeys, ...left, ...planned, ...scored, ...written, ...agreed].toSorted(
    (one, other) => one.at - other.at,
  )
}
