import { randomUUID } from 'node:crypto'
import type { Seeded } from './seed.ts'
import type { Shot } from './wire.ts'

export interface Target {
  readonly bar: number
  readonly name: string
  /** What it is held against, measured in the same round. */
  readonly ceiling: 'insert' | 'read' | 'hello'
  readonly must: number
  readonly aim: number
  readonly writes: boolean
  readonly next: () => Shot
}

const one = <T>(all: readonly T[]): T => all[Math.floor(Math.random() * all.length)]!
const cookie = (token: string) => ({ cookie: `__Host-throughline=${token}` })
const post = (path: string, headers: Record<string, string>, body: object): Shot => ({
  method: 'POST',
  path,
  headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
  body: JSON.stringify(body),
})

/** The operations a clinician waits for, with everything switched on: sign-in, policy, validation, idempotency, audit. */
export function targetsOn({ sessions, monitor, clients }: Seeded): Target[] {
  const member = { ...cookie(monitor.token), 'throughline-seat': monitor.seatId }
  const read = (path: () => string) => (): Shot => ({ method: 'GET', path: path(), headers: member })
  return [
    { ...bars[1], next: () => vitalSign(one(sessions).sessionId, member) },
    { ...bars[2], next: () => questionnaire(one(clients)) },
    { ...bars[3], next: read(() => `/api/people/${one(sessions).personId}/vitals`) },
    { ...bars[4], next: read(() => `/api/people/${one(sessions).personId}/thread`) },
  ]
}

const bars = {
  1: { bar: 1, name: 'vital sign written', ceiling: 'insert', must: 0.12, aim: 0.2, writes: true },
  2: { bar: 2, name: 'PHQ-9 sent and scored', ceiling: 'insert', must: 0.1, aim: 0.16, writes: true },
  3: { bar: 3, name: 'last 200 vitals of a person', ceiling: 'read', must: 0.25, aim: 0.38, writes: false },
  4: { bar: 4, name: 'chart opened (thread)', ceiling: 'hello', must: 0.03, aim: 0.05, writes: false },
} as const

const vitalSign = (sessionId: string, member: Record<string, string>): Shot =>
  post(`/api/sessions/${sessionId}/vitals`, member, {
    id: randomUUID(),
    systolicMmHg: 128,
    diastolicMmHg: 82,
    takenAt: new Date().toISOString(),
  })

/** One in ten has an answer that leads to a person. */
const questionnaire = ({ personId, token }: Seeded['clients'][number]): Shot =>
  post(`/api/people/${personId}/answers`, cookie(token), {
    id: randomUUID(),
    instrumentId: 'phq-9',
    language: 'en',
    answers: { answers: [2, 1, 2, 1, 0, 2, 1, 1, Math.random() < 0.1 ? 1 : 0] },
    withheld: {},
  })
