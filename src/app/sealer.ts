import { sealOnce } from '../audit/seal.commands.ts'
import type { Checkpoint } from '../audit/verify.ts'
import type { Db } from '../platform/db/db.ts'
import { overTheTrail } from '../platform/db/door.ts'
import type { CheckpointFile } from './checkpoints.ts'

export interface SealerParts {
  readonly db: Db
  readonly checkpoints: CheckpointFile
  readonly report: (error: unknown) => void
}

const sealEveryMs = 400
const checkpointEveryMs = 10_000

/** Seals the trail a moment after it is written, and signs where each chain ends: every ten seconds, and on stopping. */
export function startSealer({ db, checkpoints, report }: SealerParts): { stop(): Promise<void> } {
  const ends = new Map<string, Checkpoint>()
  let lastSigned = 0
  let stopping = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const signEnds = () => {
    checkpoints.write([...ends.values()], new Date().toISOString())
    ends.clear()
    lastSigned = Date.now()
  }
  const round = async () => {
    for (const end of await overTheTrail(db, sealOnce)) ends.set(end.practiceId, end)
    if (ends.size > 0 && Date.now() - lastSigned >= checkpointEveryMs) signEnds()
  }
  const tick = () => {
    running = round()
      .catch(report)
      .finally(() => {
        if (!stopping) timer = setTimeout(tick, sealEveryMs)
      })
  }
  tick()
  return {
    async stop() {
      stopping = true
      clearTimeout(timer)
      await running
      await round().catch(report)
      signEnds()
    },
  }
}
