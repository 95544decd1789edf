import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useHere } from '../../practice/HereProvider.tsx'
import { readHelp } from '../../practice/practice.contract.ts'
import { keptQuery } from '../../platform/offline/useKept.web.ts'

const plan = () => import('../../safety/plan.contract.ts')

const quietAfterMs = 1_500

/** Fetched once the first page stands, so that it weighs nothing at the start and still opens without a network. */
export function useAtHand(pages: readonly (() => Promise<unknown>)[]): void {
  useEffect(() => {
    const quiet = setTimeout(() => {
      for (const load of pages) void load().catch(() => undefined)
    }, quietAfterMs)
    return () => clearTimeout(quiet)
  }, [pages])
}

/** Whom to call, and the client's own plan: on the device before the hour in which they are needed, network or not. */
export function HelpAtHand() {
  const { personId } = useHere().me
  const queries = useQueryClient()
  useEffect(() => {
    const quiet = setTimeout(() => {
      void queries.prefetchQuery(keptQuery(readHelp, {}, { atHand: true }))
      if (personId !== null)
        void plan()
          .then(({ readPlan }) => queries.prefetchQuery(keptQuery(readPlan, { personId }, { atHand: true })))
          .catch(() => undefined)
    }, quietAfterMs)
    return () => clearTimeout(quiet)
  }, [queries, personId])
  return null
}
