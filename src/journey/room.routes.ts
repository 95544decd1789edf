import { can } from '../access/policy.ts'
import { isoOf } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { isTold, movesTheClock } from '../person/told.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { serveLive } from '../platform/live/stream.ts'
import { mitigationsOf } from './mitigation.queries.ts'
import { holdRoom, recordDistress, recordEvent, recordNotTaken, recordReading } from './room.commands.ts'
import * as contract from './room.contract.ts'
import { newestReadings, roomOf } from './room.queries.ts'

export function roomRoutes(shell: Shell): void {
  serve(shell, contract.recordReading, recordReading)
  serve(shell, contract.recordEvent, recordEvent)
  serve(shell, contract.recordDistress, recordDistress)
  serve(shell, contract.recordNotTaken, recordNotTaken)
  serveLive(shell, contract.followRoom, {
    about:
      ({ personId }, actor) =>
      (change) =>
        (isTold(change, actor) && change.personId === personId) ||
        (change.practiceId === actor.practiceId && movesTheClock(change)),
    whileOpen: holdRoom,
  })
  serve(shell, contract.readVitals, async (tx, { personId }) => ({
    readings: await newestReadings(tx, personId),
  }))
  serve(shell, contract.readRoom, async (tx, { sessionId }, { careNow, relation }) => {
    const room = await roomOf(tx, sessionId)
    if (!room) throw new Problem('not-found')
    const may = (action: string) => can(tx.actor.roles, action, relation)
    return {
      ...room,
      clearanceEnded: room.clearanceEnded && may('ready.read'),
      watch: room.watch && (may('history.read') ? room.watch : { ...room.watch, because: [] }),
      mitigations: await mitigationsOf(tx, { personId: room.person.id, sessionId }, careNow),
      careNow: isoOf(careNow),
      me: { seatId: tx.actor.seatId, name: tx.actor.name },
      can: {
        measure: may('room.measure'),
        observe: may('room.observe'),
        ready: may('ready.read'),
        close: may('discharge.read'),
      },
    }
  })
}
