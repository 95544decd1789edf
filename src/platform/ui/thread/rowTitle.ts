import { type Label, lineHeight } from './label.ts'
import { wrap } from './letters.ts'
import { soft, type Sheet } from './sheet.ts'

type Title = { readonly name: string; readonly detail: string; readonly ownWords?: boolean | undefined }

/** A row's name and what it means, in the gutter. Returns how far down the words reach. */
export function placeTitle(sheet: Sheet, title: Title, top: number): number {
  const size = sheet.size + 2
  const { x, width } = sheet.gutter
  const name = wrap(title.name, { width, lines: 4, size, face: 'serif' })
  const first = top + size
  const named: Label = { lines: name, x, y: first, anchor: 'start', size, face: 'serif', tone: 'ink' }
  sheet.placer.place(title.ownWords ? { ...named, slanted: true } : named)
  const after = first + name.length * lineHeight(size)
  if (title.detail === '') return after - lineHeight(size) + 6
  const small = soft(sheet, '', { x, y: after })
  const detail = wrap(title.detail, { width, lines: 4, size: small.size, face: 'sans' })
  sheet.placer.place({ ...small, lines: detail })
  return after + (detail.length - 1) * lineHeight(small.size) + 6
}
