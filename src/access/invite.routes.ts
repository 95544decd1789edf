import { serve } from '../platform/http/serve.ts'
import { sendingLink, type Door } from './door.routes.ts'
import * as commands from './invite.commands.ts'
import * as contract from './invite.contract.ts'
import { standingOf } from './link.queries.ts'
import { membersOf } from './member.queries.ts'
import { unsentMail } from './mail.queries.ts'
import { seenByMe } from './owner.commands.ts'
import * as byOwner from './owner.contract.ts'
import { unseenHere } from './owner.queries.ts'
import { askFor, decideRecovery } from './recovery.commands.ts'
import { recoveriesFor } from './recovery.queries.ts'

export function inviteRoutes(door: Door): void {
  const { shell } = door
  serve(shell, contract.clientStanding, (tx, { personId }, { machineNow }) =>
    standingOf(tx, personId, machineNow),
  )
  serve(shell, contract.inviteClient, (tx, input, asked) =>
    sendingLink(door, (way) => commands.inviteClient(tx, input, { ...asked, ...way })),
  )
  serve(shell, contract.readMembers, async (tx, _, { machineNow }) => ({
    members: await membersOf(tx, machineNow),
  }))
  serve(shell, contract.inviteMember, (tx, input, asked) =>
    sendingLink(door, (way) => commands.inviteMember(tx, input, { ...asked, ...way })),
  )
  serve(shell, contract.inviteMemberAgain, (tx, input, asked) =>
    sendingLink(door, (way) => commands.inviteMemberAgain(tx, input, { ...asked, ...way })),
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
  serve(shell, byOwner.readByOwner, async (tx) => ({ unseen: await unseenHere(tx) }))
  serve(shell, byOwner.seeByOwner, seenByMe)
  serve(shell, contract.readRecoveries, async (tx) => ({ recoveries: await recoveriesFor(tx) }))
  serve(shell, contract.decideRecovery, async (tx, input, asked) => {
    const { link: _, ...decided } = await sendingLink(door, (way) =>
      decideRecovery(tx, input, { ...asked, ...way }),
    )
    return decided
  })
  serve(shell, contract.readUnsent, async (tx) => ({ mails: await unsentMail(tx) }))
}
