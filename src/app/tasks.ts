import type { TaskList } from 'graphile-worker'
import { recoverTasks } from '../access/recover.jobs.ts'
import type { Db } from '../platform/db/db.ts'
import { inPractice, nobody } from '../platform/db/door.ts'

export interface TaskParts {
  readonly db: Db
  readonly publicOrigin: () => string
  readonly machineNow: () => number
}

/** Every job there is, by name. A slice's jobs are in its `.jobs.ts`. */
export const tasks = ({ db, publicOrigin, machineNow }: TaskParts): TaskList => ({
  ...recoverTasks({ inHouse: (work) => inPractice(db, nobody, work), publicOrigin, machineNow }),
})
