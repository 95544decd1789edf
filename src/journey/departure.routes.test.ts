import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { makeReady, passTime, putting, release, stageSession, type Stage } from '../app/testing/journey.ts'
import { hour, isoOf, minute } from '../kernel/instant.ts'
import { departureFields } from './departure.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner } = clinic

type Told = { as?: Someone } & Record<string, unknown>

async function leave(stage: Stage, { as = people.monitor, ...told }: Told) {
  const leftAt = isoOf(await careNowOf(clinic))
  return ask(as, `/api/sessions/${stage.sessionId}/departures`, {
    body: { id: randomUUID(), way: 'left', leftAt, ...told },
  })
}
const closing = async (stage: Stage, as = people.therapist) =>
  (await ask(as, `/api/sessions/${stage.sessionId}/closing`)).json()
const phase = async ({ sessionId }: Stage): Promise<string> =>
  (await owner.query('select phase from journey_session where id = $1', [sessionId])).rows[0].phase
const tasks = async ({ personId }: Stage) =>
  (
    await owner.query(
      `select kind, urgency, owner_seat_id as owner, extract(epoch from due_at - raised_at) / 3600 as hours
       from task where person_id = $1 order by kind`,
      [personId],
    )
  ).rows.map(({ hours, ...task }) => ({ ...task, hours: Math.round(Number(hours)) }))

const doseRow = (stage: Stage, at: number) => putting.dose(stage, at)

async function dosed(): Promise<Stage> {
  const stage = await stageSession(clinic)
  const at = await careNowOf(clinic)
  await putting.pressure(stage, at - hour)
  await doseRow(stage, at - hour)
  return stage
}

describe('taken to a hospital', () => {
  const brought = {
    way: 'hospital',
    calledBy: 'Member monitor',
    wentTo: 'County hospital (invented)',
    wentWith: 'Robin, in the ambulance',
    handedOver: 'The list of medicines and every reading since the dose',
  }

  test('is written down with who called, where to, who went with them and what was handed over, and the session is over', async () => {
    const stage = await dosed()
    expect(await phase(stage)).toBe('under-way')
    const calledAt = isoOf((await careNowOf(clinic)) - 20 * minute)
    expect((await leave(stage, { ...brought, calledAt })).statusCode).toBe(200)
    expect(await phase(stage)).toBe('closed')
    const { departures, discharged } = await closing(stage)
    expect(departures).toMatchObject([
      { ...brought, calledAt: Date.parse(calledAt), byName: 'Member monitor' },
    ])
    expect(discharged).toBeNull()
  })

  test('asks for a call there the same day, and for a safety call by the one who was named for it', async () => {
    const stage = await dosed()
    await leave(stage, { ...brought, callbackBy: people.prescriber.seatId })
    const raised = await tasks(stage)
    expect(raised.map(({ kind, urgency }) => [kind, urgency])).toEqual([
      ['safety-callback', 'same-day'],
      ['taken-to-hospital', 'same-day'],
    ])
    expect(raised[0]).toMatchObject({ owner: people.prescriber.seatId, hours: 24 })
    expect(raised[1]).toMatchObject({ owner: people.therapist.seatId })
  })

  test('is taken down before a dose as well, and no dose is released after it', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    await leave(stage, { way: 'hospital' })
    expect(await phase(stage)).toBe('closed')
    expect((await release(stage)).json().kind).toBe('gates-open')
  })
})

describe('left on their own', () => {
  test('calls somebody to reach them at once, unless it is known that they were reached', async () => {
    const [gone, reached] = [await dosed(), await dosed()]
    await leave(gone, { said: 'I need air', toldWhom: 'The prescriber' })
    await leave(reached, { reached: true })
    expect((await tasks(gone)).map(({ kind, urgency }) => [kind, urgency])).toEqual([
      ['left-early', 'at-once'],
      ['safety-callback', 'same-day'],
    ])
    expect((await tasks(reached)).map(({ kind }) => kind)).toEqual(['safety-callback'])
  })

  test('whoever was not asked is not taken for a no', async () => {
    const stage = await dosed()
    await leave(stage, {})
    const { departures, contacts } = await closing(stage)
    expect(departures[0]).toMatchObject({ said: null, toldWhom: null, inWriting: null })
    expect(contacts).toEqual([])
  })

  test('each try to reach them is kept, and closes nothing by itself', async () => {
    const stage = await dosed()
    await leave(stage, { reached: false })
    const triedAt = isoOf(await careNowOf(clinic))
    const tried = await ask(people.therapist, `/api/sessions/${stage.sessionId}/departures/contacts`, {
      body: { id: randomUUID(), reached: true, words: 'At home with her sister', triedAt },
    })
    expect(tried.statusCode).toBe(200)
    expect((await closing(stage)).contacts.map(({ reached }: { reached: boolean }) => reached)).toEqual([
      false,
      true,
    ])
    const { rowCount } = await owner.query(
      `select from task_event e join task t on t.id = e.task_id where t.person_id = $1 and e.kind = 'done'`,
      [stage.personId],
    )
    expect(rowCount).toBe(0)
  })

  test('whoever comes back can still be discharged by the criteria, and a dose given then begins the session again', async () => {
    const stage = await dosed()
    await leave(stage, {})
    await passTime(stage, minute)
    await doseRow(stage, await careNowOf(clinic))
    expect(await phase(stage)).toBe('under-way')
  })

  test('a dose of before they left, written down afterwards, does not bring them back', async () => {
    const stage = await dosed()
    const leftAt = await careNowOf(clinic)
    await leave(stage, {})
    await doseRow(stage, leftAt - 30 * minute)
    expect(await phase(stage)).toBe('closed')
  })
})

test('against advice: what they were told, and whether in writing', async () => {
  const stage = await dosed()
  const advised = { advised: 'Not to drive; someone with you until tomorrow', inWriting: true }
  await leave(stage, { way: 'against-advice', ...advised })
  expect((await closing(stage)).departures).toMatchObject([{ way: 'against-advice', ...advised }])
})

/** All that a correction has to say, most of it that nobody knows. */
const unknown = {
  ...Object.fromEntries(departureFields.map((field) => [field, null])),
  calledAt: null,
  inWriting: null,
  reached: null,
  callbackBy: null,
}

describe('one that was written down wrong', () => {
  test('is corrected by a new one, asks for what the right way asks for, and both are kept', async () => {
    const stage = await dosed()
    const first = (await leave(stage, { reached: true })).json().id
    expect((await leave(stage, { ...unknown, way: 'hospital', corrects: first })).statusCode).toBe(200)
    expect((await closing(stage)).departures.map(({ way }: { way: string }) => way)).toEqual([
      'left',
      'hospital',
    ])
    expect((await tasks(stage)).map(({ kind }) => kind)).toEqual(['safety-callback', 'taken-to-hospital'])
    expect((await leave(stage, { ...unknown, corrects: first })).json().kind).toBe('corrected-already')
  })

  test('and did not happen at all leaves the session as it was', async () => {
    const stage = await dosed()
    const first = (await leave(stage, { reached: true })).json().id
    expect(await phase(stage)).toBe('closed')
    await leave(stage, { corrects: first, struck: true })
    expect(await phase(stage)).toBe('under-way')
    expect((await leave(stage, { ...unknown, corrects: randomUUID() })).json().kind).toBe(
      'nothing-to-correct',
    )
    expect((await leave(stage, { struck: true })).json().kind).toBe('malformed')
  })
})

test('the day in which nothing widens counts from when they left', async () => {
  const stage = await dosed()
  await owner.query(`select set_config('app.practice_id', $1, false)`, [clinic.practiceId])
  const closedUntil = async () => {
    const { rows } = await owner.query('select signing_closed_until($1, care_now($2)) as until', [
      stage.personId,
      clinic.practiceId,
    ])
    return rows[0].until
  }
  expect(await closedUntil()).toBe(Infinity)
  await leave(stage, {})
  expect((await closedUntil()) > new Date()).toBe(true)
  await passTime(stage, 24 * hour + minute)
  expect(await closedUntil()).toBeNull()
})

test('said once and sent twice it is there once; whoever does not take part in the care writes none', async () => {
  const stage = await dosed()
  const [id, leftAt, intentKey] = [randomUUID(), isoOf(await careNowOf(clinic)), randomUUID()]
  const send = () =>
    ask(people.monitor, `/api/sessions/${stage.sessionId}/departures`, {
      body: { id, way: 'left', leftAt },
      intentKey,
    })
  expect([(await send()).statusCode, (await send()).statusCode]).toEqual([200, 200])
  expect((await closing(stage)).departures).toHaveLength(1)
  expect((await leave(stage, { as: people.foreigner })).statusCode).toBe(404)
  expect((await leave(stage, { as: stage.client })).statusCode).toBe(403)
})

test('the chart’s journeys say how each ended, and what was due and not taken before they went', async () => {
  const stage = await dosed()
  const journeys = async () =>
    (await ask(people.therapist, `/api/courses/${stage.courseId}/journeys`)).json().journeys
  expect(await journeys()).toMatchObject([{ number: 1, end: null }])
  await leave(stage, { way: 'hospital' })
  const [journey] = await journeys()
  expect(journey.end).toMatchObject({ how: 'hospital' })
  expect(journey.missed.map(({ key }: { key: string }) => key)).toEqual(['planned 20', 'planned 40'])
  expect((await closing(stage)).missed).toEqual(journey.missed)
  await passTime(stage, 3 * hour)
  expect((await journeys())[0].missed).toEqual(journey.missed)
  expect((await ask(stage.client, `/api/courses/${stage.courseId}/journeys`)).statusCode).toBe(403)
})

test('the client’s own page says nothing of how it ended, and does not say that they are home', async () => {
  const stage = await dosed()
  const home = async () => (await ask(stage.client, `/api/people/${stage.personId}/home`)).json()
  await leave(stage, { way: 'hospital', wentTo: 'County hospital (invented)' })
  expect((await home()).day).toEqual({ kind: 'rest', elsewhere: true })
  expect(JSON.stringify(await home())).not.toMatch(/hospital|advice|left/i)
})
