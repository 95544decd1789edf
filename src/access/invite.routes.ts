import { serve, type Asked } from '../platform/http/serve.ts'
import type { Door } from './door.routes.ts'
import * as commands from './invite.commands.ts'
import * as contract from './invite.contract.ts'
import { standingOf } from './link.queries.ts'
import { membersOf } from './member.queries.ts'
import { askFor, decideRecovery } from './recovery.commands.ts'
import { recoveriesFor } from './recovery.queries.ts'

export function inviteRoutes({ shell, means }: Door): void {
  const from = (asked: Asked) => ({ ...asked, origin: means().origin })
  serve(shell, contract.clientStanding, (tx, { personId }, { machineNow }) =>
    standingOf(tx, personId, machineNow),
  )
  serve(shell, contract.inviteClient, (tx, input, asked) => commands.inviteClient(tx, input, from(asked)))
  serve(shell, contract.readMembers, async (tx, _, { machineNow }) => ({
    members: await membersOf(tx, machineNow),
  }))
  serve(shell, contract.inviteMember, (tx, input, asked) => commands.inviteMember(tx, input, from(asked)))
  serve(shell, contract.inviteMemberAgain, (tx, input, asked) =>
    commands.inviteMemberAgain(tx, input, from(asked)),
  )
  serve(shell, contract.changeMember, commands.changeMember)
  serve(shell, contract.disableMember, commands.disableMember)
  serve(shell, contract.letMemberBack, commands.letMemberBack)
  serve(shell, contract.askForMember, (tx, { memberId, id }, asked) =>
    askFor(tx, { placeId: memberId, id }, asked),
  )
  serve(shell, contract.askForClient, (tx, { personId, id }, asked) =>
    askFor(tx, { placeId: personId, id }, asked),
  )
  serve(shell, contract.readRecoveries, async (tx) => ({ recoveries: await recoveriesFor(tx) }))
  serve(shell, contract.decideRecovery, (tx, input, asked) => decideRecovery(tx, input, from(asked)))
}
