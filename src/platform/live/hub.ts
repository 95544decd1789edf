import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../db/db.ts'
import { listen } from './ear.ts'
import { mostAtOnce, readFrom, type Change, type Place } from './trail.ts'

type Listener = (changes: readonly Change[], upTo: Place) => void

/** Long enough that a busy hour is not spent looking, short enough that nobody sees it. */
const atMostEveryMs = 15

export interface Hub {
  /** Tells the other servers, and this one, that there is something new in the trail. */
  wrote(): void
  follow(listener: Listener): () => void
  /** Up to where this server has looked: whoever begins to read now sees everything before it. */
  place(): Place
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
  const lookout = await openLookout(db, listeners)
  const looker = oneAtATime(() => lookout.look().catch(report))
  const ear = await listen(connectionString, looker.go, report)
  const sweep = setInterval(looker.go, sweepEveryMs)
  const teller = oneAtATime(() => ear.tell().catch(report))
  return {
    wrote: teller.go,
    follow(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    place: lookout.place,
    async since(from) {
      const reading = await readFrom(db, from)
      return reading.changes.length < mostAtOnce ? reading : undefined
    },
    async stop() {
      clearInterval(sweep)
      await teller.rest()
      await looker.rest()
      await ear.close()
    },
  }
}

/** Reads on from where the last look ended, and tells the listeners what they were not told before. */
async function openLookout(
  db: Db,
  listeners: ReadonlySet<Listener>,
): Promise<{ place(): Place; look(): Promise<void> }> {
  let told = new Set<string>()
  let place = (await readFrom(db, undefined)).upTo
  return {
    place: () => place,
    async look() {
      const { changes, upTo } = await readFrom(db, listeners.size > 0 ? place : undefined)
      const fresh = changes.filter(({ id }) => !told.has(id))
      told = new Set(changes.filter(({ xid }) => xid >= upTo).map(({ id }) => id))
      place = upTo
      if (fresh.length > 0) for (const listener of listeners) listener(fresh, upTo)
    },
  }
}

/** Asked again while at work, or just after, it works once more, a moment later. */
function oneAtATime(work: () => Promise<unknown>): { go(): void; rest(): Promise<void> } {
  let working: Promise<void> | undefined
  let again = false
  let resting = false
  const go = (): void => {
    again = working !== undefined
    working ??= work()
      .then(() => sleep(resting ? 0 : atMostEveryMs))
      .finally(() => {
        working = undefined
        if (again && !resting) go()
      })
  }
  return {
    go,
    async rest() {
      resting = true
      await working
    },
  }
}
