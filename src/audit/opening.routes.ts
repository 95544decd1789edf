import { serve, type Shell } from '../platform/http/serve.ts'
import { readOpenings } from './opening.contract.ts'
import { openingsOf } from './opening.queries.ts'

export function openingRoutes(shell: Shell): void {
  serve(shell, readOpenings, async (tx, { personId }) => ({ openings: await openingsOf(tx, personId) }))
}
