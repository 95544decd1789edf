import type { Db } from '../db/db.ts'
import { listen } from './ear.ts'
import { mostAtOnce, readFrom, type Change, type Place } from './trail.ts'

type Listener = (changes: readonly Change[], upTo: Place) => void

export interface Hub {
  /** Tells the other servers, and this one, that there is something new in the trail. */
  wrote(): void
  follow(listener: Listener): () => void
  /** What was written since a place, or nothing when that is too long ago to tell one by one. */
  since(place: Place): Promise<{ changes: readonly Change[]; upTo: Place } | undefined>
  stop(): Promise<void>
}

/** Even if every notification were lost, a change is seen within this. */
const sweepEveryMs = 1_000

/**
 * The audit trail is the log of events, so an event is there if, and only if, its write is. A notification only says
 * "look"; reading starts from the oldest transaction that was still running at the last look, so none is missed, and
 * what was already told is left out by its row number.
 */
export async function openHub(
  db: Db,
  connectionString: string,
  report: (error: unknown) => void,
): Promise<Hub> {
  const listeners = new Set<Listener>()
  const look = await lookout(db, listeners)
  const looker = oneAtATime(() => look().catch(report))
  const ear = await listen(connectionString, looker.go, report)
  const sweep = setInterval(looker.go, sweepEveryMs)
  let telling: NodeJS.Timeout | undefined
  return {
    wrote() {
      telling ??= setTimeout(() => {
        telling = undefined
        ear.tell().catch(report)
      }, 3)
    },
    follow(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async since(from) {
      const reading = await readFrom(db, from)
      return reading.changes.length < mostAtOnce ? reading : undefined
    },
    async stop() {
      clearInterval(sweep)
      clearTimeout(telling)
      await looker.rest()
      await ear.close()
    },
  }
}

/** Reads on from where the last look ended, and tells the listeners what they were not told before. */
async function lookout(db: Db, listeners: ReadonlySet<Listener>): Promise<() => Promise<void>> {
  let told = new Set<string>()
  let place = (await readFrom(db, undefined)).upTo
  return async () => {
    const { changes, upTo } = await readFrom(db, place)
    const fresh = changes.filter(({ id }) => !told.has(id))
    told = new Set(changes.filter(({ xid }) => xid >= upTo).map(({ id }) => id))
    place = upTo
    if (fresh.length > 0) for (const listener of listeners) listener(fresh, upTo)
  }
}

/** Asked again while at work, it works once more afterwards. */
function oneAtATime(work: () => Promise<void>): { go(): void; rest(): Promise<void> } {
  let working: Promise<void> | undefined
  let again = false
  const go = (): void => {
    again = working !== undefined
    working ??= work().finally(() => {
      working = undefined
      if (again) go()
    })
  }
  return { go, rest: async () => working }
}
