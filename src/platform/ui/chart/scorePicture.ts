import { around, type Box } from '../thread/box.ts'
import { boxOf, type Label, lineHeight } from '../thread/label.ts'
import { widthOf, wrap } from '../thread/letters.ts'
import { nudged, type Placer, placerWithin } from '../thread/placer.ts'
import { groundOf, type Ground, type Open } from './ground.ts'
import type { ChartMoment, ScoreView } from './view.ts'

/** The words the chart itself says. */
export type ChartWords = {
  /** A row without a name needs less room. */
  readonly doses: string
  readonly events: string
  readonly unknown: string
  readonly baseline: string
  readonly estimated: string
  readonly chance: string
}

export type ChartOptions = {
  /** In pixels of the reader's own font size. */
  readonly width: number
  readonly size: number
  readonly words: ChartWords
  /** A short date: "Oct 14". */
  readonly date: (at: number) => string
  readonly number: (value: number) => string
}

/** One score over time, with all its words in place; no name of a colour, no browser, no clock. */
export type ScorePicture = Ground & {
  readonly width: number
  readonly height: number
  readonly rings: readonly Open[]
  readonly events: readonly Open[]
  readonly ringY: number
  readonly eventY: number
  readonly openY: number
  readonly ticks: readonly number[]
  readonly axisY: number
  readonly labels: readonly Label[]
  /** What the hatching says is to be said below, for there is no room for it inside. */
  readonly chanceBelow: boolean
}

type Sheet = ChartOptions & {
  readonly view: ScoreView
  readonly ground: Ground
  readonly placer: Placer
  readonly narrow: boolean
}

const narrowBelow = 560
const row = 30

export function scorePicture(view: ScoreView, options: ChartOptions): ScorePicture {
  const narrow = options.width < narrowBelow
  const rows = rowsOf(view, narrow && options.words.doses !== '')
  const left = leftOf(view, options, narrow)
  const right = narrow ? 10 : rightOf(view, options)
  const plot: Box = {
    x: left,
    y: rows.plotY,
    width: options.width - left - right,
    height: narrow ? 190 : 240,
  }
  const ground = groundOf(view, plot)
  const page: Box = { x: 0, y: 0, width: options.width, height: 1e6 }
  const sheet: Sheet = { ...options, view, ground, narrow, placer: placerWithin(page) }
  const floor = plot.y + plot.height
  const openY = floor + 16
  const axisY = floor + (ground.open.length > 0 ? row : 4)
  for (const { x, y } of ground.spots) sheet.placer.take(around(x, y, 6))
  nameRows(sheet, { ...rows, openY })
  nameScale(sheet)
  namePoints(sheet)
  nameZones(sheet)
  nameChance(sheet)
  nameMoments(sheet, rows)
  return {
    ...ground,
    width: options.width,
    height: axisY + options.size * 1.9,
    rings: ground.doses,
    events: marksOf(sheet, 'event'),
    ringY: rows.ringY,
    eventY: rows.eventY,
    openY,
    ticks: nameTicks(sheet, axisY),
    axisY,
    labels: sheet.placer.labels,
    chanceBelow:
      ground.chance !== null && !sheet.placer.labels.some(({ lines }) => lines[0] === options.words.chance),
  }
}

type Rows = { readonly ringY: number; readonly eventY: number; readonly plotY: number }

/** A row is only there when something lies on it. On a phone it is named above itself, for there is no room beside it. */
function rowsOf({ moments }: ScoreView, named: boolean): Rows {
  const has = (kind: ChartMoment['kind']) => moments.some((moment) => moment.kind === kind)
  const high = named ? row + 14 : row
  const ringY = named ? high - 12 : 14
  const doses = has('dose') ? high : 0
  const eventY = doses + (named ? high - 12 : 14)
  return { ringY, eventY, plotY: doses + (has('event') ? high : 0) + 12 }
}

const leftOf = ({ worded }: ScoreView, { words, size }: ChartOptions, narrow: boolean): number => {
  if (narrow) return worded ? 10 : 34
  const names = [words.doses, words.events, words.unknown]
  return Math.max(...names.map((name) => widthOf(name, size, 'sans'))) + 22
}

const rightOf = ({ zones }: ScoreView, { size }: ChartOptions): number =>
  Math.max(28, ...zones.map(({ label }) => Math.min(widthOf(label, size - 1, 'sans'), 190) + 16))

const soft = (sheet: Sheet, text: string, at: { x: number; y: number }): Label => ({
  lines: [text],
  ...at,
  anchor: 'start',
  size: sheet.size - 1,
  face: 'sans',
  tone: 'soft',
})

function nameRows(sheet: Sheet, { ringY, eventY, openY }: Rows & { readonly openY: number }) {
  const { view, words, ground, narrow } = sheet
  const name = (text: string, y: number) =>
    sheet.placer.place(soft(sheet, text, { x: narrow ? ground.plot.x : 0, y: narrow ? y - 17 : y + 5 }))
  if (ground.doses.length > 0 && words.doses !== '') name(words.doses, ringY)
  if (view.moments.some(({ kind }) => kind === 'event')) name(words.events, eventY)
  if (ground.open.length === 0) return
  if (!narrow) name(words.unknown, openY)
  else nameOpen(sheet, openY)
}

/** On a phone beside the first open mark, on whichever side there is room. */
function nameOpen(sheet: Sheet, y: number) {
  for (const { x } of sheet.ground.open) sheet.placer.take(around(x, y, 7))
  const label = soft(sheet, sheet.words.unknown, { x: sheet.ground.open[0]!.x + 12, y: y + 5 })
  sheet.placer.place(label, { ...label, x: label.x - 24, anchor: 'end' })
}

/** The lowest and the highest, and where one zone passes into the next. */
function nameScale(sheet: Sheet) {
  const { view, ground, number } = sheet
  if (view.worded) return
  const borders = view.zones.map(({ from }) => from).filter((from) => from > view.min)
  const values = [view.max, view.min, ...borders]
  for (const value of new Set(values)) {
    const name = soft(sheet, number(value), { x: ground.plot.x - 8, y: ground.y(value) + 5 })
    sheet.placer.place({ ...name, anchor: 'end' })
  }
}

/** Where the zones stand wide enough beside the plot; on a phone inside it, at its right edge. */
function nameZones(sheet: Sheet) {
  const { ground, narrow } = sheet
  const end = ground.plot.x + ground.plot.width
  for (const { label, box } of ground.zones) {
    const name = soft(sheet, label, { x: narrow ? end - 5 : end + 10, y: box.y + box.height / 2 + 5 })
    const lines = wrap(label, { width: 184, lines: fitting(box, name.size), size: name.size, face: 'sans' })
    const y = name.y - ((lines.length - 1) * lineHeight(name.size)) / 2
    sheet.placer.place(...nudged({ ...name, y, lines, anchor: narrow ? 'end' : 'start' }, 22, 3))
  }
}

/** As many lines as the zone is high. */
const fitting = ({ height }: Box, size: number): number => (height > 2.6 * size ? 2 : 1)

function namePoints(sheet: Sheet) {
  const { view, ground, words, number, placer } = sheet
  if (view.worded) return
  const { baseline } = view
  for (const { point, x, y } of ground.spots.toReversed()) {
    const began = baseline !== null && point.at === baseline.at && point.value === baseline.value
    const value: Label = {
      ...soft(sheet, number(point.value), { x, y: y - 12 }),
      anchor: 'middle',
      tone: 'ink',
      strong: true,
      size: sheet.size + 1,
    }
    const placed = placer.place(
      value,
      { ...value, y: y + 25 },
      { ...value, x: x + 18 },
      { ...value, x: x - 18 },
    )
    const more = [began && words.baseline, point.estimated && words.estimated].filter(Boolean).join(', ')
    if (placed && more !== '') nameMore(sheet, boxOf(placed), more)
  }
}

/** Beside the value: right of it, and left of it where the plot ends. */
function nameMore(sheet: Sheet, beside: Box, text: string) {
  const { plot } = sheet.ground
  const name = soft(sheet, text, { x: beside.x + beside.width + 6, y: beside.y + beside.height - 4 })
  const before: Label = { ...name, x: beside.x - 6, anchor: 'end' }
  const { x, width } = boxOf(name)
  const sides = x + width > plot.x + plot.width ? [before, name] : [name, before]
  sheet.placer.place(...sides, ...nudged(sides[0]!, 30))
}

/** Does the word fit into what it names? Where it does not, it stands below the picture. */
const chanceFits = ({ ground, words, size, narrow }: Sheet): boolean =>
  !narrow && ground.chance !== null && widthOf(words.chance, size - 1, 'sans') + 24 <= ground.chance.width

function nameChance(sheet: Sheet) {
  const { chance, plot } = sheet.ground
  if (!chance || !chanceFits(sheet)) return
  const right = plot.x + plot.width - 10
  const name = soft(sheet, sheet.words.chance, { x: right, y: chance.y + chance.height - 8 })
  const end = { ...name, anchor: 'end' } as const
  const start = { ...name, x: chance.x + 10 }
  const top = chance.y + sheet.size
  sheet.placer.place(end, { ...end, y: top }, start, { ...start, y: top }, ...nudged(end, chance.height, 4))
}

const marksOf = ({ view, ground }: Sheet, kind: ChartMoment['kind']): Open[] =>
  view.moments.filter((moment) => moment.kind === kind).map(({ id, at }) => ({ id, x: ground.x(at) }))

/** Each by its own words where there is room; where there is none, the mark stays, and the table has the words. */
function nameMoments(sheet: Sheet, rows: Rows) {
  for (const kind of ['dose', 'event'] as const) {
    const y = kind === 'dose' ? rows.ringY : rows.eventY
    for (const { x } of marksOf(sheet, kind)) sheet.placer.take(around(x, y, 7))
    for (const { at, label } of sheet.view.moments.filter((moment) => moment.kind === kind)) {
      const name = soft(sheet, label, { x: sheet.ground.x(at) + 11, y: y + 5 })
      const tone: Label['tone'] = kind === 'dose' ? 'jour' : 'soft'
      sheet.placer.place({ ...name, tone }, { ...name, tone, x: name.x - 22, anchor: 'end' })
    }
  }
}

const day = 86_400_000
const steps = [1, 2, 7, 14, 28, 56, 91, 182, 365, 730, 1825]

/** Dates as far apart as they can be told apart. */
function nameTicks(sheet: Sheet, axisY: number): number[] {
  const { view, ground, date, placer } = sheet
  const apart = sheet.narrow ? 92 : 104
  const perDay = (ground.plot.width / Math.max(view.to - view.from, day)) * day
  const step = (steps.find((days) => days * perDay >= apart) ?? 3650) * day
  const count = Math.floor((view.to - view.from) / step) + 1
  const at = Array.from({ length: count }, (_, turn) => view.from + turn * step)
  for (const moment of at) {
    const name = soft(sheet, date(moment), { x: ground.x(moment), y: axisY + 22 })
    placer.place({ ...name, anchor: 'middle' }, name, { ...name, anchor: 'end' })
  }
  return at.map((moment) => ground.x(moment))
}
