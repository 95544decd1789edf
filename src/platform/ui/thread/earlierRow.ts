import { fill } from '../../i18n/fill.ts'
import { around } from './box.ts'
import { straight } from './path.ts'
import { type Sheet, soft } from './sheet.ts'
import { beforeIn, mostRings, stripFor } from './strip.ts'
import { earlierIn } from './view.ts'

/** Journeys elsewhere: a broken way into the course, and a broken ring for each. */
export type EarlierRow = {
  readonly rings: readonly { readonly id: string; readonly x: number; readonly y: number }[]
  /** The way that leads to where the course begins here; none where all of them lie within it. */
  readonly way: string | undefined
}

export function earlierRow(sheet: Sheet, base: number): EarlierRow {
  const { view, scale, placer } = sheet
  const before = beforeIn(view)
  const from = scale.from - stripFor(view)
  const step = (scale.from - from) / (Math.min(before.length, mostRings) + 1)
  const rings = earlierIn(view).map(({ id, at }) => {
    const place = before.findIndex((one) => one.id === id)
    return place < 0
      ? { id, x: scale.x(Math.min(at, view.now)), y: base - 24 }
      : { id, x: from + step * Math.min(place + 1, mostRings), y: base }
  })
  for (const { x, y } of rings) placer.take(around(x, y, 9))
  if (before.length > 0) nameBefore(sheet, { count: before.length, x: from, base })
  nameWithin(sheet, rings)
  return { rings, way: before.length === 0 ? undefined : straight([from, base], [scale.from, base]) }
}

function nameBefore(sheet: Sheet, { count, x, base }: { count: number; x: number; base: number }) {
  const name = soft(sheet, '', { x: x - 4, y: base + 26 })
  sheet.placer.place({ ...name, lines: [fill(sheet.words.earlier, { n: count }), sheet.words.broughtIn] })
}

/** One that lies within the course has its own date. */
function nameWithin(sheet: Sheet, rings: EarlierRow['rings']) {
  for (const { id, at, when } of earlierIn(sheet.view)) {
    const ring = rings.find((one) => one.id === id)
    if (!ring || at < sheet.view.startsAt) continue
    const name = soft(sheet, `${sheet.words.elsewhere}, ${when}`, { x: ring.x + 12, y: ring.y - 8 })
    sheet.placer.place(
      { ...name },
      { ...name, x: ring.x, y: ring.y - 18, anchor: 'middle' },
      { ...name, x: ring.x - 12, anchor: 'end' },
    )
  }
}
