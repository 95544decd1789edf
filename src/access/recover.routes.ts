import { Problem } from '../kernel/problem.ts'
import { serve, type Asked } from '../platform/http/serve.ts'
import { factorsOf } from './account.queries.ts'
import { isStaff } from './credential.queries.ts'
import { networkOf } from './device.ts'
import { arrivingFrom, type Door } from './door.routes.ts'
import { offersFor } from './join.routes.ts'
import { signInLinkBy } from './link.queries.ts'
import { aboutInvitation } from './question.ts'
import * as commands from './recover.commands.ts'
import * as contract from './recover.contract.ts'
import { sayLost } from './recovery.commands.ts'

export function recoverRoutes({ shell, means }: Door): void {
  const { mailLeaves } = shell
  const arriving = (asked: Asked) => arrivingFrom(asked, means())
  serve(shell, contract.forgot, (tx, input, asked) =>
    commands.forgot(tx, input, { ...asked, address: networkOf(asked.request.ip), mailLeaves }),
  )
  serve(shell, contract.lookAtLink, async (tx, { token }, { machineNow: now }) => {
    const link = await signInLinkBy(tx, token, now)
    if (!link) throw new Problem('link-gone')
    const { id, accountId, kind, email, language } = link
    const { code, recoveryCodes, passkeys } = await factorsOf(tx, accountId)
    return {
      kind,
      email,
      language,
      staff: await isStaff(tx, accountId),
      needs: { code, recoveryCode: recoveryCodes > 0, passkey: passkeys > 0 },
      ...offersFor(means(), { about: aboutInvitation(id), email, now }),
    }
  })
  serve(shell, contract.newPassword, (tx, input, asked) => commands.newPassword(tx, input, arriving(asked)))
  serve(shell, contract.renew, (tx, input, asked) => commands.renew(tx, input, arriving(asked)))
  serve(shell, contract.lostToo, commands.lostToo)
  serve(shell, contract.sayLost, sayLost)
}
