import { wordsOf } from '../cannot-run.ts'
import { bringUp, type Watched } from './bring-up.ts'
import { shutDown } from './postmaster.ts'
import type { Presence } from './presence.ts'

export interface Supervised {
  readonly version: string
  /** Leaves; the last one out stops PostgreSQL. */
  stop(): Promise<void>
}

/** Starts or joins the database and keeps it running until `stop`: when it dies, it is started again. */
export async function supervise(watched: Watched): Promise<Supervised> {
  const leaving = new AbortController()
  const first = await bringUp(watched, leaving.signal)
  let here: Promise<Presence | undefined> = Promise.resolve(first)

  async function keepUp(presence: Presence) {
    await presence.ended
    if (leaving.signal.aborted) return
    watched.log('the database went away; bringing it back')
    here = untilBack(watched, leaving.signal)
    const back = await here
    if (back) void keepUp(back)
  }
  void keepUp(first)

  return {
    version: first.version,
    // Stopped while the database is on its way back, it leaves as soon as that is settled either way.
    async stop() {
      leaving.abort()
      const presence = await here
      await presence
        ?.leave(() => shutDown(watched.cluster.data))
        .catch((cause) => watched.log(wordsOf(cause)))
    },
  }
}

async function untilBack(watched: Watched, leaving: AbortSignal): Promise<Presence | undefined> {
  while (!leaving.aborted) {
    try {
      const presence = await bringUp(watched, leaving)
      watched.log('the database is back')
      return presence
    } catch (cause) {
      if (!leaving.aborted) watched.log(wordsOf(cause))
    }
  }
  return undefined
}
