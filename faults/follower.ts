import { get, type ClientRequest, type IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { headersOf, type Door } from './door.ts'
import { aReading, untilAnswered, type Sent, type Writer } from './writers.ts'

/** A screen that lost an event would show an old picture for good; one that is only late has this long. */
const patienceMs = 30_000

export interface Following {
  readonly sent: readonly Sent[]
  /** Acknowledged, and seen on the other screen because an event said so. */
  seen(): number
  /** Acknowledged, and no event ever led the other screen to it. */
  gaps(): number
  stop(): Promise<void>
}

/**
 * Two screens of one person. One writes a reading; the other asks for the picture only when an event tells it to, takes
 * up where it left off with the last event's id after every cut, on whatever server is there, and must come to show it.
 */
export function startFollowing(writer: Writer, lane: number, door: Door): Following {
  const screen = openScreen(writer.personId, door)
  const sent: Sent[] = []
  let [seen, gaps, stopping] = [0, 0, false]
  const work = (async () => {
    while (!stopping) {
      const one = aReading(lane, sent.length)
      sent.push(one)
      await untilAnswered(one, writer, door)
      if (await shownBy(screen, one.id, door)) seen += 1
      else gaps += 1
    }
  })()
  return {
    sent,
    seen: () => seen,
    gaps: () => gaps,
    async stop() {
      stopping = true
      await work
      await screen.close()
    },
  }
}

async function shownBy(screen: Screen, id: string, door: Door): Promise<boolean> {
  const until = Date.now() + patienceMs
  while (Date.now() < until && !door.isGone?.()) {
    if (screen.shows(id)) return true
    await sleep(10)
  }
  return false
}

type Screen = ReturnType<typeof openScreen>

interface Line {
  last: string | undefined
  toldOf: number
  closed: boolean
  request?: ClientRequest
}

function openScreen(personId: string, door: Door) {
  const line: Line = { last: undefined, toldOf: 0, closed: false }
  let picture = ''
  const listening = (async () => {
    for (let turn = 0; !line.closed; turn += 1) {
      await listenOnce(`/api/live/people/${personId}`, line, { door, turn })
      await sleep(20)
    }
  })()
  const drawing = (async () => {
    for (let drawn = 0; !line.closed; await sleep(5)) {
      if (line.toldOf === drawn) continue
      const toldOf = line.toldOf
      const fresh = await asked(`/api/people/${personId}/vitals`, door)
      if (fresh === undefined) continue
      picture = fresh
      drawn = toldOf
    }
  })()
  return {
    shows: (id: string) => picture.includes(id),
    async close() {
      line.closed = true
      line.request?.destroy()
      await Promise.all([listening, drawing])
    },
  }
}

async function asked(path: string, door: Door): Promise<string | undefined> {
  const [port] = door.ports()
  if (port === undefined) return undefined
  try {
    const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: headersOf(door),
      signal: AbortSignal.timeout(5_000),
    })
    return reply.ok ? await reply.text() : undefined
  } catch {
    return undefined
  }
}

/** Until the line is cut. */
function listenOnce(path: string, line: Line, { door, turn }: { door: Door; turn: number }): Promise<void> {
  const ports = door.ports()
  const port = ports[turn % ports.length]
  if (port === undefined) return Promise.resolve()
  const headers = { ...headersOf(door), ...(line.last && { 'last-event-id': line.last }) }
  return new Promise((cut) => {
    line.request = get({ host: '127.0.0.1', port, path, headers }, (reply) => read(reply, line, cut))
    line.request.on('error', () => cut())
    line.request.on('close', () => cut())
  })
}

function read(reply: IncomingMessage, line: Line, cut: () => void): void {
  if (reply.statusCode !== 200) {
    reply.destroy()
    return cut()
  }
  // Nothing was ever heard, so there is no place to take up from: look once.
  if (line.last === undefined) line.toldOf += 1
  let rest = ''
  reply.setEncoding('utf8')
  reply.on('error', () => cut())
  reply.on('close', () => cut())
  reply.on('data', (text: string) => {
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const id = /^id: (\d+)$/m.exec(block)?.[1]
      if (id === undefined) continue
      line.last = id
      line.toldOf += 1
    }
  })
}
