import type { TaskList } from 'graphile-worker'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Vault } from '../platform/crypto/vault.ts'
import { mailNewPassword, newPasswordTask, type NewPasswordJob } from './recover.commands.ts'

interface Parts {
  /** A transaction of the house. */
  readonly inHouse: (work: (tx: PracticeTx) => Promise<void>) => Promise<void>
  readonly publicOrigin: () => string
  readonly machineNow: () => number
  readonly vault: Vault
}

export const recoverTasks = ({ inHouse, publicOrigin, machineNow, vault }: Parts): TaskList => ({
  [newPasswordTask]: (payload) =>
    inHouse((tx) =>
      mailNewPassword(tx, payload as NewPasswordJob, { origin: publicOrigin(), now: machineNow(), vault }),
    ),
})
