import { can } from '../access/policy.ts'
import { isoOf } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { recordDistress, recordEvent, recordReading } from './room.commands.ts'
import * as contract from './room.contract.ts'
import { newestReadings, roomOf } from './room.queries.ts'

export function roomRoutes(shell: Shell): void {
  serve(shell, contract.recordReading, recordReading)
  serve(shell, contract.recordEvent, recordEvent)
  serve(shell, contract.recordDistress, recordDistress)
  serve(shell, contract.readVitals, async (tx, { personId }) => ({
    readings: await newestReadings(tx, personId),
  }))
  serve(shell, contract.readRoom, async (tx, { sessionId }, { careNow, relation }) => {
    const room = await roomOf(tx, sessionId)
    if (!room) throw new Problem('not-found')
    const may = (action: string) => can(tx.actor.roles, action, relation)
    return {
      ...room,
      careNow: isoOf(careNow),
      can: { measure: may('room.measure'), observe: may('room.observe') },
    }
  })
}
