import type { Draft, Entry } from './entry.ts'
import { openStores, readFrom, writeTo } from './stores.ts'

interface Kept {
  readonly seatId: string
  readonly name: string
  readonly answer: unknown
  /** The device's clock when it was told. */
  readonly at: number
}

let opened: Promise<IDBDatabase> | undefined

const device = () =>
  (opened ??= openStores('throughline', (database) => {
    database.createObjectStore('entry', { keyPath: 'order', autoIncrement: true })
    database.createObjectStore('kept', { keyPath: ['seatId', 'name'] })
  }))

/** In the order they were written. */
export const entries = async (): Promise<Entry[]> =>
  readFrom<Entry[]>(await device(), 'entry', (store) => store.getAll())

export const addEntry = async (draft: Draft): Promise<void> =>
  writeTo(await device(), 'entry', (store) => store.add(draft))

export const replaceEntry = async (entry: Entry): Promise<void> =>
  writeTo(await device(), 'entry', (store) => store.put(entry))

export const removeEntry = async (order: number): Promise<void> =>
  writeTo(await device(), 'entry', (store) => store.delete(order))

/** The last answer a screen got, so that a room that is reloaded without a network still shows what it knew. */
export const keep = async (kept: Kept): Promise<void> =>
  writeTo(await device(), 'kept', (store) => store.put(kept))

export const keptAnswer = async (seatId: string, name: string): Promise<Kept | undefined> =>
  readFrom<Kept | undefined>(await device(), 'kept', (store) => store.get([seatId, name]))

/** The only answer of that name on this device; none where there are several, for nobody knows whose hand this is. */
export async function loneAnswer(name: string): Promise<Kept | undefined> {
  const told = await readFrom<Kept[]>(await device(), 'kept', (store) => store.getAll())
  const all = told.filter((kept) => kept.name === name && kept.seatId !== '')
  return all.length === 1 ? all[0] : undefined
}

/**
 * On signing out and on leaving quickly: what was shown is forgotten. What waits to be sent stays, because it is the
 * only record that it happened; only its own seat will see it.
 */
export const forgetKept = async (): Promise<void> => {
  forgetSittings()
  await writeTo(await device(), 'kept', (store) => store.clear())
}

const sitting = 'throughline.sitting.'

/** What is not sent yet and only half decided: kept in this tab, for a page that is loaded again. */
export const keepSitting = (name: string, value: unknown): void =>
  sessionStorage.setItem(sitting + name, JSON.stringify(value))

export const keptSitting = (name: string): unknown => {
  const text = sessionStorage.getItem(sitting + name)
  return text === null ? undefined : JSON.parse(text)
}

export const forgetSitting = (name: string): void => sessionStorage.removeItem(sitting + name)

/** Somebody has signed in: what another left half done in this tab is not theirs. */
export function forgetSittingsBut(seatIds: readonly string[]): void {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith(sitting) && !seatIds.some((seatId) => name.includes(seatId)))
      sessionStorage.removeItem(name)
}

function forgetSittings(): void {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith(sitting)) sessionStorage.removeItem(name)
}
