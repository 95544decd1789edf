import { can } from '../access/policy.ts'
import { directorHere } from '../director/director.queries.ts'
import { directorSigns } from '../director/director.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Asked, type Shell } from '../platform/http/serve.ts'
import { ownBounds } from './bounds.content.ts'
import { endOwn, publishOwn } from './own.commands.ts'
import * as contract from './editions.contract.ts'
import { ownEditions, publishedEditions } from './protocol.queries.ts'

export function protocolRoutes(shell: Shell): void {
  serve(shell, contract.readProtocols, readProtocols)
  serve(shell, contract.publishOwn, publishOwn)
  serve(shell, contract.endOwn, endOwn)
}

async function readProtocols(tx: PracticeTx, _: object, { relation }: Asked) {
  const director = await directorHere(tx)
  const may = can(tx.actor.roles, 'protocols.publish', relation)
  return {
    editions: await publishedEditions(tx),
    own: await ownEditions(tx),
    within: ownBounds,
    director,
    can: { publish: may && directorSigns(director, [tx.actor.seatId]) },
  }
}
