import { Problem } from '../kernel/problem.ts'
import { serve, type Asked } from '../platform/http/serve.ts'
import { newAuthenticator } from './authenticator.commands.ts'
import { accountByEmail } from './credential.queries.ts'
import { networkOf } from './device.ts'
import { arrivingFrom, type Door } from './door.routes.ts'
import * as commands from './join.commands.ts'
import * as contract from './join.contract.ts'
import { invitationBy } from './link.queries.ts'
import { offerAbout, type Means } from './passkey.commands.ts'
import { aboutInvitation } from './question.ts'
import { aboutSetUp, checkSetUpCode, setUp } from './setup.commands.ts'
import { isEmptyHouse } from './setup.queries.ts'

/** What a second step may be made from, for someone who is not there yet. */
export const offersFor = (means: Means, who: { about: string; email: string; now: number }) => ({
  authenticator: newAuthenticator(means, who),
  passkey: offerAbout(means, who),
})

export function joinRoutes({ shell, means }: Door): void {
  const arriving = (asked: Asked) => arrivingFrom(asked, means())
  serve(shell, contract.lookAtInvitation, async (tx, { token }, { machineNow: now }) => {
    const invited = await invitationBy(tx, token, now)
    if (!invited) throw new Problem('link-gone')
    const { id, email, language, practiceName, kind } = invited
    return {
      practiceName,
      email,
      language,
      staff: kind !== 'client',
      guest: kind === 'guest',
      hasAccount: (await accountByEmail(tx, email)) !== undefined,
      ...offersFor(means(), { about: aboutInvitation(id), email, now }),
    }
  })
  serve(shell, contract.join, (tx, input, asked) => commands.join(tx, input, arriving(asked)))
  serve(shell, contract.joinToo, commands.joinToo)
  serve(shell, contract.setUpState, async (tx) => ({ open: await isEmptyHouse(tx) }))
  serve(shell, contract.offerSetUp, async (tx, { code, email }, asked) => {
    const opened = await checkSetUpCode(tx, { code }, { ...asked, address: networkOf(asked.request.ip) })
    if (opened instanceof Problem) return opened
    return offersFor(means(), { about: aboutSetUp(email), email, now: asked.machineNow })
  })
  serve(shell, contract.setUp, (tx, input, asked) => setUp(tx, input, arriving(asked)))
}
