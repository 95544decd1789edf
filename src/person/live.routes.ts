import type { Shell } from '../platform/http/serve.ts'
import { serveLive } from '../platform/live/stream.ts'
import * as contract from './live.contract.ts'

export function liveRoutes(shell: Shell): void {
  serveLive(
    shell,
    contract.followPerson,
    ({ personId }) =>
      (change) =>
        change.personId === personId,
  )
  serveLive(
    shell,
    contract.followPractice,
    (_, { practiceId }) =>
      (change) =>
        change.practiceId === practiceId,
  )
}
