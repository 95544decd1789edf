import type { Answers } from '../instrument/response.ts'

export interface Kept {
  /** The number of the question, or the name it was kept under. */
  readonly id: string
  readonly said: string
}

/** Answers without the words of their questions: each under its number or name, as it was kept. */
export const asKept = (answers: Answers): readonly Kept[] =>
  Object.entries(answers).flatMap(([name, value]) => {
    if (Array.isArray(value) && name === 'answers')
      return value.flatMap((one: unknown, place) => keptAt(String(place + 1), one))
    return isRecord(value)
      ? Object.entries(value).flatMap(([id, one]) => keptAt(id, one))
      : keptAt(name, value)
  })

const keptAt = (id: string, value: unknown): Kept[] =>
  value === null || value === undefined ? [] : [{ id, said: [value].flat().join(', ') }]

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
