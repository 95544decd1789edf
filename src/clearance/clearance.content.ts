import { questionsAsked, table } from '../rule/rule.content.ts'
import type { AskedQuestion, Measure } from '../rule/rule.ts'
import { isEvidence } from './known.ts'
import { askedAtScreening } from './screening.ts'

/** Everything under content/rules/, read by the one evaluator. */
export { table }

const screening = askedAtScreening(table)

/** The questions that the rules of screening put, in the order of the reference. */
export const questions: readonly AskedQuestion[] = questionsAsked.filter(({ id }) =>
  screening.questions.has(id),
)

/** What those rules compare with a number. */
export const measures: readonly Measure[] = [...table.measures.values()].filter(({ id }) =>
  screening.measures.has(id),
)

/** What an answer to a question, or a date under the id of a row of evidence, may be; undefined where nothing asks it. */
export function offeredFor(
  question: string,
):
  | { readonly kind: 'date' }
  | { readonly kind: 'done' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | undefined {
  if (isEvidence(question)) return screening.evidence.has(question) ? { kind: 'done' } : undefined
  const found = questions.find(({ id }) => id === question)
  if (!found) return undefined
  if (found.kind === 'date') return { kind: 'date' }
  return { kind: 'choice', values: (found.options ?? []).map(({ value }) => value) }
}
