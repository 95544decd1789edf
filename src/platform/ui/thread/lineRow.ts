import { around, type Box } from './box.ts'
import { boxOf, type Label } from './label.ts'
import { wrap } from './letters.ts'
import { type LineShape, lineShape } from './lineShape.ts'
import { nudged } from './placer.ts'
import { placeTitle } from './rowTitle.ts'
import { plain, type Sheet, soft } from './sheet.ts'
import type { ThreadLine } from './view.ts'

export type LineRow = LineShape & { readonly id: string; readonly bottom: number }

const heights = { score: [96, 74], belief: [72, 56] } as const

/** One line, on its own ground, with its own start and its own band of what may be chance. */
export function lineRow(
  sheet: Sheet,
  line: ThreadLine,
  place: { top: number; saysHatched: boolean },
): LineRow {
  const title = { name: line.label, detail: line.detail, ownWords: line.kind === 'belief' }
  const titled = placeTitle(sheet, title, place.top)
  const height = heights[line.kind][sheet.compact ? 1 : 0]
  const plot: Box = {
    x: sheet.scale.from,
    y: place.top + 6,
    width: sheet.scale.now - sheet.scale.from,
    height,
  }
  const shape = lineShape(line, { plot, x: sheet.scale.x, now: sheet.view.now })
  for (const each of [...shape.dots, ...shape.locks]) sheet.placer.take(around(each.x, each.y, 7))
  nameScale(sheet, line, plot)
  nameLast(sheet, line, shape)
  nameFirst(sheet, shape)
  if (place.saysHatched && shape.band) nameBand(sheet, shape.band)
  nameSkipped(sheet, shape)
  return { ...shape, id: line.id, bottom: Math.max(plot.y + height, titled) + (sheet.compact ? 16 : 26) }
}

function nameScale(sheet: Sheet, { min, max }: ThreadLine, plot: Box) {
  const x = plot.x - 12
  const high = soft(sheet, sheet.number(max), { x, y: plot.y + 9 })
  const low = soft(sheet, sheet.number(min), { x, y: plot.y + plot.height + 2 })
  for (const label of [high, low]) sheet.placer.place({ ...label, anchor: 'end' })
}

const strongly = (sheet: Sheet, value: number, at: { x: number; y: number }): Label => ({
  ...plain(sheet, sheet.number(value), at),
  strong: true,
  size: sheet.size + 2,
})

/** The last value and what it means, at the end of the line, right of today. */
function nameLast(sheet: Sheet, line: ThreadLine, { spots }: LineShape) {
  const last = spots.at(-1)
  if (!last) return
  const x = Math.max(last.x, sheet.scale.now) + 16
  const value = sheet.placer.place(...nudged(strongly(sheet, last.point.value, { x, y: last.y + 6 }), 30))
  if (value && line.change !== 'unknown')
    nameChange(sheet, sheet.words.change[line.kind][line.change], boxOf(value))
}

function nameChange(sheet: Sheet, meaning: string, value: Box) {
  const x = value.x + value.width + 10
  const name = plain(sheet, meaning, { x, y: value.y + value.height - 4 })
  const width = sheet.width - x - 4
  const broken = { ...name, lines: wrap(meaning, { width, lines: 3, size: name.size, face: 'sans' }) }
  sheet.placer.place(...nudged(broken, 24))
}

function nameFirst(sheet: Sheet, { start: first, spots, plot }: LineShape) {
  if (!first || spots.length < 2) return
  const above = strongly(sheet, first.point.value, { x: first.x + 4, y: first.y - 14 })
  sheet.placer.place(
    above,
    { ...above, y: first.y + 28 },
    ...nudged({ ...above, x: first.x + 12 }, plot.height),
  )
}

function nameBand(sheet: Sheet, band: Box) {
  const x = sheet.scale.now + 16
  const name = soft(sheet, '', { x, y: band.y + band.height / 2 })
  const width = sheet.width - x - 4
  const lines = wrap(sheet.words.hatched, { width, lines: 3, size: name.size, face: 'sans' })
  sheet.placer.place(...nudged({ ...name, lines }, 48))
}

function nameSkipped(sheet: Sheet, { gaps, plot }: LineShape) {
  for (const { at, from, to } of gaps) {
    const y = (from[1] + to[1]) / 2 + 24
    const name = { ...soft(sheet, sheet.words.skipped, { x: at, y }), anchor: 'middle' } as const
    sheet.placer.place(...nudged(name, 40).filter((label) => isBeside(label, plot)))
  }
}

const isBeside = (label: Label, plot: Box): boolean => {
  const { y, height } = boxOf(label)
  return y >= plot.y - 4 && y + height <= plot.y + plot.height + 14
}
