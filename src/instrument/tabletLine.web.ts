import { newId } from '../platform/http/ask.web.ts'
import { unattendedHeader } from '../platform/http/attended.web.ts'
import { keepTabletDraft, leaveTablet, sendTablet, stayTablet } from './tablet.contract.ts'

export interface LineState {
  /** Answers that the server has not taken yet. They are in the memory of this page and nowhere else. */
  readonly waiting: number
  readonly offline: boolean
  /** The code was taken back, or its time is over. */
  readonly gone: boolean
  /** The form itself has arrived. */
  readonly sent: boolean
}

export interface TabletLine {
  readonly state: () => LineState
  readonly follow: (listener: () => void) => () => void
  readonly put: (endpoint: typeof keepTabletDraft | typeof sendTablet, input: object) => void
  /** Whether this tablet may still be here; `attended` where someone has touched it since it was last asked. */
  readonly look: (attended: boolean) => Promise<void>
  /** Said while the page is already being left, too. */
  readonly leave: () => Promise<unknown>
  readonly stop: () => void
}

const tryAgainEveryMs = 4_000

type More = { input?: object; intentKey?: string; attended?: boolean; keepalive?: boolean }
type Say = (endpoint: { method: string; path: string }, more?: More) => Promise<Response | undefined>

/** With a token that only this page knows; no cookie goes along. */
const sayer =
  (token: string): Say =>
  ({ method, path }, { input, intentKey, attended = true, keepalive = false } = {}) =>
    fetch(path, {
      method,
      credentials: 'omit',
      keepalive,
      headers: {
        'throughline-tablet': token,
        'throughline-language': document.documentElement.lang,
        ...unattendedHeader(attended),
        ...(input && { 'content-type': 'application/json' }),
        ...(intentKey && { 'idempotency-key': intentKey }),
      },
      ...(input && { body: JSON.stringify(input) }),
    }).catch(() => undefined)

interface Waiting {
  readonly endpoint: typeof keepTabletDraft | typeof sendTablet
  readonly input: object
  readonly intentKey: string
}

/** Sends what waits, in its order, and tells after each what became of it. True when there is more to do later. */
async function deliver(
  queue: Waiting[],
  say: Say,
  tell: (part: Partial<LineState>) => void,
): Promise<boolean> {
  for (let next = queue[0]; next; next = queue[0]) {
    const reply = await say(next.endpoint, next)
    if (isLater(reply)) {
      tell({ offline: true })
      return true
    }
    queue.shift()
    const gone = reply?.status === 401
    if (gone) queue.length = 0
    const isSent = isTaken(reply) && next.endpoint === sendTablet
    tell({ offline: false, ...(gone && { gone }), ...(isSent && { sent: true }) })
  }
  return false
}

/** Sends what is answered. Nothing of it is kept on the device. */
export function openLine(token: string): TabletLine {
  let now: LineState = { waiting: 0, offline: false, gone: false, sent: false }
  const listeners = new Set<() => void>()
  const queue: Waiting[] = []
  const say = sayer(token)
  let sending = false
  let retry: ReturnType<typeof setTimeout> | undefined
  const become = (next: Partial<LineState>) => {
    now = { ...now, ...next, waiting: queue.length }
    for (const listener of listeners) listener()
  }
  async function flush(): Promise<void> {
    clearTimeout(retry)
    if (sending) return
    sending = true
    const isMore = await deliver(queue, say, become)
    sending = false
    if (isMore) retry = setTimeout(() => void flush(), tryAgainEveryMs)
  }
  return {
    state: () => now,
    follow(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    put(endpoint, input) {
      queue.push({ endpoint, input, intentKey: newId() })
      become({})
      void flush()
    },
    async look(attended) {
      const reply = await say(stayTablet, { attended })
      if (reply?.status === 401 && !now.sent) become({ gone: true })
    },
    leave: () => say(leaveTablet, { input: {}, intentKey: newId(), keepalive: true }),
    stop: () => clearTimeout(retry),
  }
}

const isTaken = (reply: Response | undefined): boolean => reply?.ok === true

/** The network, or the server, is not there for the moment: it keeps its place. */
const isLater = (reply: Response | undefined): boolean =>
  !reply || reply.status >= 500 || reply.status === 408 || reply.status === 429
