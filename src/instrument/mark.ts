import type { Answers, Instrument } from './instrument.ts'

/** A mark that its sources leave to whoever uses the instrument: content/measures/marks.json. */
export interface MarkChoice {
  /** The setting of the instrument that it is. */
  readonly item: string
  /** What holds where the practice has chosen none. */
  readonly usual: Readonly<Record<'en' | 'es', string>>
  readonly choices: readonly {
    readonly value: number
    readonly source: string
    readonly why: Readonly<Record<'en' | 'es', string>>
  }[]
}

/** The mark that a result was reached by, and where it stands; kept with the result. */
export interface Mark {
  readonly value: number
  readonly source: string
}

/** The answers as they are scored here: with the practice's own mark, whatever came along with them. */
export const withMark = (answers: Answers, choice: MarkChoice | undefined, mark: Mark | null): Answers =>
  choice && mark ? { ...answers, [choice.item]: mark.value } : answers

/** It is a mark of this instrument's, and one it may have. */
export const isMarkOf = ({ items }: Instrument, { item }: MarkChoice, value: number): boolean =>
  items.some(({ id, setting, values }) => id === item && setting === true && values.includes(value))
