import type { TaskList } from 'graphile-worker'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { lookAtDues, lookAtSessions, missedAllTask, missedTask, type MissedJob } from './missed.commands.ts'

interface Parts {
  /** A transaction in one practice, in the name of the product at work. */
  readonly inOne: (
    practiceId: string,
    work: (tx: PracticeTx, careNow: Instant) => Promise<void>,
  ) => Promise<void>
  readonly machineNow: () => Instant
}

export const missedTasks = ({ inOne, machineNow }: Parts): TaskList => ({
  [missedTask]: (payload) => {
    const { practiceId, sessionId } = payload as MissedJob
    return inOne(practiceId, (tx, careNow) =>
      lookAtDues(tx, sessionId, { careNow, machineNow: machineNow() }),
    )
  },
  [missedAllTask]: (payload) => inOne((payload as { practiceId: string }).practiceId, lookAtSessions),
})
