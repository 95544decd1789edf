import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { between, seeded } from './chance.ts'
import { post, type Door } from './door.ts'

/** One write as its writer knows it. Nothing here is asked of the server's code. */
export interface Sent {
  readonly writer: number
  readonly sequence: number
  readonly id: string
  readonly intentKey: string
  /** Answered with success, and with what: from then on it must never be lost. */
  acknowledged: boolean
  answer?: string
  /** Asked more than once, because the first answer never came. */
  retried: boolean
  /** Asked again after it had been answered, as an outbox does whose note of that was lost; how often. */
  resent: number
  /** The second answer was not the first. */
  changed?: boolean
  /** Refused with this, although the first try may have gone through: an unknown outcome that was not resolved. */
  refused?: string
}

export interface Writer {
  readonly sessionId: string
  readonly personId: string
}

/**
 * Each writer takes down readings one after the other in its own session. No answer is an unknown outcome: the same
 * intent is sent again, with the same content and to any server, until there is one. Now and then a writer has no network
 * for a while, keeps what it takes down and sends it in order; and now and then it sends again what was answered.
 */
export function startWriting(
  writers: readonly Writer[],
  { door, seed }: { door: Door; seed: number },
): { sent: Sent[]; stop(): Promise<void> } {
  const sent: Sent[] = []
  let stopping = false
  const lanes = writers.map(async (writer, number) => {
    const random = seeded(seed + 7_919 * (number + 1))
    const mine: Sent[] = []
    while (!stopping) {
      const kept = random() < 0.06 ? between(random, [2, 6]) : 1
      if (kept > 1) await sleep(between(random, [40, 250]))
      const waiting = Array.from({ length: kept }, (_, place) => aReading(number, mine.length + place))
      mine.push(...waiting)
      sent.push(...waiting)
      for (const one of waiting) await untilAnswered(one, writer, door)
      if (random() < 0.08) for (const one of mine.slice(-3)) await again(one, writer, door)
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

export const aReading = (writer: number, sequence: number): Sent => ({
  writer,
  sequence,
  id: randomUUID(),
  intentKey: randomUUID(),
  acknowledged: false,
  retried: false,
  resent: 0,
})

const bodyOf = (one: Sent) =>
  JSON.stringify({
    id: one.id,
    systolicMmHg: 100 + Math.floor(one.sequence / 300),
    diastolicMmHg: 80,
    heartRateBpm: one.sequence % 300,
    takenAt: '2026-03-02T17:00:00.000Z',
  })

export async function untilAnswered(one: Sent, writer: Writer, door: Door): Promise<void> {
  const reply = await answered(one, writer, door)
  if (reply?.status === 200) {
    one.acknowledged = true
    one.answer = reply.text
  } else one.refused = reply ? `${reply.status} ${reply.text}` : 'never answered'
}

async function again(one: Sent, writer: Writer, door: Door): Promise<void> {
  if (!one.acknowledged) return
  const reply = await answered(one, writer, door)
  one.resent += 1
  if (reply?.status !== 200 || reply.text !== one.answer) one.changed = true
}

async function answered(one: Sent, writer: Writer, door: Door) {
  const asked = { body: bodyOf(one), key: one.intentKey }
  for (let tries = 0; tries < 4_000; tries += 1) {
    if (tries > 0 && !one.acknowledged) one.retried = true
    const turn = one.writer + one.sequence + tries
    const reply = await post(`/api/sessions/${writer.sessionId}/vitals`, { ...asked, turn }, door)
    if (reply && reply.status < 500) return reply
    if (door.isGone?.()) return undefined
    await sleep(15)
  }
  return undefined
}
