import { instrumentAt } from '../instrument/library.content.ts'
import { instant } from '../kernel/instant.ts'
import { digest } from '../platform/crypto/digest.ts'
import { formatDate, type Place } from '../platform/i18n/format.ts'
import { bookOf } from './book.ts'
import { csvOf } from './csv.ts'
import { rowsIn, type RecordRows } from './export.ts'
import { bundleOf, type Told } from './record.fhir.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

export const formats = ['fhir', 'book', 'csv'] as const
export type Format = (typeof formats)[number]

export const isFormat = (format: string): format is Format => (formats as readonly string[]).includes(format)

interface Made {
  readonly name: string
  readonly text: string
  readonly rows: number
}
export interface RecordFile extends Made {
  readonly sha256: string
}

type Record = Omit<Told, 'instrumentAt'>

/** Told in the person's own language, by the clock where they live. */
function placeOf(rows: RecordRows): Place {
  const [person] = rows['person'] ?? []
  return {
    language: person?.['language'] === 'es' ? 'es' : 'en',
    timeZone: String(person?.['time_zone'] ?? 'UTC'),
  }
}

const makers: Readonly<{ [Kind in Format]: (record: Record) => Made[] }> = {
  fhir: (record) => {
    const bundle = bundleOf({ ...record, instrumentAt })
    return [{ name: 'record.json', text: JSON.stringify(bundle, null, 1), rows: bundle.entry.length }]
  },
  book: ({ rows, withheld, at }) => {
    const place = placeOf(rows)
    const moment = (iso: string) =>
      `${formatDate(instant(iso), place)}, ${formatDate(instant(iso), place, 'time')}`
    const words = place.language === 'es' ? es : en
    const text = bookOf({ rows, withheld, words, moment, day: formatDate(at, place) })
    return [{ name: 'record.html', text, rows: rowsIn(rows) }]
  },
  csv: ({ rows }) =>
    Object.entries(rows).map(([table, kept]) => ({
      name: `${table}.csv`,
      text: csvOf(kept),
      rows: kept.length,
    })),
}

/** A record as files, each with its hash and how many rows it holds. */
export const filesOf = (format: Format, record: Record): RecordFile[] =>
  makers[format](record).map((file) => ({ ...file, sha256: digest(file.text).toString('hex') }))
