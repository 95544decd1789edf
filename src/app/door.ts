import { fitRoutes } from '../fit/fit.routes.ts'
import type { Drawn } from '../learn/drawn.ts'
import { learnRoutes } from '../learn/learn.routes.ts'
import type { Shell } from '../platform/http/serve.ts'

/** The front door: the pages that anyone may open, drawn on the server. */
export async function doorRoutes(shell: Shell, drawn: Drawn): Promise<void> {
  await learnRoutes(shell, drawn)
  await fitRoutes(shell, drawn)
}
