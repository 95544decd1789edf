import { can } from '../access/policy.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { bringJourney, takeBack } from './brought.commands.ts'
import * as contract from './brought.contract.ts'
import { broughtOf, earlierOf, journeysHere } from './brought.queries.ts'

export function broughtRoutes(shell: Shell): void {
  serve(shell, contract.readBrought, async (tx, { courseId }, { relation }) => ({
    journeys: await broughtOf(tx, courseId),
    here: await journeysHere(tx, courseId),
    can: { bring: can(tx.actor.roles, 'brought.bring', relation) },
  }))
  serve(shell, contract.bringJourney, bringJourney)
  serve(shell, contract.takeBack, takeBack)
  serve(shell, contract.readEarlier, async (tx, { personId }) => ({
    journeys: await earlierOf(tx, personId),
  }))
}
