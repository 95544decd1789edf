import type { TaskList } from 'graphile-worker'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { enqueue } from '../platform/jobs/jobs.ts'
import { beat, beatTask, climb, climbAll, ladderTask, type LadderJob } from './ladder.commands.ts'

interface Parts {
  /** A transaction in one practice, in the name of the product at work. */
  readonly inOne: (
    practiceId: string,
    work: (tx: PracticeTx, careNow: Instant) => Promise<void>,
  ) => Promise<void>
  readonly inHouse: (work: (tx: PracticeTx) => Promise<void>) => Promise<void>
  readonly machineNow: () => Instant
  readonly mailLeaves: boolean
}

const beatEveryMs = 60_000

export const ladderTasks = ({ inOne, inHouse, machineNow, mailLeaves }: Parts): TaskList => ({
  [ladderTask]: (payload) => {
    const { practiceId, taskId } = payload as LadderJob
    return inOne(practiceId, (tx, careNow) =>
      climb(tx, taskId, { careNow, machineNow: machineNow(), mailLeaves }),
    )
  },
  'ladder-all': (payload) => inOne((payload as { practiceId: string }).practiceId, (tx) => climbAll(tx)),
  [beatTask]: () =>
    inHouse(async (tx) => {
      await beat(tx)
      await enqueue(tx, beatTask, { payload: {}, runAt: machineNow() + beatEveryMs, key: beatTask })
    }),
})
