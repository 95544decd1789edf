import type { TaskList } from 'graphile-worker'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { askingAllTask, askingTask, lookAtEveryone, moveOn, type AskingJob } from './schedule.commands.ts'

interface Parts {
  /** A transaction in one practice, in the name of the product at work. */
  readonly inOne: (
    practiceId: string,
    work: (tx: PracticeTx, careNow: Instant) => Promise<void>,
  ) => Promise<void>
  readonly machineNow: () => Instant
  readonly mailLeaves: boolean
}

export const askingTasks = ({ inOne, machineNow, mailLeaves }: Parts): TaskList => ({
  [askingTask]: (payload) => {
    const { practiceId, personId } = payload as AskingJob
    return inOne(practiceId, (tx, careNow) =>
      moveOn(tx, personId, { careNow, machineNow: machineNow(), mailLeaves }),
    )
  },
  [askingAllTask]: (payload) => inOne((payload as { practiceId: string }).practiceId, lookAtEveryone),
})
