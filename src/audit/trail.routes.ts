import { serve, type Shell } from '../platform/http/serve.ts'
import { readTrail } from './trail.contract.ts'
import { trailOf } from './trail.queries.ts'

export function trailRoutes(shell: Shell): void {
  serve(shell, readTrail, trailOf)
}
