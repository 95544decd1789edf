import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

/** One write as its writer knows it. Nothing here is asked of the server's code. */
export interface Sent {
  readonly writer: number
  readonly sequence: number
  readonly id: string
  readonly intentKey: string
  /** Answered with success: from then on it must never be lost. */
  acknowledged: boolean
  /** Asked more than once, because the first answer never came. */
  retried: boolean
  /** Refused with this, although the first try may have gone through: an unknown outcome that was not resolved. */
  refused?: string
}

export interface Writer {
  readonly sessionId: string
  readonly personId: string
}

export interface Door {
  port(): number | undefined
  readonly token: string
  readonly seatId: string
}

/**
 * Each writer takes down readings one after the other in its own session. No answer is an unknown outcome: the same
 * intent is sent again, with the same content, until there is one.
 */
export function startWriting(
  writers: readonly Writer[],
  door: Door,
): { sent: Sent[]; stop(): Promise<void> } {
  const sent: Sent[] = []
  let stopping = false
  const lanes = writers.map(async (writer, number) => {
    for (let sequence = 0; !stopping; sequence += 1) {
      const one: Sent = {
        writer: number,
        sequence,
        id: randomUUID(),
        intentKey: randomUUID(),
        acknowledged: false,
        retried: false,
      }
      sent.push(one)
      await untilAnswered(one, writer, door)
    }
  })
  return {
    sent,
    async stop() {
      stopping = true
      await Promise.all(lanes)
    },
  }
}

async function untilAnswered(one: Sent, writer: Writer, door: Door): Promise<void> {
  const body = JSON.stringify({
    id: one.id,
    systolicMmHg: 100 + (one.sequence % 50),
    diastolicMmHg: 80,
    heartRateBpm: one.sequence % 300,
    takenAt: '2026-03-02T17:00:00.000Z',
  })
  for (let tries = 0; tries < 2_000; tries += 1) {
    one.retried = tries > 0
    const reply = await post(`/api/sessions/${writer.sessionId}/vitals`, { body, key: one.intentKey }, door)
    if (reply === undefined || reply.status >= 500) {
      await sleep(15)
      continue
    }
    if (reply.ok) one.acknowledged = true
    else one.refused = `${reply.status} ${await reply.text()}`
    return
  }
  one.refused = 'never answered'
}

async function post(
  path: string,
  asked: { body: string; key: string },
  door: Door,
): Promise<Response | undefined> {
  const port = door.port()
  if (port === undefined) return undefined
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    body: asked.body,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': asked.key,
      'throughline-seat': door.seatId,
      cookie: `__Host-throughline=${door.token}`,
    },
    signal: AbortSignal.timeout(10_000),
  }).catch(() => undefined)
}
