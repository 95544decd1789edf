import type { Box } from './box.ts'
import { stripFor } from './strip.ts'
import type { Label } from './label.ts'
import { type Placer, placerWithin } from './placer.ts'
import { type TimeScale, timeScale } from './timeScale.ts'
import {
  type ThreadChange,
  type ThreadLine,
  type ThreadView,
  type ThreadWordKind,
  untilLastFact,
} from './view.ts'

/** The words the picture itself says, in the reader's language. */
export type PictureWords = {
  readonly thread: string
  readonly preparation: string
  readonly integration: string
  readonly ahead: string
  readonly today: string
  readonly ended: string
  readonly week: string
  readonly skipped: string
  readonly kept: string
  readonly hatched: string
  readonly change: Readonly<
    Record<ThreadLine['kind'], Readonly<Record<Exclude<ThreadChange, 'unknown'>, string>>>
  >
  readonly rows: Readonly<Record<ThreadWordKind, string>>
  /** Journeys elsewhere: how many before the course, and one of them within it. */
  readonly earlier: string
  readonly broughtIn: string
  readonly elsewhere: string
}

export type PictureOptions = {
  /** In pixels of the reader's own font size; less than 720 asks for the story instead. */
  readonly width: number
  /** The size of the words: 16 for clients. */
  readonly size: number
  readonly words: PictureWords
  /** A short date: "Oct 14". */
  readonly date: (at: number) => string
  readonly number: (value: number) => string
  readonly order: 'words-first' | 'lines-first'
  /** For one printed page. */
  readonly compact?: boolean | undefined
}

/** What every row of the picture is laid out on. */
export type Sheet = PictureOptions & {
  readonly view: ThreadView
  readonly scale: TimeScale
  readonly placer: Placer
  /** Where the rows' own names stand. */
  readonly gutter: { readonly x: number; readonly width: number }
}

/** Right of today: the words at the ends of the lines, where there are lines; else only the words of today itself. */
const endRoom = { lines: 262, words: 150 }

export function sheetFor(course: ThreadView, options: PictureOptions, shows: keyof typeof endRoom): Sheet {
  const view = untilLastFact(course)
  const page: Box = { x: 0, y: 0, width: options.width, height: 1e6 }
  const gutter = { x: 0, width: Math.max(118, Math.min(158, options.width * 0.14)) }
  const scale = timeScale(view, {
    left: gutter.width + 44 + stripFor(view),
    right: options.width - 10,
    afterNow: endRoom[shows],
  })
  return { ...options, view, scale, placer: placerWithin(page), gutter }
}

export const plain = (sheet: Sheet, text: string, at: { x: number; y: number }): Label => ({
  lines: [text],
  ...at,
  anchor: 'start',
  size: sheet.size,
  face: 'sans',
  tone: 'ink',
})

export const soft = (sheet: Sheet, text: string, at: { x: number; y: number }): Label => ({
  ...plain(sheet, text, at),
  tone: 'soft',
  size: sheet.size - (sheet.compact ? 2 : 1),
})
