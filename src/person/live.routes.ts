import type { Shell } from '../platform/http/serve.ts'
import { serveLive } from '../platform/live/stream.ts'
import * as contract from './live.contract.ts'
import { isTold, movesTheClock } from './told.ts'

export function liveRoutes(shell: Shell): void {
  serveLive(shell, contract.followPerson, {
    about:
      ({ personId }, actor) =>
      (change) =>
        (isTold(change, actor) && change.personId === personId) ||
        (change.practiceId === actor.practiceId && movesTheClock(change)),
  })
  serveLive(shell, contract.followPractice, {
    about: (_, actor) => (change) => isTold(change, actor) && change.practiceId === actor.practiceId,
  })
}
