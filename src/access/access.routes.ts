import type { Vault } from '../platform/crypto/vault.ts'
import { emptied } from '../platform/http/armour.ts'
import { tokenCookie } from '../platform/http/request.ts'
import { serve, type Asked, type Shell } from '../platform/http/serve.ts'
import * as accountCommands from './account.commands.ts'
import * as account from './account.contract.ts'
import { accountOf, loginsOf } from './account.queries.ts'
import { confirm } from './confirmation.commands.ts'
import * as confirmation from './confirmation.contract.ts'
import { passkeysOf } from './credential.queries.ts'
import { demoRoutes } from './demo.routes.ts'
import { networkOf } from './device.ts'
import { accountIdOf, arrivingFrom, entryOf, kept, type Door } from './door.routes.ts'
import { questionAbout } from './passkey.commands.ts'
import { aboutDocument, aboutSignIn } from './question.ts'
import { factorRoutes } from './factor.routes.ts'
import { guestRoutes } from './guest.routes.ts'
import { inviteRoutes } from './invite.routes.ts'
import { joinRoutes } from './join.routes.ts'
import { recoverRoutes } from './recover.routes.ts'
import * as signinCommands from './signin.commands.ts'
import * as signin from './signin.contract.ts'
import { weighPasswords } from './weigh.routes.ts'

interface Parts {
  readonly vault: Vault
  readonly demo: boolean
}

export function accessRoutes(shell: Shell, { vault, demo }: Parts): void {
  const door: Door = { shell, demo, means: () => ({ vault, origin: shell.publicOrigin() }) }
  signInRoutes(door)
  accountRoutes(door)
  factorRoutes(door)
  joinRoutes(door)
  recoverRoutes(door)
  inviteRoutes(door)
  guestRoutes(door)
  demoRoutes(door)
}

function signInRoutes({ shell, means }: Door): void {
  const arriving = (asked: Asked) => arrivingFrom(asked, means())
  const weightOf = weighPasswords({ shell })
  serve(shell, signin.signIn, (tx, { email }, asked) =>
    signinCommands.signIn(tx, { email }, { ...arriving(asked), weight: weightOf(asked.request) }),
  )
  serve(shell, signin.askPasskey, async (_tx, _input, { machineNow }) =>
    questionAbout(means(), { about: aboutSignIn, now: machineNow }),
  )
  serve(shell, signin.signInByPasskey, (tx, { answer }, asked) =>
    signinCommands.signInByPasskey(tx, { answer }, arriving(asked)),
  )
  serve(shell, signin.secondFactor, (tx, typed, asked) =>
    signinCommands.secondFactor(tx, typed, arriving(asked)),
  )
  serve(shell, signin.recoveryCode, (tx, typed, asked) =>
    signinCommands.recoveryCode(tx, typed, arriving(asked)),
  )
  serve(shell, signin.stay, async () => ({ here: true as const }))
  serve(shell, signin.rest, signinCommands.rest)
  serve(shell, signin.signOut, async (tx, input, asked) => {
    asked.reply.clearCookie(tokenCookie, kept)
    void asked.reply.header(...emptied)
    return signinCommands.signOut(tx, input, asked)
  })
}

function accountRoutes({ shell, means }: Door): void {
  serve(shell, account.readAccount, (tx, _, asked) => {
    const entry = entryOf(asked)
    return accountOf(tx, entry, accountIdOf(entry))
  })
  serve(shell, account.readLogins, async (tx, _, asked) => {
    const entry = entryOf(asked)
    const { machineNow } = asked
    return {
      logins: await loginsOf(tx, { accountId: accountIdOf(entry), loginId: entry.loginId, machineNow }),
    }
  })
  serve(shell, account.endLogin, accountCommands.endLogin)
  serve(shell, account.endOtherLogins, accountCommands.endOtherLogins)
  serve(shell, account.chooseLanguage, accountCommands.chooseLanguage)
  serve(shell, confirmation.askToConfirm, async (tx, { documentHash }, asked) => {
    const { loginId, actor } = entryOf(asked)
    const own = await passkeysOf(tx, accountIdOf(entryOf(asked)))
    const about = aboutDocument({ loginId, seatId: actor.seatId, documentHash })
    return questionAbout(means(), {
      about,
      now: asked.machineNow,
      credentialIds: own.map(({ credentialId }) => credentialId),
    })
  })
  serve(shell, confirmation.confirm, (tx, { documentHash, proof }, asked) => {
    const { entry: _, ...call } = asked
    const address = networkOf(asked.request.ip)
    return confirm(tx, { documentHash }, { ...call, entry: entryOf(asked), address, means: means(), proof })
  })
}
