import { type LineRow, lineRow } from './lineRow.ts'
import type { Label } from './label.ts'
import { type PictureOptions, type Sheet, sheetFor, soft } from './sheet.ts'
import { type ThreadRow, threadRow } from './threadRow.ts'
import { type Tick, ticks } from './timeScale.ts'
import type { ThreadLine, ThreadView } from './view.ts'
import { type WordRows, wordRows } from './wordRows.ts'

/** Everything there is to draw, in pixels; no name of a colour, no browser, no clock. */
export type Picture = {
  readonly width: number
  readonly height: number
  readonly from: number
  /** Where today is; a course that has ended has none. */
  readonly today: number | undefined
  readonly thread: ThreadRow
  readonly lines: readonly LineRow[]
  readonly words: WordRows
  readonly ticks: readonly Tick[]
  readonly axisY: number
  readonly labels: readonly Label[]
}

/** `lines` are those the reader has chosen to see; none is a good answer. */
export function pictureOf(view: ThreadView, lines: readonly ThreadLine[], options: PictureOptions): Picture {
  const sheet = sheetFor(view, options, lines.length > 0 ? 'lines' : 'words')
  const thread = threadRow(sheet)
  const gap = options.compact ? 8 : 16
  const top = thread.bottom + gap
  const drawn =
    options.order === 'words-first' ? wordsThenLines(sheet, lines, top) : linesThenWords(sheet, lines, top)
  const axisY = drawn.bottom + 4
  const marked = ticks(sheet.view, sheet.scale, 74)
  nameTicks(sheet, marked, axisY)
  return {
    width: options.width,
    height: axisY + lineSpace(options) + 6,
    from: sheet.scale.from,
    today: view.endedAt === undefined ? sheet.scale.now : undefined,
    thread,
    lines: drawn.lines,
    words: drawn.words,
    ticks: marked,
    axisY,
    labels: sheet.placer.labels,
  }
}

/** The room on one landscape page, A4 or Letter, below a heading and above the sentences. */
const pageShape = 0.55
const pageWidths = [1040, 1240, 1480, 1760]

/** Laid out for one page of paper: a crowded course is set wider, and so a little smaller, until it fits. */
export function printedPicture(
  view: ThreadView,
  lines: readonly ThreadLine[],
  options: Omit<PictureOptions, 'width' | 'compact'>,
): Picture {
  const drawn = (width: number) => pictureOf(view, lines, { ...options, width, compact: true })
  const fitting = pageWidths.find((width) => drawn(width).height <= width * pageShape)
  return drawn(fitting ?? pageWidths.at(-1)!)
}

type Drawn = { lines: readonly LineRow[]; words: WordRows; bottom: number }

const lineSpace = ({ size }: PictureOptions) => size * 2.9

function drawLines(
  sheet: Sheet,
  lines: readonly ThreadLine[],
  top: number,
): { rows: readonly LineRow[]; bottom: number } {
  let y = top
  const firstBand = lines.findIndex(({ band }) => band !== undefined)
  const rows = lines.map((line, place) => {
    const row = lineRow(sheet, line, { top: y, saysHatched: place === firstBand })
    y = row.bottom
    return row
  })
  return { rows, bottom: y }
}

function wordsThenLines(sheet: Sheet, lines: readonly ThreadLine[], top: number): Drawn {
  const words = wordRows(sheet, top)
  const { rows, bottom } = drawLines(sheet, lines, words.bottom)
  return { words, lines: rows, bottom }
}

function linesThenWords(sheet: Sheet, lines: readonly ThreadLine[], top: number): Drawn {
  const { rows, bottom } = drawLines(sheet, lines, top)
  const words = wordRows(sheet, bottom)
  return { words, lines: rows, bottom: words.bottom }
}

/** Week numbers, and under them the dates where there is room. */
function nameTicks(sheet: Sheet, marked: readonly Tick[], axisY: number) {
  for (const { x, week, at } of marked) {
    const text = week === 0 ? `${sheet.words.week} 0` : String(week)
    const name = { ...soft(sheet, text, { x, y: axisY + 22 }), anchor: 'middle' } as const
    sheet.placer.place(name)
    sheet.placer.place({ ...name, lines: [sheet.date(at)], y: axisY + 22 + name.size * 1.35 })
  }
}
