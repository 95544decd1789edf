import { around } from './box.ts'
import { type Label, lineHeight } from './label.ts'
import { widthOf, wrap } from './letters.ts'
import { type Link, link, tracksBelow } from './links.ts'
import { placeTitle } from './rowTitle.ts'
import type { Sheet } from './sheet.ts'
import { inTime, type ThreadWord, type ThreadWordKind } from './view.ts'

export type WordMark = {
  readonly id: string
  readonly kind: ThreadWordKind
  readonly x: number
  readonly y: number
  readonly done: boolean
  /** A lock stands where the words would. */
  readonly locked: boolean
}

export type WordRows = {
  readonly marks: readonly WordMark[]
  readonly links: readonly Link[]
  readonly bottom: number
}

const order: readonly ThreadWordKind[] = ['intention', 'insight', 'exercise', 'change']
const deepest = 4
const narrowest = 112

type Set = {
  readonly word: ThreadWord
  readonly x: number
  readonly lines: readonly string[]
  readonly width: number
}
type Row = {
  readonly kind: ThreadWordKind
  readonly bottom: number
  readonly marks: readonly WordMark[]
  readonly tracks: ReadonlyMap<string, number>
}

/** What arose, in the order in which one thing comes of another: each kind has its row, and leads down to the next. */
export function wordRows(sheet: Sheet, top: number): WordRows {
  const rows: Row[] = []
  let y = top
  for (const kind of order) {
    const words = inTime(sheet.view.words.filter((word) => word.kind === kind && word.at <= sheet.view.now))
    if (words.length === 0) continue
    const { tracks, count } = tracksBelow(words, sheet.view.words, (word) => placeOf(sheet, word))
    const row = wordRow(sheet, kind, { words, top: y })
    rows.push({ ...row, tracks })
    y = row.bottom + (sheet.compact ? 14 : 20) + count * trackHeight
  }
  return { marks: rows.flatMap(({ marks }) => marks), links: linksOf(sheet, rows), bottom: y }
}

const trackHeight = 6

function wordRow(
  sheet: Sheet,
  kind: ThreadWordKind,
  { words, top }: { words: readonly ThreadWord[]; top: number },
) {
  const titled = placeTitle(sheet, { name: sheet.words.rows[kind], detail: '' }, top - 2)
  const set = words.map((word, place) => setWords(sheet, word, words[place + 1]))
  const lanes = lanesOf(set)
  const laneHeight = Math.max(1, ...set.map(({ lines }) => lines.length)) * lineHeight(sheet.size + 1) + 8
  const marks = set.map(({ word, x }, place): WordMark => {
    const y = top + 12 + lanes[place]! * laneHeight
    return { id: word.id, kind, x, y, done: word.done ?? kind === 'change', locked: word.private }
  })
  for (const mark of marks) sheet.placer.take(around(mark.x, mark.y, 9))
  set.forEach(({ lines, word }, place) => {
    const { x, y } = marks[place]!
    if (lines.length > 0) sheet.placer.place(wordLabel(sheet, { lines, word, x, y }))
  })
  const used = 1 + Math.max(0, ...lanes)
  return { kind, marks, bottom: Math.max(titled, top + used * laneHeight) }
}

type Placed = { lines: readonly string[]; word: ThreadWord; x: number; y: number }

const wordLabel = (sheet: Sheet, { lines, word, x, y }: Placed): Label => ({
  lines,
  x: x + 16,
  y: y + sheet.size * 0.34,
  anchor: 'start',
  size: wordSize(sheet, word),
  face: word.text === undefined ? 'sans' : 'serif',
  tone: word.text === undefined ? 'soft' : 'ink',
})

/** The serif looks smaller than the sans at the same size. */
const wordSize = (sheet: Sheet, word: ThreadWord): number => sheet.size + (word.text === undefined ? 0 : 1)

const placeOf = (sheet: Sheet, word: ThreadWord): number =>
  Math.min(sheet.scale.x(word.at), sheet.width - 130)

/** Own words are set as wide as their neighbour and today's line allow, in four lines at most; the story has them whole. */
function setWords(sheet: Sheet, word: ThreadWord, next: ThreadWord | undefined): Set {
  const x = placeOf(sheet, word)
  const toNext = next ? placeOf(sheet, next) - x - 34 : 220
  const toNow = sheet.scale.now - x - 26
  const free = Math.min(toNext, toNow < narrowest ? 220 : toNow)
  const width = Math.min(Math.max(narrowest, Math.min(220, free)), sheet.width - x - 22)
  const size = wordSize(sheet, word)
  const face = word.text === undefined ? 'sans' : 'serif'
  const lines = wrap(word.text ?? sheet.words.kept, { width, lines: sheet.compact ? 3 : 4, size, face })
  return { word, x, lines, width: Math.max(...lines.map((line) => widthOf(line, size, face)), 0) + 16 }
}

/**
 * A lane below every label that still spans this place, so that the line going down from here crosses none of its own
 * row; where that would go too deep, the first lane with room.
 */
function lanesOf(set: readonly Set[]): readonly number[] {
  const ends: number[] = []
  return set.map(({ x, width }) => {
    const isFree = (lane: number) => (ends[lane] ?? -Infinity) <= x - 10
    const clear = ends.findLastIndex((end) => end > x - 10) + 1
    const first = [0, 1, 2, 3, 4].find(isFree) ?? deepest
    const lane = clear <= 2 ? clear : first
    ends[lane] = x + width
    return lane
  })
}

function linksOf(sheet: Sheet, rows: readonly Row[]): readonly Link[] {
  const placed = new Map(
    rows.flatMap((row, place) => row.marks.map((mark) => [mark.id, { ...mark, row: place }] as const)),
  )
  return sheet.view.words.flatMap((word) => {
    const end = placed.get(word.id)
    if (!end) return []
    return word.from.flatMap((id) => {
      const start = placed.get(id)
      const row = start && rows[start.row]
      if (!start || !row || start.row > end.row) return []
      return [link(start, end, row.bottom + 4 + (row.tracks.get(id) ?? 0) * trackHeight)]
    })
  })
}
