import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { mailNotice } from '../access/notice.commands.ts'
import type { NoticeJob } from '../access/notice.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { makeReady, readReady, release, stageSession, type Stage } from '../app/testing/journey.ts'
import { day, hour, isoOf, minute } from '../kernel/instant.ts'
import { standOf } from '../measure/schedule.queries.ts'
import { inPractice, nobody, serviceIn } from '../platform/db/door.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic
const as = people.coordinator

const plan = ({ courseId }: Stage, at: number, more: object = {}) =>
  ask(as, `/api/courses/${courseId}/sessions`, { body: { id: randomUUID(), plannedAt: isoOf(at), ...more } })
const move = ({ sessionId }: Stage, at: number, more: object = {}) =>
  ask(as, `/api/sessions/${sessionId}/plan`, {
    body: {
      id: randomUUID(),
      plannedAt: isoOf(at),
      room: null,
      reason: 'The room is being painted.',
      ...more,
    },
  })
const callOff = ({ sessionId }: Stage, more: object = {}) =>
  ask(as, `/api/sessions/${sessionId}/cancel`, {
    body: { id: randomUUID(), reason: 'She has a fever.', ...more },
  })
const homeOf = async (stage: Stage) => (await ask(stage.client, `/api/people/${stage.personId}/home`)).json()
const told = async ({ sessionId }: Stage) =>
  (
    await owner.query(
      'select kind, reason, despite, told_by from session_plan where session_id = $1 order by number',
      [sessionId],
    )
  ).rows

/** Each far from the others, because all share one small team. */
const hours = { next: 400 * day }
const free = async () => (await careNowOf(clinic)) + (hours.next += day)

describe('a plan', () => {
  test('is never for a time that is past', async () => {
    const stage = await stageSession(clinic)
    const at = await careNowOf(clinic)
    expect((await plan(stage, at - 2 * minute)).json().kind).toBe('plan-past')
    expect((await move(stage, at - day)).json().kind).toBe('plan-past')
    expect((await plan(stage, at + 300 * day)).statusCode).toBe(200)
  })

  test('names what is taken at that hour, and goes through once somebody has written why', async () => {
    const [one, other] = [await stageSession(clinic), await stageSession(clinic)]
    const at = await free()
    expect((await plan(one, at, { room: 'Blue room' })).statusCode).toBe(200)
    const taken = await plan(other, at + hour, { room: 'blue room' })
    expect([taken.statusCode, taken.json().kind]).toEqual([409, 'plan-overlaps'])
    expect(taken.json().fields).toEqual(
      expect.arrayContaining([
        { path: 'room', fault: `${at}` },
        { path: 'member', fault: `${at} Member therapist` },
      ]),
    )
    const body = JSON.stringify(taken.json())
    expect(body).not.toContain('Ana')
    const id = randomUUID()
    const despite = 'There are two beds, and Sam sits with her.'
    expect((await plan(other, at + hour, { id, room: 'blue room', despite })).statusCode).toBe(200)
    const { rows } = await owner.query('select despite from session_plan where session_id = $1', [id])
    expect(rows).toEqual([{ despite }])
    expect((await plan(one, at + 2 * hour)).json().fields).toContainEqual({ path: 'person', fault: `${at}` })
  })

  test('for as long as the practice says that a journey takes', async () => {
    const [one, other] = [await stageSession(clinic), await stageSession(clinic)]
    const at = await free()
    const takes = (minutes: number) =>
      ask(people.administrator, '/api/journey-length', { body: { id: randomUUID(), minutes } })
    await plan(one, at, { room: 'Cellar' })
    await takes(90)
    const despite = 'Sam sits with both.'
    expect((await plan(other, at + 2 * hour, { room: 'Cellar' })).statusCode).toBe(200)
    await takes(300)
    const taken = await plan(await stageSession(clinic), at + 4 * hour, { room: 'Cellar' })
    expect(taken.json().fields).toContainEqual({ path: 'room', fault: `${at}` })
    expect((await plan(other, at + 4 * hour, { room: 'Cellar', despite })).statusCode).toBe(200)
    await takes(180)
  })

  test('two who take one room at once do not miss each other', async () => {
    const [one, other] = [await stageSession(clinic), await stageSession(clinic)]
    const at = await free()
    const replies = await Promise.all([one, other].map((stage) => plan(stage, at, { room: 'Attic' })))
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
  })
})

describe('a journey that is moved', () => {
  test('keeps who moved it, when and why; its client reads the new time, and never why', async () => {
    const stage = await stageSession(clinic)
    const at = await free()
    expect((await move(stage, at, { reason: '' })).statusCode).toBe(422)
    expect((await move(stage, at)).statusCode).toBe(200)
    expect(await told(stage)).toEqual([
      { kind: 'moved', reason: 'The room is being painted.', despite: null, told_by: as.seatId },
    ])
    const home = await homeOf(stage)
    expect(home.changed).toMatchObject({ kind: 'moved', to: at })
    expect(JSON.stringify(home)).not.toContain('painted')
  })

  test('and one that is called off are told by a mail that says neither what nor why, once however often it changes', async () => {
    const stage = await stageSession(clinic)
    const letters = () =>
      owner.query<{ payload: NoticeJob }>(
        `select payload from graphile_worker._private_jobs where payload ->> 'accountId' = $1`,
        [stage.client.accountId],
      )
    expect((await letters()).rows).toEqual([])
    await move(stage, await free())
    await move(stage, await free())
    await callOff(stage)
    const { rows } = await letters()
    const payload = { accountId: stage.client.accountId, notice: 'pageChanged', practiceId } as const
    expect(rows).toEqual([{ payload }])
    await inPractice(clinic.db, nobody, (tx) => mailNotice(tx, payload))
    const mails = await owner.query<{ text: string }>(
      `select payload::text as text from graphile_worker._private_jobs where payload::text like '%Something on your page%'`,
    )
    expect(mails.rows).toHaveLength(1)
    expect(mails.rows[0]!.text).not.toMatch(/journey|ketamin|painted|fever|planned|session/i)
  })

  test('by a request that is refused tell nobody', async () => {
    const stage = await stageSession(clinic)
    expect((await move(stage, (await careNowOf(clinic)) - day)).json().kind).toBe('plan-past')
    const { rows } = await owner.query(
      `select from graphile_worker._private_jobs where payload ->> 'accountId' = $1`,
      [stage.client.accountId],
    )
    expect(rows).toEqual([])
  })
})

describe('a journey that is called off', () => {
  test('is no longer ahead, ends its release, and its client is told that, and never why', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    await release(stage)
    expect((await callOff(stage, { reason: ' ' })).statusCode).toBe(422)
    expect((await callOff(stage)).statusCode).toBe(200)
    const ready = await readReady(stage)
    expect([ready.release, ready.ended.gates]).toEqual([null, ['session']])
    expect((await release(stage)).json().kind).toBe('gates-open')
    const home = await homeOf(stage)
    expect(home.changed).toMatchObject({ kind: 'cancelled', to: null })
    expect(home.ahead.filter(({ kind }: { kind: string }) => kind === 'session')).toEqual([])
    expect(JSON.stringify(home)).not.toContain('fever')
    expect(await told(stage)).toMatchObject([{ kind: 'cancelled', reason: 'She has a fever.' }])
  })

  test('frees its room and its people, is not called off twice, and the next plan is the news', async () => {
    const [one, other] = [await stageSession(clinic), await stageSession(clinic)]
    const at = await free()
    await move(one, at, { room: 'Loft' })
    expect((await plan(other, at, { room: 'Loft' })).statusCode).toBe(409)
    await callOff(one)
    expect((await callOff(one)).json().kind).toBe('session-begun')
    expect((await plan(other, at, { room: 'Loft' })).statusCode).toBe(200)
    await plan(one, await free())
    expect((await homeOf(one)).changed).toBeNull()
  })

  test('takes what was to be asked before it off the list, and a move takes it along', async () => {
    const stage = await stageSession(clinic)
    const at = await free()
    await move(stage, at)
    const hanging = await hangingOn(stage)
    expect(hanging.map(({ targetAt }) => targetAt <= at && targetAt > at - 3 * day)).toContain(true)
    await callOff(stage)
    expect(await hangingOn(stage)).toEqual([])
  })
})

/** What is to be asked because of this one journey, by the practice's own schedule. */
const hangingOn = ({ personId, sessionId }: Stage) =>
  inPractice(clinic.db, serviceIn(practiceId, 'test'), async (tx) => {
    const stand = await standOf(tx, personId, await careNowOf(clinic))
    return stand!.plan.filter(({ key }) => key.includes(sessionId))
  })
