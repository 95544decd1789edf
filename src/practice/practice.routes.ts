import { actions, can } from '../access/policy.ts'
import { minute } from '../kernel/instant.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { moveCareClock, setHelp, setJourneyLength, setRoomStay } from './practice.commands.ts'
import * as contract from './practice.contract.ts'
import {
  helpOf,
  journeyLengthHere,
  membersHere,
  minutesAheadOf,
  practiceHere,
  roomStayHere,
  zoneOfClient,
} from './practice.queries.ts'

export function practiceRoutes(shell: Shell): void {
  serve(shell, contract.here, async (tx, _, { careNow }) => {
    const { actor } = tx
    const { name, roles, personId, courseId, seatId } = actor
    const practice = await practiceHere(tx)
    const timeZone = (await zoneOfClient(tx)) ?? practice.timeZone
    return {
      practice,
      me: { name, roles: [...roles], personId, courseId, seatId, timeZone },
      careNow,
      careAheadMs: (await minutesAheadOf(tx)) * minute,
      can: actions.filter((action) => can(roles, action, 'practice')),
      mailLeaves: shell.mailLeaves,
    }
  })
  serve(shell, contract.moveCareClock, moveCareClock)
  serve(shell, contract.readHelp, async (tx) => {
    const { phone } = await practiceHere(tx)
    return { phone, help: (await helpOf(tx)) ?? null }
  })
  serve(shell, contract.setHelp, setHelp)
  serve(shell, contract.readRoomStay, roomStayHere)
  serve(shell, contract.setRoomStay, setRoomStay)
  serve(shell, contract.readJourneyLength, journeyLengthHere)
  serve(shell, contract.setJourneyLength, setJourneyLength)
  serve(shell, contract.readMembers, async (tx) => ({ members: await membersHere(tx) }))
}
