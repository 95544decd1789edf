import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { idFrom } from '../src/kernel/id.ts'
import { randomBytes } from 'node:crypto'
import type { Seeded } from './seed.ts'
import { fire, type Tally } from './wire.ts'

const writesMs = 5_000

/**
 * Bar 12: this many screens follow one practice's people, and one writes about one person after another. Measured is how
 * long after the write was sent the screens that follow that person were told.
 */
export async function seenOnSecondScreen(
  port: number,
  { sessions: all }: Seeded,
  screens: number,
): Promise<Tally> {
  const sessions = all.filter(({ isAhead }) => !isAhead)
  const sent = new Map<string, number>()
  const times: number[] = []
  const open = await Promise.all(
    Array.from({ length: screens }, async (_, at) => {
      const { personId, monitor } = sessions[at % sessions.length]!
      const socket = await follow(port, personId, monitor)
      socket.on('data', (chunk: Buffer) => {
        const since = sent.get(personId)
        if (since !== undefined && chunk.includes('event: changed')) times.push(performance.now() - since)
      })
      return socket
    }),
  )
  let turn = 0
  await fire(port, { connections: 1, ms: writesMs }, () => {
    const { personId, sessionId, monitor } = sessions[turn++ % sessions.length]!
    sent.set(personId, performance.now())
    const id = () => idFrom(Date.now(), randomBytes(16))
    return {
      method: 'POST',
      path: `/api/sessions/${sessionId}/vitals`,
      headers: {
        cookie: `__Host-throughline=${monitor.token}`,
        'throughline-seat': monitor.seatId,
        'content-type': 'application/json',
        'idempotency-key': id(),
      },
      body: JSON.stringify({ id: id(), heartRateBpm: 72, takenAt: new Date().toISOString() }),
    }
  })
  await new Promise((settle) => setTimeout(settle, 500))
  for (const socket of open) socket.destroy()
  if (times.length === 0) throw new Error('no screen was told of anything')
  return { rate: times.length, done: times.length, times: Float64Array.from(times).toSorted() }
}

async function follow(
  port: number,
  personId: string,
  monitor: { token: string; seatId: string },
): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  socket.write(
    `GET /api/live/people/${personId} HTTP/1.1\r\nhost: localhost\r\naccept: text/event-stream\r\n` +
      `cookie: __Host-throughline=${monitor.token}\r\nthroughline-seat: ${monitor.seatId}\r\n\r\n`,
  )
  const [head] = (await once(socket, 'data')) as [Buffer]
  if (!head.toString('latin1').startsWith('HTTP/1.1 200'))
    throw new Error(`a screen was refused: ${head.toString('latin1', 0, 40)}`)
  return socket
}
