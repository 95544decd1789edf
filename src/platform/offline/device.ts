import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Draft, Entry } from './entry.ts'

interface Kept {
  readonly seatId: string
  readonly name: string
  readonly answer: unknown
}

interface Device extends DBSchema {
  entry: { key: number; value: Omit<Entry, 'order'> & { order?: number } }
  kept: { key: [string, string]; value: Kept }
}

let opened: Promise<IDBPDatabase<Device>> | undefined

const device = () =>
  (opened ??= openDB<Device>('throughline', 1, {
    upgrade(database) {
      database.createObjectStore('entry', { keyPath: 'order', autoIncrement: true })
      database.createObjectStore('kept', { keyPath: ['seatId', 'name'] })
    },
  }))

/** In the order they were written. */
export const entries = async (): Promise<Entry[]> => (await (await device()).getAll('entry')) as Entry[]

export const addEntry = async (draft: Draft): Promise<void> =>
  void (await (await device()).add('entry', draft))

export const replaceEntry = async (entry: Entry): Promise<void> =>
  void (await (await device()).put('entry', entry))

export const removeEntry = async (order: number): Promise<void> => (await device()).delete('entry', order)

/** The last answer a screen got, so that a room that is reloaded without a network still shows what it knew. */
export const keep = async (kept: Kept): Promise<void> => void (await (await device()).put('kept', kept))

export const keptAnswer = async (seatId: string, name: string): Promise<unknown> =>
  (await (await device()).get('kept', [seatId, name]))?.answer

/**
 * On signing out and on leaving quickly: what was shown is forgotten. What waits to be sent stays, because it is the
 * only record that it happened; only its own seat will see it.
 */
export const forgetKept = async (): Promise<void> => (await device()).clear('kept')
