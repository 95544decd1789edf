import marks from '../../content/measures/marks.json' with { type: 'json' }
import type { MarkChoice } from './mark.ts'

/** The instruments that have a mark to choose. */
export const markChoices: Readonly<Record<string, MarkChoice>> = marks

export const markChoiceOf = (instrumentId: string): MarkChoice | undefined =>
  Object.hasOwn(markChoices, instrumentId) ? markChoices[instrumentId] : undefined
