import type { TaskList } from 'graphile-worker'
import { hour, type Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { enqueue } from '../platform/jobs/jobs.ts'
import { forgetTries, forgetTriesTask } from './tries.commands.ts'

interface Parts {
  /** A transaction of the house. */
  readonly inHouse: (work: (tx: PracticeTx) => Promise<void>) => Promise<void>
  readonly machineNow: () => Instant
}

/** Every hour, what is wholly forgotten is let go. */
export const triesTasks = ({ inHouse, machineNow }: Parts): TaskList => ({
  [forgetTriesTask]: () =>
    inHouse(async (tx) => {
      await forgetTries(tx)
      await enqueue(tx, forgetTriesTask, {
        payload: {},
        runAt: machineNow() + hour,
        key: forgetTriesTask,
      })
    }),
})
