import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { addMember, addPractice, machineStart, type Someone } from '../src/app/testing/arrange.ts'
import { heard, onFile, values } from '../src/app/seed/heard.ts'
import { putReady, putting, stageSession, type Arranged, type Arranging } from '../src/app/testing/journey.ts'
import { minute } from '../src/kernel/instant.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { prepareJobs } from '../src/platform/jobs/jobs.ts'
import { onto } from './campaign.ts'
import { between, pick, seeded } from './chance.ts'
import { openCluster } from './cluster.ts'
import { post } from './door.ts'
import { releasesTooLate } from './gate-checker.ts'
import { keptServer, type KeptServer } from './kept.ts'

export interface GatePlan {
  readonly sessions: number
  readonly seed: number
  readonly source?: string
}

export interface GateVerdict {
  /** Sessions whose gate was closed while a release was asked for. */
  readonly raced: number
  readonly released: number
  readonly refused: number
  /** Answered with something that is neither; a race must end one way or the other. */
  readonly unresolved: number
  /** Released after a gate had closed. */
  readonly unmet: number
  /** Which gates those were. */
  readonly which: readonly string[]
  /** Without both outcomes nothing has raced. */
  readonly isVoid: boolean
}

export const gatesHold = ({ unmet, unresolved, isVoid }: GateVerdict): boolean =>
  !isVoid && unmet === 0 && unresolved === 0

export interface GateCampaign {
  round(plan: GatePlan): Promise<GateVerdict>
  /** Takes out what the database itself does for the gates, for good: what is left is TypeScript. */
  leaveItToTypeScript(): Promise<void>
  close(): Promise<void>
}

interface House extends Arranging {
  readonly servers: readonly KeptServer[]
}

/** Two servers on one database, and sessions for which every gate is met. */
export async function openGateCampaign(): Promise<GateCampaign> {
  const cluster = await openCluster()
  const folder = mkdtempSync(join(tmpdir(), 'throughline-faults-keys-'))
  await onto(cluster.url('owner', 'postgres'), (admin) => admin.query('create database gates'))
  const ownerUrl = cluster.url('owner', 'gates')
  await migrate(ownerUrl)
  await prepareJobs(ownerUrl)
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  const practiceId = await addPractice(owner, 'Ours')
  const people = {
    therapist: await addMember(owner, practiceId, ['therapist']),
    prescriber: await addMember(owner, practiceId, ['prescriber']),
    monitor: await addMember(owner, practiceId, ['monitor']),
  }
  return {
    async round(plan) {
      const env = {
        FAULTS_SOURCE: plan.source ?? resolve('.'),
        FAULTS_OWNER: ownerUrl,
        FAULTS_APP: cluster.url('throughline_app', 'gates'),
        FAULTS_FOLDER: folder,
        FAULTS_NOW: String(machineStart),
      }
      const servers = [keptServer(env), keptServer(env)]
      await Promise.all(servers.map((server) => server.start()))
      try {
        return await race({ owner, practiceId, people, servers }, plan)
      } finally {
        await Promise.all(servers.map((server) => server.kill()))
      }
    },
    async leaveItToTypeScript() {
      await owner.query('drop trigger release_stands on release')
      const { rows } = await owner.query<{ drop: string }>(
        `select format('drop trigger %I on %s', tgname, tgrelid::regclass) as drop from pg_trigger where tgname = 'facts_changed'`,
      )
      for (const { drop } of rows) await owner.query(drop)
    },
    async close() {
      await owner.end()
      await cluster.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

async function race(house: House, { sessions, seed }: GatePlan): Promise<GateVerdict> {
  const random = seeded(seed)
  const ran: { sessionId: string; answers: readonly number[]; closed: boolean }[] = []
  for (let session = 0; session < sessions; session += 1) {
    const stage = await readied(house)
    const close = pick(random, closings)
    const begins = between(random, [0, 20])
    const asks = Array.from({ length: 3 }, () => between(random, [0, 40]))
    const [closed, ...answers] = await Promise.all([
      sleep(begins).then(() => close(house, stage)),
      ...asks.map((after, place) => sleep(after).then(() => release(house, stage, place))),
    ])
    ran.push({ sessionId: stage.sessionId, answers, closed })
  }
  const tooLate = await releasesTooLate(
    house.owner,
    ran.map(({ sessionId }) => sessionId),
  )
  const count = (wanted: (status: number) => boolean) =>
    ran.filter(({ answers }) => answers.some(wanted)).length
  const released = count((status) => status === 200)
  const raced = ran.filter(({ closed }) => closed).length
  return {
    raced,
    released,
    refused: ran.length - released,
    unresolved: count((status) => ![200, 409].includes(status)),
    unmet: tooLate.length,
    which: [...new Set(tooLate)],
    isVoid: raced < sessions || released === 0 || released === ran.length,
  }
}

/** Asked as everyone would: the history through a server, the rest as rows. */
async function readied(house: House): Promise<Arranged<House>> {
  const stage = await stageSession(house)
  const at = `/api/people/${stage.personId}`
  const pressure = { systolicMmHg: 118, diastolicMmHg: 74 }
  for (const ago of [2, 1]) {
    const takenAt = new Date(Date.now() - ago * minute).toISOString()
    await told(house, house.people.prescriber, [
      `${at}/pressures`,
      { id: randomUUID(), ...pressure, takenAt },
    ])
  }
  const taken = Object.entries(values).map(([measure, value]) => ({
    id: randomUUID(),
    measure,
    value,
    title: measure,
  }))
  await told(house, house.people.prescriber, [`${at}/measured`, { on: null, taken }])
  const today = new Date().toISOString().slice(0, 10)
  const answers = [
    ...Object.entries(heard).map(([question, answer]) => ({ question, answer, on: null })),
    ...onFile.map((question) => ({ question, answer: 'on', on: today })),
  ].map((said) => ({ id: randomUUID(), note: '', ...said }))
  await told(house, house.people.prescriber, [`${at}/findings`, { answers }])
  await putReady(stage, Date.now() - 1_000)
  return stage
}

async function told(house: House, who: Someone, asked: readonly [string, object]) {
  const status = await statusOf(house, who, { asked, server: 0 })
  if (status !== 200) throw new Error(`${asked[0]} was answered with ${status}`)
}

async function statusOf(
  { servers }: House,
  who: Someone,
  { asked: [path, body], server }: { asked: readonly [string, object]; server: number },
): Promise<number> {
  const ports = () => servers.map((one) => one.port()).filter((port) => port !== undefined)
  const sent = { body: JSON.stringify(body), key: randomUUID(), turn: server }
  return (await post(path, sent, { ports, ...who }))?.status ?? 0
}

/** By the monitor and the prescriber in turn, on either server. */
const release = (house: House, { sessionId }: Arranged, turn: number): Promise<number> =>
  statusOf(house, turn === 1 ? house.people.prescriber : house.people.monitor, {
    asked: [`/api/sessions/${sessionId}/release`, { id: randomUUID() }],
    server: turn,
  })

type Closing = (house: House, stage: Arranged) => Promise<boolean>

const saying =
  (what: string, body: (house: House) => object, own = false): Closing =>
  async (house, stage) => {
    const who = own ? stage.client : house.people.monitor
    const path = `/api/sessions/${stage.sessionId}/${what}`
    const asked = [path, { id: randomUUID(), ...body(house) }] as const
    return (await statusOf(house, who, { asked, server: 1 })) === 200
  }

/**
 * Each closes one gate: the ride falls through, the guide leaves, "not today", a piece of the kit is missing, a blood
 * pressure too high, consent taken back.
 */
const closings: readonly Closing[] = [
  saying('ride/lost', () => ({})),
  saying('presence', ({ people }) => ({ memberId: people.therapist.seatId, state: 'away' })),
  saying('asked', () => ({ wantsToday: false, safeHome: null, rideId: null }), true),
  saying('told', () => ({ told: { kind: 'equipment', items: ['oxygen'] } })),
  saying('vitals', () => ({
    systolicMmHg: 196,
    diastolicMmHg: 118,
    takenAt: new Date().toISOString(),
  })),
  async (house, stage) => {
    const { rows } = await house.owner.query<{ id: string }>(
      'select id from consent_signature where person_id = $1',
      [stage.personId],
    )
    await putting.withdrawal(stage, Date.now(), rows[0]?.id ?? '')
    return true
  },
]
