import { QueryClientContext } from '@tanstack/react-query'
import { useContext } from 'react'
import type { AskRefused } from './ask.web.ts'

/** What may be answered otherwise in a moment. */
const mayComeYet: readonly string[] = ['internal', 'cannot-save', 'offline']

/**
 * Where this refusal answered a reading and nothing of what was asked for is shown: what asks once more. Nothing where it
 * answered something that was sent. An asking that is on its way is not doubled.
 */
export function useFailedRead(refused: AskRefused | null): (() => void) | undefined {
  const queries = useContext(QueryClientContext)
  if (!refused || !queries || !mayComeYet.includes(refused.problem.kind)) return undefined
  const failed = queries
    .getQueryCache()
    .getAll()
    .find(({ state }) => state.error === refused && state.data === undefined)
  if (!failed) return undefined
  return () =>
    void queries.refetchQueries({ predicate: (query) => query === failed }, { cancelRefetch: false })
}
