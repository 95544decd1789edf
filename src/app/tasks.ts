import type { TaskList } from 'graphile-worker'
import { noticeTasks } from '../access/notice.jobs.ts'
import { recoverTasks } from '../access/recover.jobs.ts'
import { triesTasks } from '../access/tries.jobs.ts'
import type { Vault } from '../platform/crypto/vault.ts'
import type { Db } from '../platform/db/db.ts'
import { inPractice, nobody, serviceIn } from '../platform/db/door.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { outcomeTasks } from '../measure/outcome.jobs.ts'
import { askingTasks } from '../measure/schedule.jobs.ts'
import { missedTasks } from '../journey/missed.jobs.ts'
import { ladderTasks } from '../safety/ladder.jobs.ts'

export interface TaskParts {
  readonly db: Db
  readonly publicOrigin: () => string
  readonly machineNow: () => number
  /** Whether a mail can leave this house, or be caught by its demo. */
  readonly mailLeaves: boolean
  readonly vault: Vault
}

/** Every job there is, by name. A slice's jobs are in its `.jobs.ts`. */
export function tasks({ db, publicOrigin, machineNow, mailLeaves, vault }: TaskParts): TaskList {
  const inHouse = (work: (tx: PracticeTx) => Promise<void>) => inPractice(db, nobody, work)
  return {
    ...recoverTasks({ inHouse, publicOrigin, machineNow, vault }),
    ...noticeTasks(inHouse),
    ...triesTasks({ inHouse, machineNow }),
    ...outcomeTasks({ inOne: (practiceId, work) => inPractice(db, serviceIn(practiceId, 'outcomes'), work) }),
    ...ladderTasks({
      inOne: (practiceId, work) => inPractice(db, serviceIn(practiceId, 'ladder'), work),
      inHouse,
      machineNow,
      mailLeaves,
    }),
    ...missedTasks({
      inOne: (practiceId, work) => inPractice(db, serviceIn(practiceId, 'readings'), work),
      machineNow,
    }),
    ...askingTasks({
      inOne: (practiceId, work) => inPractice(db, serviceIn(practiceId, 'asking'), work),
      machineNow,
      mailLeaves,
    }),
  }
}
