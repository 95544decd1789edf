import { gatherMoved } from '../measure/moved.commands.ts'
import type { Db } from '../platform/db/db.ts'
import { inPractice, nobody } from '../platform/db/door.ts'

const gatherEveryMs = 5_000

/** Gathers what moved, every few seconds, until stopped. What is left then waits for the next server. */
export function startGatherer(db: Db, report: (error: unknown) => void): { stop(): Promise<void> } {
  let stopping = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const round = async () => {
    while ((await inPractice(db, nobody, gatherMoved)) && !stopping);
  }
  const tick = () => {
    running = round()
      .catch(report)
      .finally(() => {
        if (!stopping) timer = setTimeout(tick, gatherEveryMs)
      })
  }
  tick()
  return {
    async stop() {
      stopping = true
      clearTimeout(timer)
      await running
    },
  }
}
