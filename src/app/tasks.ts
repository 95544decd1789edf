import type { TaskList } from 'graphile-worker'
import type { Db } from '../platform/db/db.ts'

export interface TaskParts {
  readonly db: Db
}

/** Every job there is, by name. A slice's jobs are in its `.jobs.ts`. */
export const tasks = (_parts: TaskParts): TaskList => ({})
