import { chapters, coded, wordsOfValue, type Chapter, type Label } from './chapters.ts'
import {
  endedPapers,
  noLongerHeld,
  replacedAnswers,
  takenBack,
  type RecordRows,
  type Row,
  type Withheld,
} from './export.ts'

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

/** Columns that hold a moment, whose names do not say so. */
const moments: ReadonlySet<string> = new Set<Label>(['valid_until', 'until', 'due_by'])

const known = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

function said(value: unknown, label: Label, { words, moment }: Book): string {
  if (label === 'item') return (value as { readonly coded: { readonly text: string } }).coded.text
  if (label === 'before' || label === 'after')
    return Object.values(value as Row)
      .map((part) => (known(part) ? String(part) : '–'))
      .join(' · ')
  if (label.endsWith('_at') || moments.has(label)) return moment(String(value))
  if (coded.has(label)) return wordsOfValue(words.values, label, value) ?? String(value)
  return String(value)
}

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
  const gone = goneIn(chapter, rows, book)
  const entries = rows.map((row) =>
    gone.has(row['id'])
      ? `<li><p><strong>${escaped(book.words.gone)}</strong></p>${entryOf(row, chapters[chapter], book)}</li>`
      : `<li>${entryOf(row, chapters[chapter], book)}</li>`,
  )
  return `<section><h2>${escaped(book.words.chapters[chapter])}</h2><ol>${entries.join('')}</ol></section>`
}

function goneIn(chapter: Chapter, rows: readonly Row[], book: Book): ReadonlySet<unknown> {
  if (chapter === 'instrument_response') return replacedAnswers(rows)
  if (chapter === 'paper_consent') return endedPapers(book.rows)
  return chapter === 'journey_brought' ? takenBack(book.rows) : noLongerHeld(rows)
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
      withheld.map(
        ({ table, reason }) => `${nameOf(table, book)}: ${reason[words.language === 'es' ? 'es' : 'en']}`,
      ),
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
