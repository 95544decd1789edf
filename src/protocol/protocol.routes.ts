import { can } from '../access/policy.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { ownBounds } from './bounds.content.ts'
import { endOwn, publishOwn } from './own.commands.ts'
import * as contract from './editions.contract.ts'
import { ownEditions, publishedEditions } from './protocol.queries.ts'

export function protocolRoutes(shell: Shell): void {
  serve(shell, contract.readProtocols, async (tx, _, { relation }) => ({
    editions: await publishedEditions(tx),
    own: await ownEditions(tx),
    within: ownBounds,
    can: { publish: can(tx.actor.roles, 'protocols.publish', relation) },
  }))
  serve(shell, contract.publishOwn, publishOwn)
  serve(shell, contract.endOwn, endOwn)
}
