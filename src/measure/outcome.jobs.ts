import type { TaskList } from 'graphile-worker'
import type { PracticeTx } from '../platform/db/tx.ts'
import { outcomeTask, refreshPoints } from './outcome.commands.ts'

interface Parts {
  readonly inOne: (practiceId: string, work: (tx: PracticeTx) => Promise<void>) => Promise<void>
}

export const outcomeTasks = ({ inOne }: Parts): TaskList => ({
  [outcomeTask]: (payload) => {
    const { practiceId, personId } = payload as { practiceId: string; personId: string }
    return inOne(practiceId, (tx) => refreshPoints(tx, personId))
  },
})
