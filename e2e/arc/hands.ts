import type { Locator, Page } from 'playwright-core'

/** Words as a screen shows them, whole, or a pattern for the part that is known. */
export type Words = string | RegExp

/** Where on the page: the whole of it, or a part, as a row of a list or a dialog. */
export type Part = Locator | undefined

/** What a person does to a page. Each walk does it in its own way: with a pointer, or with keys alone. */
export interface Hands {
  readonly page: Page
  /** A button, or a link. */
  press(name: Words, part?: Part): Promise<void>
  /** Opens what is folded. */
  unfold(name: Words, part?: Part): Promise<void>
  /** Into a field by its label; what stood there is replaced. */
  write(label: Words, text: string, part?: Part): Promise<void>
  /** A day, as 2026-01-31, or a time of day, as 09:30. */
  writeWhen(label: Words, when: string, part?: Part): Promise<void>
  /** One of a few: a radio button. */
  choose(name: Words, part?: Part): Promise<void>
  tick(name: Words, part?: Part): Promise<void>
  /** One of a list that opens. */
  pick(label: Words, option: Words, part?: Part): Promise<void>
  /** Places the mark of a slider. */
  place(at: number, part?: Part): Promise<void>
  upload(label: Words, file: { name: string; text: string }): Promise<void>
}

/** The whole name of a control, or the pattern for it. */
export const named = (name: Words): { name: Words; exact?: boolean } =>
  typeof name === 'string' ? { name, exact: true } : { name }

const plainly = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

export const beginning = (words: string): RegExp => new RegExp(`^${plainly(words)}`)

/** A choice whose hint is read with it. */
export const withHint = (words: string, hint: string): RegExp =>
  new RegExp(`^${plainly(words)}\\s*${plainly(hint)}`)

export const button = (at: Page | Locator, name: Words): Locator =>
  at
    .getByRole('button', named(name))
    .or(at.getByRole('link', named(name)))
    .first()
