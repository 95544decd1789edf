import { serve, type Asked } from '../platform/http/serve.ts'
import { newAuthenticator } from './authenticator.commands.ts'
import { accountById, passkeysOf } from './credential.queries.ts'
import { accountIdOf, arrivingFrom, entryOf, type Door } from './door.routes.ts'
import * as commands from './factor.commands.ts'
import * as contract from './factor.contract.ts'
import { offerAbout } from './passkey.commands.ts'
import { aboutAccount } from './question.ts'
import { Problem } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'

export function factorRoutes({ shell, means }: Door): void {
  const arriving = (asked: Asked) => arrivingFrom(asked, means())
  serve(shell, contract.changePassword, (tx, input, asked) =>
    commands.changePassword(tx, input, arriving(asked)),
  )
  serve(shell, contract.offerAuthenticator, async (tx, _, asked) => {
    const { id, email } = await holder(tx, asked)
    return newAuthenticator(means(), { about: aboutAccount(id), email, now: asked.machineNow })
  })
  serve(shell, contract.setAuthenticator, (tx, input, asked) =>
    commands.setAuthenticator(tx, input, arriving(asked)),
  )
  serve(shell, contract.endAuthenticator, (tx, input, asked) =>
    commands.endAuthenticator(tx, input, arriving(asked)),
  )
  serve(shell, contract.readPasskeys, async (tx, _, asked) => {
    const own = await passkeysOf(tx, accountIdOf(entryOf(asked)))
    return {
      passkeys: own.map(({ id, name, since, usedAt }) => ({
        id,
        name,
        since: since.getTime(),
        usedAt: usedAt?.getTime() ?? null,
      })),
    }
  })
  serve(shell, contract.offerPasskey, async (tx, _, asked) => {
    const { id, email } = await holder(tx, asked)
    const own = await passkeysOf(tx, id)
    const credentialIds = own.map(({ credentialId }) => credentialId)
    return offerAbout(means(), { about: aboutAccount(id), now: asked.machineNow, credentialIds, email })
  })
  serve(shell, contract.addPasskey, (tx, input, asked) => commands.addPasskey(tx, input, arriving(asked)))
  serve(shell, contract.endPasskey, (tx, input, asked) => commands.endPasskey(tx, input, arriving(asked)))
  serve(shell, contract.renewRecoveryCodes, (tx, input, asked) =>
    commands.renewRecoveryCodes(tx, input, arriving(asked)),
  )
}

async function holder(tx: PracticeTx, asked: Asked) {
  const account = await accountById(tx, accountIdOf(entryOf(asked)))
  if (!account) throw new Problem('not-signed-in')
  return account
}
