import { connect, type Socket } from 'node:net'
import { once } from 'node:events'

/** One request, ready to be written: the fewest moving parts between the stopwatch and the server. */
export interface Shot {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: string
}

export interface Tally {
  /** Answers a second. */
  readonly rate: number
  readonly done: number
  /** Milliseconds, by answer, sorted. */
  readonly times: Float64Array
}

const bytesOf = ({ method, path, headers, body = '' }: Shot): Buffer => {
  const all = { host: 'localhost', ...headers, 'content-length': String(Buffer.byteLength(body)) }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}

/** Keeps `connections` busy for `ms`, each with the next shot once its last was answered. Any answer but 2xx ends it. */
export async function fire(
  port: number,
  plan: { connections: number; ms: number },
  next: () => Shot,
): Promise<Tally> {
  const times: number[] = []
  const start = performance.now()
  const end = start + plan.ms
  await Promise.all(Array.from({ length: plan.connections }, () => lane(port, { end, next, times })))
  const seconds = (performance.now() - start) / 1000
  return { rate: times.length / seconds, done: times.length, times: Float64Array.from(times).toSorted() }
}

interface Lane {
  readonly end: number
  readonly next: () => Shot
  readonly times: number[]
}

async function lane(port: number, { end, next, times }: Lane): Promise<void> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  const answers = reader(socket)
  while (performance.now() < end) {
    const began = performance.now()
    socket.write(bytesOf(next()))
    const { status, head } = await answers()
    if (status < 200 || status > 299) throw new Error(`the server answered ${status}: ${head}`)
    times.push(performance.now() - began)
  }
  socket.destroy()
}

interface Answer {
  readonly status: number
  readonly head: string
}

/**
 * Reads whole answers off a socket, with a length or in chunks. A long one is counted as it comes and never put together: what
 * the stopwatch spends is taken from the server it measures.
 */
function reader(socket: Socket): () => Promise<Answer> {
  let pending: Buffer = Buffer.alloc(0)
  /** The answer that is under way, and how many of its bytes are still to come. */
  let begun: (Answer & { left: number }) | undefined
  let settle: ((answer: Answer) => void) | undefined
  let fail: ((cause: Error) => void) | undefined
  const take = (chunk: Buffer) => {
    if (begun && chunk.length < begun.left) return void (begun.left -= chunk.length)
    if (begun) return done(begun, chunk.subarray(begun.left))
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    const found = answerIn(pending)
    if (!found) return
    if (found.length <= pending.length) return done(found, pending.subarray(found.length))
    begun = { ...found, left: found.length - pending.length }
    pending = Buffer.alloc(0)
  }
  const done = ({ status, head }: Answer, rest: Buffer) => {
    begun = undefined
    pending = rest
    settle?.({ status, head })
  }
  socket.on('data', take)
  socket.on('error', (cause) => fail?.(cause))
  socket.on('close', () => fail?.(new Error('the server closed the line')))
  return () =>
    new Promise((resolve, reject) => {
      settle = resolve
      fail = reject
    })
}

/** An answer that begins here, and its length; nothing while that cannot be told. */
function answerIn(bytes: Buffer): (Answer & { length: number }) | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd === -1) return undefined
  const head = bytes.toString('latin1', 0, headEnd)
  const status = Number(head.slice(9, 12))
  const length = /^content-length: *(\d+)/im.exec(head)?.[1]
  if (length !== undefined) return { status, head, length: headEnd + 4 + Number(length) }
  const last = bytes.indexOf('\r\n0\r\n\r\n', headEnd + 2)
  return last === -1 ? undefined : { status, head, length: last + 7 }
}
