import { followSeat, newId, seatOfTab } from '../http/ask.web.ts'
import { isAttended, unattendedHeader } from '../http/attended.web.ts'
import { addEntry, entries, removeEntry, replaceEntry } from './device.ts'
import { deliver, fateOf, type Entry, type Fate } from './entry.ts'

export interface OutboxState {
  readonly entries: readonly Entry[]
  /** The last that the server took, until the page goes: what a screen still shows while it asks anew. */
  readonly taken: readonly Entry[]
  /** When the line was found closed; undefined while it is open. */
  readonly offlineSince: number | undefined
  readonly why: 'offline' | 'server' | 'signed-out' | undefined
}

const takenKept = 100
const empty: OutboxState = { entries: [], taken: [], offlineSince: undefined, why: undefined }
const tryAgainEveryMs = 4_000

let state = empty
const listeners = new Set<() => void>()
let retry: ReturnType<typeof setTimeout> | undefined
let sending: Promise<void> | undefined
let again = false
const takenListeners = new Set<() => void>()

const become = (next: OutboxState) => {
  state = next
  for (const listener of listeners) listener()
}

export const outboxState = (): OutboxState => state

export function followOutbox(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Told whenever the server has taken something, so that what is on the screen is asked for again. */
export function whenTaken(listener: () => void): () => void {
  takenListeners.add(listener)
  return () => void takenListeners.delete(listener)
}

/** Writes a fact down on this device first, then sends it. It is safe once this resolves. */
export async function put(about: { lane: string; path: string; input: object }): Promise<void> {
  await addEntry({ ...about, seatId: seatOfTab() ?? '', intentKey: newId(), at: Date.now() })
  await show()
  send()
}

/** A person has read why this one was refused. */
export async function dismiss(order: number): Promise<void> {
  await removeEntry(order)
  await show()
}

const own = async (): Promise<Entry[]> => {
  const seatId = seatOfTab() ?? ''
  return (await entries()).filter((entry) => entry.seatId === seatId)
}

const show = async () => become({ ...state, entries: await own() })

/** Sends what waits, one sender at a time over all tabs of this browser. */
export function send(): void {
  again = sending !== undefined
  sending ??= navigator.locks
    .request('throughline-outbox', round)
    .catch(() => {})
    .finally(() => {
      sending = undefined
      if (again) send()
    })
}

async function round(): Promise<void> {
  clearTimeout(retry)
  const waiting = await own()
  const stopped = waiting.some(({ refusal }) => !refusal) ? await deliver(waiting, line) : undefined
  const why = stopped?.kind === 'stay' ? stopped.why : undefined
  become({
    ...state,
    entries: await own(),
    why,
    offlineSince: why ? (state.offlineSince ?? Date.now()) : undefined,
  })
  if (why) retry = setTimeout(send, tryAgainEveryMs)
}

const line = {
  post,
  async remove(order: number) {
    const done = state.entries.filter((entry) => entry.order === order)
    await removeEntry(order)
    // In one step: nothing that was written down is gone from the screen for a moment.
    become({ ...state, entries: await own(), taken: [...state.taken, ...done].slice(-takenKept) })
    for (const listener of takenListeners) listener()
  },
  async keepRefused(entry: Entry) {
    await replaceEntry(entry)
    await show()
  },
}

async function post(entry: Entry): Promise<Fate> {
  const reply = await fetch(entry.path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': entry.intentKey,
      'throughline-language': document.documentElement.lang,
      ...unattendedHeader(isAttended()),
      ...(entry.seatId && { 'throughline-seat': entry.seatId }),
    },
    body: JSON.stringify(entry.input),
  }).catch(() => undefined)
  if (!reply) return { kind: 'stay', why: 'offline' }
  return fateOf(reply.status, await reply.json().catch(() => undefined))
}

/** Once, when the app starts: what was left from before is shown and sent, and the network's return is noticed. */
export function openOutbox(): void {
  addEventListener('online', send)
  // Whoever sits down sends what they themself had left here, and sees it.
  followSeat(send)
  addEventListener('offline', () =>
    become({ ...state, why: 'offline', offlineSince: state.offlineSince ?? Date.now() }),
  )
  addEventListener('visibilitychange', () => document.visibilityState === 'visible' && send())
  send()
}
