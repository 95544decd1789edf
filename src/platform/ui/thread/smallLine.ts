import type { Box } from './box.ts'
import type { Label } from './label.ts'
import { type LineShape, lineShape } from './lineShape.ts'
import { day } from './timeScale.ts'
import { livedDoses, type ThreadLine, type ThreadView, untilLastFact } from './view.ts'

export type SmallLine = LineShape & {
  readonly width: number
  readonly height: number
  readonly doses: readonly number[]
  readonly labels: readonly Label[]
}

type Speech = { readonly date: (at: number) => string; readonly number: (value: number) => string }

const width = 358
const height = 132
const plot: Box = { x: 44, y: 12, width: 262, height: 84 }

/** One line by itself, for a phone: the same band and points, and the journeys as thin lines. */
export function smallLine(course: ThreadView, line: ThreadLine, speech: Speech): SmallLine {
  const view = untilLastFact(course)
  const lived = Math.max(view.now - view.startsAt, day)
  const x = (at: number) => plot.x + ((at - view.startsAt) / lived) * plot.width
  const shape = lineShape(line, { plot, x, now: view.now })
  const doses = livedDoses(view).map(({ at }) => x(at))
  return { ...shape, width, height, doses, labels: [...values(shape, speech), ...days(view, speech)] }
}

const said: Omit<Label, 'lines' | 'x' | 'y' | 'anchor'> = {
  size: 17,
  face: 'sans',
  tone: 'ink',
  strong: true,
}

function values({ start: first, spots }: LineShape, { number }: Speech): readonly Label[] {
  const last = spots.length > 1 ? spots.at(-1) : undefined
  const labels: Label[] = []
  if (first)
    labels.push({
      ...said,
      lines: [number(first.point.value)],
      x: plot.x - 10,
      y: first.y + 6,
      anchor: 'end',
    })
  if (last)
    labels.push({
      ...said,
      lines: [number(last.point.value)],
      x: last.x + 12,
      y: last.y + 6,
      anchor: 'start',
    })
  return labels
}

function days({ startsAt, now }: ThreadView, { date }: Speech): readonly Label[] {
  const soft = { ...said, size: 16, tone: 'soft', strong: false, y: plot.y + plot.height + 24 } as const
  return [
    { ...soft, lines: [date(startsAt)], x: plot.x, anchor: 'start' },
    { ...soft, lines: [date(now)], x: plot.x + plot.width, anchor: 'end' },
  ]
}
