import { digest } from '../platform/crypto/digest.ts'
import { csvOf } from './csv.ts'
import { forms } from './forms.content.ts'
import { bundleOf, type Told } from './record.fhir.ts'

export const formats = ['fhir', 'csv'] as const
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

type Record = Omit<Told, 'forms'>

const makers: Readonly<{ [Kind in Format]: (record: Record) => Made[] }> = {
  fhir: (record) => {
    const bundle = bundleOf({ ...record, forms })
    return [{ name: 'record.json', text: JSON.stringify(bundle, null, 1), rows: bundle.entry.length }]
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
