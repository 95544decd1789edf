import { newId } from '../platform/http/ask.web.ts'
import { unattendedHeader } from '../platform/http/attended.web.ts'
import type { Answers, Language, Withheld } from './response.ts'
import { keepTabletDraft, leaveTablet, sendTablet, stayTablet, type Taken } from './tablet.contract.ts'

/** What goes along: the code says whose it is, and which form. */
export interface Sheet {
  readonly instrumentVersion: string
  readonly language: Language
  readonly answers: Answers
  readonly withheld: Withheld
  readonly finishedAt?: number
}

export interface LineState {
  /** Answers that the server has not taken yet. They are in the memory of this page and nowhere else. */
  readonly waiting: number
  readonly offline: boolean
  /** The code was taken back, or its time is over. */
  readonly gone: boolean
  /** The form itself has arrived. */
  readonly sent: boolean
  /** It arrived and was not taken: what was answered is nowhere but on this page. */
  readonly refused: Sheet | null
  /** What the server said last of an answer that asks for a person. */
  readonly told: 'told' | 'listed' | null
}

export const nothingSaid: LineState = {
  waiting: 0,
  offline: false,
  gone: false,
  sent: false,
  refused: null,
  told: null,
}

export interface TabletLine {
  readonly state: () => LineState
  readonly follow: (listener: () => void) => () => void
  readonly put: (endpoint: typeof keepTabletDraft | typeof sendTablet, input: Sheet) => void
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
  readonly input: Sheet
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
    if (reply?.status === 401) queue.length = 0
    tell({ offline: false, ...(await becomeOf(reply, next)) })
  }
  return false
}

/** What became of one that was answered: taken, over, or refused. A refused draft goes along with the next one. */
async function becomeOf(
  reply: Response | undefined,
  { endpoint, input }: Waiting,
): Promise<Partial<LineState>> {
  const isLast = endpoint === sendTablet
  if (reply?.status === 401) return { gone: true }
  if (!isTaken(reply)) return { told: null, ...(isLast && { refused: input }) }
  return { ...toldBy(await reply?.json().catch(() => undefined)), ...(isLast && { sent: true }) }
}

/** Nothing new where the answer asks for nobody. */
function toldBy(said: Partial<Taken> | undefined): Partial<LineState> {
  if (said?.told) return { told: 'told' }
  return said?.listed ? { told: 'listed' } : {}
}

/** Sends what is answered. Nothing of it is kept on the device. */
export function openLine(token: string): TabletLine {
  let now = nothingSaid
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
