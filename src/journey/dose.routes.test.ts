import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import type { Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import {
  makeReady,
  passTime,
  putting,
  readReady,
  release,
  stageSession,
  type Stage,
} from '../app/testing/journey.ts'
import { hour, isoOf, minute } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner } = clinic

async function give(stage: Stage, more: Record<string, unknown> = {}, as = people.monitor) {
  const body = {
    id: randomUUID(),
    orderId: null,
    product: 'racemic',
    form: 'lozenge',
    route: 'sublingual',
    labelMg: 100,
    labelSalt: 'base',
    identifiers: ['name', 'birth-date'],
    givenAt: isoOf(await careNowOf(clinic)),
    ...more,
  }
  return { id: body.id, reply: await ask(as, `/api/sessions/${stage.sessionId}/doses`, { body }) }
}
const phaseOf = async (stage: Stage) =>
  (await owner.query('select phase from journey_session where id = $1', [stage.sessionId])).rows[0].phase
const tasksOf = async (stage: Stage) =>
  (
    await owner.query(
      `select about_id, owner_seat_id from task where person_id = $1 and kind = 'dose-deviation'`,
      [stage.personId],
    )
  ).rows

async function ready() {
  const stage = await stageSession(clinic)
  return { stage, ...(await makeReady(stage)) }
}

describe('under a live release', () => {
  test('a dose is no deviation, spends the release, and the session is under way', async () => {
    const { stage, orderId } = await ready()
    await release(stage)
    const { reply } = await give(stage, { orderId })
    expect(reply.json()).toMatchObject({ deviation: false, because: [], doubt: null })
    expect([await phaseOf(stage), await tasksOf(stage)]).toEqual(['under-way', []])
    expect((await readReady(stage)).release).toBeNull()
  })

  test('written down after it has ended, with a moment inside it, someone is asked to confirm that moment', async () => {
    const { stage, orderId } = await ready()
    await release(stage)
    const givenAt = isoOf((await careNowOf(clinic)) + minute)
    await passTime(stage, 3 * hour)
    const { id, reply } = await give(stage, { orderId, givenAt })
    expect(reply.json()).toMatchObject({ deviation: false, doubt: null })
    const { rows } = await owner.query('select kind, about_id, urgency from task where person_id = $1', [
      stage.personId,
    ])
    expect(rows).toEqual([{ kind: 'dose-written-late', about_id: id, urgency: 'same-day' }])
    await give(stage, { orderId, givenAt, corrects: id })
    expect((await owner.query('select from task where person_id = $1', [stage.personId])).rowCount).toBe(1)
  })

  test('"ten minutes ago" is an entry like any other, if the release was live then', async () => {
    const { stage, orderId } = await ready()
    await release(stage)
    await passTime(stage, 12 * minute)
    const givenAt = isoOf((await careNowOf(clinic)) - 10 * minute)
    expect((await give(stage, { orderId, givenAt })).reply.json()).toMatchObject({ deviation: false })
  })

  test('another amount than the one that was ordered is a deviation', async () => {
    const { stage, orderId } = await ready()
    await release(stage)
    expect((await give(stage, { orderId, labelMg: 110 })).reply.json()).toMatchObject({
      deviation: true,
      because: ['not-as-ordered'],
    })
  })

  test('two at once: one is under the release, the other is recorded as a deviation', async () => {
    const { stage, orderId } = await ready()
    await release(stage)
    const both = await Promise.all([give(stage, { orderId }), give(stage, { orderId }, people.prescriber)])
    expect(both.map(({ reply }) => reply.statusCode)).toEqual([200, 200])
    expect(both.map(({ reply }) => reply.json().deviation).toSorted()).toEqual([false, true])
  })
})

describe('without one', () => {
  test('a dose is recorded all the same, as a deviation, with a task for who signed the order', async () => {
    const stage = await stageSession(clinic)
    const orderId = await putting.order(stage, await careNowOf(clinic))
    const { id, reply } = await give(stage, { orderId })
    expect([reply.statusCode, reply.json()]).toMatchObject([
      200,
      { deviation: true, because: ['no-release'] },
    ])
    expect(await tasksOf(stage)).toEqual([{ about_id: id, owner_seat_id: people.prescriber.seatId }])
    expect(await phaseOf(stage)).toBe('under-way')
  })

  test('whoever is called for it reads who gave it and what was written down; the desk does not', async () => {
    const stage = await stageSession(clinic)
    const { id } = await give(stage, { labelMg: 120 })
    const doseFor = async (as: Someone) =>
      (await ask(as, '/api/tasks'))
        .json()
        .tasks.find(({ personId }: { personId: string }) => personId === stage.personId)?.dose
    const { rows } = await owner.query('select name from member where id = $1', [people.monitor.seatId])
    const said = {
      product: 'racemic',
      form: 'lozenge',
      route: 'sublingual',
      labelMg: 120,
      labelSalt: 'base',
      givenByName: rows[0].name,
      corrected: false,
    }
    expect(await doseFor(people.prescriber)).toMatchObject(said)
    expect(await doseFor(people.coordinator)).toBeNull()
    await give(stage, { labelMg: 100, corrects: id })
    expect(await doseFor(people.prescriber)).toMatchObject({ ...said, corrected: true })
  })

  test('even with no order at all, by whoever of the team was there', async () => {
    const stage = await stageSession(clinic)
    expect((await give(stage, {}, people.therapist)).reply.json()).toMatchObject({ deviation: true })
  })

  test('nobody can say of it that it is none', async () => {
    const stage = await stageSession(clinic)
    const { reply } = await give(stage, { deviation: false })
    expect(reply.statusCode).toBe(422)
    const app = new pg.Client(clinic.appUrl)
    await app.connect()
    await app.query(`select set_config('app.practice_id', $1, false)`, [clinic.practiceId])
    const direct = app
      .query('insert into dose (practice_id, id, deviation, because) values ($1, $2, false, $3)', [
        clinic.practiceId,
        randomUUID(),
        [],
      ])
      .finally(() => app.end())
    await expect(direct).rejects.toMatchObject({ code: '42501' })
  })

  test('after the release has ended', async () => {
    const { stage, orderId } = await ready()
    await release(stage)
    await passTime(stage, 16 * minute)
    expect((await give(stage, { orderId })).reply.json()).toMatchObject({ because: ['no-release'] })
  })

  test('after consent was taken back, whatever time is claimed', async () => {
    const { stage, orderId, signatureId } = await ready()
    await release(stage)
    await passTime(stage, 5 * minute)
    const at = await careNowOf(clinic)
    await putting.withdrawal(stage, at, signatureId)
    const givenAt = isoOf(at - 4 * minute)
    expect((await give(stage, { orderId, givenAt })).reply.json()).toMatchObject({
      deviation: true,
      because: ['consent'],
    })
  })
})

describe('a device’s clock', () => {
  test('that runs ahead, and an entry made long after, are kept and marked', async () => {
    const stage = await stageSession(clinic)
    const now = await careNowOf(clinic)
    expect((await give(stage, { givenAt: isoOf(now + hour) })).reply.json().doubt).toBe('ahead')
    expect((await give(stage, { givenAt: isoOf(now - 13 * hour) })).reply.json().doubt).toBe('late')
  })
})

describe('a correction', () => {
  test('of the amount stands in for the dose under the same release', async () => {
    const { stage, orderId } = await ready()
    await release(stage)
    const slip = await give(stage, { orderId, labelMg: 10 })
    const now = await give(stage, { orderId, corrects: slip.id })
    expect(now.reply.json()).toMatchObject({ deviation: false })
    expect((await give(stage, { orderId, corrects: slip.id })).reply.json().kind).toBe('corrected-already')
    expect((await give(stage, { corrects: randomUUID() })).reply.json().kind).toBe('nothing-to-correct')
  })

  test('that strikes the only dose leaves the session as it was before', async () => {
    const stage = await stageSession(clinic)
    const slip = await give(stage)
    const struck = await give(stage, { corrects: slip.id, struck: true })
    expect(struck.reply.json()).toMatchObject({ deviation: false })
    expect(await phaseOf(stage)).toBe('planned')
    expect((await owner.query('select from dose where session_id = $1', [stage.sessionId])).rowCount).toBe(2)
  })
})

test('a client and a stranger record none', async () => {
  const stage = await stageSession(clinic)
  expect((await give(stage, {}, stage.client)).reply.statusCode).toBe(403)
  expect((await give(stage, {}, people.foreigner)).reply.statusCode).toBe(404)
})

describe('the room', () => {
  const dosesIn = async ({ sessionId }: Stage) =>
    (await ask(people.therapist, `/api/sessions/${sessionId}/room`)).json().doses
  type Here = Awaited<ReturnType<typeof ready>>
  const says = async ({ stage, rideId }: Here, wants: boolean, as = stage.client) => {
    const safe = { safeHome: wants || null, rideId: wants ? rideId : null }
    const body = { id: randomUUID(), wantsToday: wants, ...safe }
    expect((await ask(as, `/api/sessions/${stage.sessionId}/asked`, { body })).statusCode).toBe(200)
  }

  test('says of a dose after "not today" that they had said so, and staff cannot unsay it', async () => {
    const here = await ready()
    const { stage, orderId } = here
    await release(stage)
    await says(here, false)
    await says(here, true, people.therapist)
    await give(stage, { orderId })
    const [dose] = await dosesIn(stage)
    expect(dose).toMatchObject({ deviation: true })
    const said = Date.parse(dose.saidNoAt)
    expect(Math.abs(said - (await careNowOf(clinic)))).toBeLessThan(5 * minute)
  })

  test('and says it of no dose under a release, nor where they said otherwise themselves', async () => {
    const { stage, orderId } = await ready()
    await release(stage)
    await give(stage, { orderId })
    expect(await dosesIn(stage)).toMatchObject([{ deviation: false, saidNoAt: null }])
    const other = await ready()
    await says(other, false)
    await says(other, true)
    await give(other.stage)
    expect(await dosesIn(other.stage)).toMatchObject([{ deviation: true, saidNoAt: null }])
  })
})
