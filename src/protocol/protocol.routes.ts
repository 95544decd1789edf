import { serve, type Shell } from '../platform/http/serve.ts'
import { readProtocols } from './editions.contract.ts'
import { allEditions } from './protocol.queries.ts'

export function protocolRoutes(shell: Shell): void {
  serve(shell, readProtocols, async (tx) => ({ editions: await allEditions(tx) }))
}
