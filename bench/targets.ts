import { randomBytes } from 'node:crypto'
import { idFrom } from '../src/kernel/id.ts'
import type { Seeded } from './seed.ts'
import type { Shot } from './wire.ts'

/** What an operation is held against, measured in the same round: bare statements, a bare server, our own read-200. */
export type Ceiling = 'insert' | 'read' | 'hello' | 'own read-200'

export interface Target {
  readonly bar: number
  readonly name: string
  readonly ceiling: Ceiling
  readonly must: number
  readonly aim: number
  readonly next: () => Shot
}

const newId = () => idFrom(Date.now(), randomBytes(16))
const one = <T>(all: readonly T[]): T => all[Math.floor(Math.random() * all.length)]!
const cookie = (token: string) => ({ cookie: `__Host-throughline=${token}` })
type Someone = Seeded['sessions'][number]

const post = (path: string, headers: Record<string, string>, body: object): Shot => ({
  method: 'POST',
  path,
  headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': newId() },
  body: JSON.stringify(body),
})

const asMonitor = ({ monitor }: Someone) => ({ ...cookie(monitor.token), 'throughline-seat': monitor.seatId })

const read = (person: Someone, what: string): Shot => ({
  method: 'GET',
  path: `/api/people/${person.personId}/${what}`,
  headers: asMonitor(person),
})

const bars = {
  vital: { bar: 1, name: 'vital sign written', ceiling: 'insert', must: 0.12, aim: 0.2 },
  phq9: {
    bar: 2,
    name: 'PHQ-9 sent and scored, one in ten about item 9',
    ceiling: 'insert',
    must: 0.1,
    aim: 0.16,
  },
  read200: { bar: 3, name: 'last 200 vitals of a person', ceiling: 'read', must: 0.25, aim: 0.38 },
  chart: { bar: 4, name: 'chart opened: thread, gates, measures', ceiling: 'hello', must: 0.03, aim: 0.05 },
  record: {
    bar: 5,
    name: 'whole record as FHIR, about 300 items',
    ceiling: 'own read-200',
    must: 0.25,
    aim: 0.5,
  },
} as const

/** One after the other: nobody sends two forms at the same moment. */
function inTurn<T>(all: readonly T[]): () => T {
  let next = -1
  return () => all[(next += 1) % all.length]!
}

/**
 * The operations someone waits for, with everything switched on: sign-in, policy, validation, idempotency, audit. Who is written
 * about is not read: thousands of readings in a minute would make a record of 300 items one of a thousand.
 */
export function targetsOn({ sessions }: Seeded): Target[] {
  const written = inTurn(sessions.filter(({ isAhead }) => !isAhead))
  const told = sessions.filter(({ isAhead }) => isAhead)
  return [
    { ...bars.vital, next: () => vitalSign(written()) },
    { ...bars.phq9, next: () => questionnaire(written()) },
    { ...bars.read200, next: () => read(one(told), 'vitals') },
    { ...bars.chart, next: () => read(one(told), 'chart') },
    { ...bars.record, next: () => read(one(told), 'record') },
  ]
}

const vitalSign = (person: Someone): Shot =>
  post(`/api/sessions/${person.sessionId}/vitals`, asMonitor(person), {
    id: newId(),
    systolicMmHg: 128,
    diastolicMmHg: 82,
    takenAt: new Date().toISOString(),
  })

/** One in ten has an answer that leads to a person. */
const questionnaire = ({ personId, token }: Someone): Shot =>
  post(`/api/people/${personId}/answers`, cookie(token), {
    id: newId(),
    instrumentId: 'phq-9',
    language: 'en',
    answers: { answers: [2, 1, 2, 1, 0, 2, 1, 1, Math.random() < 0.1 ? 1 : 0] },
    withheld: {},
  })
