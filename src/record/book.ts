import { noLongerHeld, type RecordRows, type Row, type Withheld } from './export.ts'

/** What the book tells, in the order of the arc: for each table its moment, and the columns that say something to a reader. */
const chapters = {
  person: [
    'created_at',
    'given_name',
    'family_name',
    'called_by',
    'birth_date',
    'phone',
    'email',
    'address_line',
    'city',
    'state',
    'postal_code',
  ],
  history_item: ['received_at', 'item'],
  history_statement: ['said_at', 'question', 'answer', 'on_date', 'note'],
  clearance: ['decided_at', 'decision', 'reason', 'conditions', 'valid_until'],
  consent_signature: ['signed_at', 'document_id', 'document_version', 'printed_name'],
  consent_withdrawal: ['withdrawn_at', 'part'],
  course: ['begun_at', 'protocol_id', 'ended_at'],
  course_review: ['reviewed_at', 'decision', 'reason', 'farewell', 'next_review_at'],
  intention: ['said_at', 'words'],
  belief: ['said_at', 'words'],
  comfort: ['said_at', 'helps', 'hinders'],
  stop_signal: ['said_at', 'word', 'gesture'],
  instrument_response: ['answered_at', 'instrument_id', 'total'],
  suicide_check: ['asked_at', 'answer'],
  safety_plan: [
    'made_at',
    'warning_signs',
    'on_my_own',
    'people_and_places',
    'people_to_ask',
    'professionals',
    'surroundings',
  ],
  dose_order: ['signed_at', 'product', 'form', 'route', 'label_mg', 'base_mg', 'doses', 'valid_until'],
  journey_session: ['planned_at', 'number', 'phase', 'room'],
  dose: ['given_at', 'product', 'form', 'route', 'label_mg', 'base_mg'],
  vital_reading: [
    'taken_at',
    'systolic_mmhg',
    'diastolic_mmhg',
    'heart_rate_bpm',
    'spo2_percent',
    'respirations_per_min',
  ],
  distress_rating: ['rated_at', 'rating'],
  discharge: ['discharged_at', 'override_reason'],
  ride_home: ['named_at', 'name', 'phone'],
  insight: ['arisen_at', 'words'],
  insight_meaning: ['found_at', 'words'],
  exercise: ['begun_at', 'words'],
  exercise_log: ['logged_at', 'outcome', 'words'],
  change_noticed: ['noticed_at', 'words'],
} as const

type Chapter = keyof typeof chapters
type Label = (typeof chapters)[Chapter][number]

export interface BookWords {
  readonly language: string
  readonly title: string
  readonly lead: string
  readonly made: string
  readonly gone: string
  readonly elsewhere: string
  readonly elsewhereLead: string
  readonly withheld: string
  readonly withheldLead: string
  readonly chapters: Readonly<Record<Chapter, string>>
  readonly labels: Readonly<Record<Label, string>>
  /** Words for what is kept as a code; any other text is somebody's own and stays as it is. */
  readonly values: Readonly<Record<string, string>>
}

export interface Book {
  readonly rows: RecordRows
  readonly withheld: readonly Withheld[]
  readonly words: BookWords
  /** The day the book was made, in words. */
  readonly day: string
  /** A moment in words, where the person lives. */
  readonly moment: (iso: string) => string
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => signs[sign]!)

/** Columns that hold a code; the words of all others are somebody's own. */
const coded: ReadonlySet<string> = new Set([
  'decision',
  'phase',
  'product',
  'form',
  'route',
  'outcome',
  'answer',
  'part',
])

function said(value: unknown, label: Label, { words, moment }: Book): string {
  if (label === 'item') return (value as { readonly coded: { readonly text: string } }).coded.text
  if (/_at$|^valid_until$/.test(label)) return moment(String(value))
  if (coded.has(label)) return words.values[String(value)] ?? String(value)
  return String(value)
}

const known = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

function entryOf(row: Row, labels: readonly Label[], book: Book): string {
  const lines = labels
    .filter((label) => known(row[label]))
    .map(
      (label) =>
        `<dt>${escaped(book.words.labels[label])}</dt><dd>${escaped(said(row[label], label, book))}</dd>`,
    )
  return `<dl>${lines.join('')}</dl>`
}

function chapterOf(chapter: Chapter, book: Book): string {
  const rows = book.rows[chapter] ?? []
  if (rows.length === 0) return ''
  const gone = noLongerHeld(rows)
  const entries = rows.map((row) =>
    gone.has(row['id'])
      ? `<li><p><strong>${escaped(book.words.gone)}</strong></p>${entryOf(row, chapters[chapter], book)}</li>`
      : `<li>${entryOf(row, chapters[chapter], book)}</li>`,
  )
  return `<section><h2>${escaped(book.words.chapters[chapter])}</h2><ol>${entries.join('')}</ol></section>`
}

const isChapter = (table: string): table is Chapter => Object.hasOwn(chapters, table)

const list = (title: string, lead: string, lines: readonly string[]): string =>
  lines.length === 0
    ? ''
    : `<section><h2>${escaped(title)}</h2><p>${escaped(lead)}</p><ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul></section>`

const nameOf = (table: string, { words }: Book): string =>
  isChapter(table) ? words.chapters[table] : table.replaceAll('_', ' ')

const style = `body{font:1rem/1.6 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
h1,h2{line-height:1.25}section{margin-top:2.5rem}ol,ul{padding:0;list-style:none}li{padding:.6rem 0;border-top:1px solid #bbb;break-inside:avoid}
dl{margin:0;display:grid;grid-template-columns:minmax(8rem,1fr) 2fr;gap:.1rem 1rem}dt{color:#555}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}`

/** One page to read and to print: no scripts, and nothing from anywhere else. */
export function bookOf(book: Book): string {
  const { words, rows, withheld } = book
  const others = Object.keys(rows).filter((table) => !isChapter(table) && (rows[table] ?? []).length > 0)
  const parts = [
    ...Object.keys(chapters)
      .filter(isChapter)
      .map((chapter) => chapterOf(chapter, book)),
    list(
      words.elsewhere,
      words.elsewhereLead,
      others.map((table) => `${nameOf(table, book)}: ${rows[table]?.length ?? 0}`),
    ),
    list(
      words.withheld,
      words.withheldLead,
      withheld.map(({ table }) => nameOf(table, book)),
    ),
  ]
  return `<!doctype html>
<html lang="${escaped(words.language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Throughline</title><style>${style}</style></head>
<body><h1>${escaped(words.title)}</h1><p>${escaped(words.lead)}</p><p>${escaped(words.made)} ${escaped(book.day)}</p>
${parts.filter((part) => part !== '').join('\n')}
</body></html>
`
}
