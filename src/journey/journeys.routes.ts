import { serve, type Shell } from '../platform/http/serve.ts'
import { Problem } from '../kernel/problem.ts'
import { readAgainst } from './against.contract.ts'
import { againstOf } from './against.queries.ts'
import * as contract from './journeys.contract.ts'
import { journeysOf } from './journeys.queries.ts'

export function journeysRoutes(shell: Shell): void {
  serve(shell, contract.readJourneys, async (tx, { courseId }, { careNow }) => ({
    journeys: await journeysOf(tx, courseId, careNow),
  }))
  serve(shell, readAgainst, async (tx, { sessionId }, { careNow }) => {
    const against = await againstOf(tx, sessionId, careNow)
    if (!against) throw new Problem('not-found')
    return against
  })
}
