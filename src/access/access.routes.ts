import { Problem } from '../kernel/problem.ts'
import type { Vault } from '../platform/crypto/vault.ts'
import type { Entry } from '../platform/db/entry.ts'
import { serve, type Asked, type Shell } from '../platform/http/serve.ts'
import * as account from './account.contract.ts'
import { accountOf } from './account.queries.ts'
import { confirm } from './confirmation.commands.ts'
import * as confirmation from './confirmation.contract.ts'

export function accessRoutes(shell: Shell, vault: Vault): void {
  serve(shell, account.readAccount, (tx, _, asked) => {
    const entry = entryOf(asked)
    return accountOf(tx, entry, accountIdOf(entry))
  })
  serve(shell, confirmation.confirm, (tx, { documentHash, proof }, asked) =>
    confirm(
      tx,
      { documentHash },
      { ...asked, entry: entryOf(asked), address: asked.request.ip, vault, proof },
    ),
  )
}

function entryOf({ entry }: Asked) {
  if (!entry) throw new Problem('not-signed-in')
  return entry
}

function accountIdOf({ actor }: Entry): string {
  if (!actor.accountId) throw new Problem('not-signed-in')
  return actor.accountId
}
