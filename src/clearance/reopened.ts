import type { Instant } from '../kernel/instant.ts'
import type { Change } from '../rule/facts.ts'
import { isoOf } from '../kernel/instant.ts'
import type { Statement } from '../intake/history.ts'

/** Something that was told, on the day of a session, to have changed since the visit before. */
export interface Changed {
  readonly id: string
  readonly line: string
  readonly at: Instant
}

/**
 * What is not good any more because of it: evidence that its row lets expire early (clinical.md 1.3), and questions that have to be asked
 * again. What was told and taken back on the same day reopens nothing.
 */
const reopens: Readonly<
  Record<string, { readonly change?: string | undefined; readonly questions: readonly string[] }>
> = {
  'changed-medicine': { change: 'medicine-change', questions: [] },
  'changed-illness': { change: 'new-diagnosis', questions: [] },
  'changed-emergency': { change: 'emergency-visit', questions: [] },
  'changed-fall': { questions: ['brain-pressure'] },
  'changed-pregnancy': { change: 'missed-period', questions: ['pregnancy'] },
  'changed-mind': { questions: ['psychosis', 'mania'] },
  bladder: { change: 'painful-urination', questions: [] },
}

/** Questions of the day whose answer says that something changed. */
export const changingLines: readonly string[] = Object.keys(reopens)

export const changesIn = (changed: readonly Changed[]): Change[] =>
  changed.flatMap(({ id, line, at }) => {
    const change = reopens[line]?.change
    return change === undefined ? [] : [{ id: `${id}#${line}`, change, at: isoOf(at) }]
  })

/** An answer from before something changed that it is about is as good as none. */
export const isReopened = (
  { question, saidAt }: Pick<Statement, 'question' | 'saidAt'>,
  changed: readonly Changed[],
): boolean =>
  changed.some(
    ({ line, at }) => question !== null && at >= saidAt && reopens[line]?.questions.includes(question),
  )
