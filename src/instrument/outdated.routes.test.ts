import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { fromLibrary } from './library.content.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

/** The house is brought up to date: from now on it asks the second version. Of the first nothing is kept. */
const phq = fromLibrary('phq-9')!
beforeAll(() => void Object.assign(phq, { version: '2' }))
afterAll(() => void Object.assign(phq, { version: '1' }))

const sheet = (ninth: number, more: object = {}) => ({
  id: randomUUID(),
  instrumentId: 'phq-9',
  instrumentVersion: '1',
  language: 'en',
  answers: { answers: [3, 3, 3, 3, 3, 3, 3, 3, ninth] },
  withheld: {},
  ...more,
})
const send = (who: Someone, body: object) => ask(who, `/api/people/${who.seatId}/answers`, { body })
const keep = (who: Someone, body: object) => ask(who, `/api/people/${who.seatId}/asking/draft`, { body })
const kept = async ({ seatId }: Someone) =>
  (
    await owner.query(
      `select instrument_version as version, status, total, scores, flags, answers
       from instrument_response where person_id = $1 order by recorded_at`,
      [seatId],
    )
  ).rows
const tasks = async ({ seatId }: Someone) =>
  (await owner.query('select kind from task where person_id = $1 order by kind', [seatId])).rows.map(
    ({ kind }) => kind,
  )
async function someone(): Promise<Someone> {
  const client = await addPerson(owner, practiceId)
  await assign(owner, { member: people.therapist, personId: client.seatId })
  return client
}

test('begun before an update: kept under its own version, not scored, and a person reads it', async () => {
  const client = await someone()
  const reply = await send(client, sheet(0))
  expect([reply.statusCode, reply.json().help]).toEqual([200, null])
  expect(await kept(client)).toEqual([
    {
      version: '1',
      status: 'unscored',
      total: null,
      scores: {},
      flags: [],
      answers: { answers: [3, 3, 3, 3, 3, 3, 3, 3, 0] },
    },
  ])
  expect(await tasks(client)).toEqual(['unscored-answers'])
})

test('its answer about death reaches a named person, sent or not', async () => {
  const [sent, begun] = [await someone(), await someone()]
  expect((await send(sent, sheet(2))).json().help).toMatchObject({ ownerName: 'Member therapist' })
  expect((await keep(begun, sheet(2))).json().help).toMatchObject({ ownerName: 'Member therapist' })
  expect(await tasks(sent)).toContain('danger-answer')
  expect(await tasks(begun)).toEqual(['danger-answer'])
})

test('asked by a member on a device that did not know: the same, and a later version is refused', async () => {
  const client = await someone()
  const rate = (instrumentVersion: string) =>
    ask(people.therapist, `/api/people/${client.seatId}/ratings`, {
      body: {
        ...sheet(1, { instrumentVersion }),
        ratedAt: null,
        readFrom: null,
        replaces: null,
        handling: null,
      },
    })
  expect((await rate('3')).json().fields).toEqual([{ path: 'instrumentVersion', fault: 'wrong-version' }])
  expect((await rate('1')).statusCode).toBe(200)
  expect(await kept(client)).toMatchObject([{ version: '1', status: 'unscored', total: null }])
  expect(await tasks(client)).toEqual(['danger-answer', 'screen-in-person', 'unscored-answers'])
})

test('answers that would fit no form of today are kept word for word', async () => {
  const client = await someone()
  const answers = { answers: [9, 'once', null, 1], mood: 7 }
  expect((await send(client, sheet(0, { answers }))).statusCode).toBe(200)
  expect(await kept(client)).toMatchObject([{ status: 'unscored', answers }])
})

test('the version of today is scored; one that nobody can have been asked is refused', async () => {
  const client = await someone()
  expect((await send(client, sheet(0, { instrumentVersion: '2' }))).statusCode).toBe(200)
  expect(await kept(client)).toMatchObject([{ version: '2', status: 'complete', total: 24 }])
  for (const instrumentVersion of ['3', '0', 'x'])
    expect((await send(client, sheet(0, { instrumentVersion }))).json().fields).toEqual([
      { path: 'instrumentVersion', fault: 'wrong-version' },
    ])
})

test('the team is told that it is not scored, and reads no number', async () => {
  const client = await someone()
  await send(client, sheet(0))
  const { measures } = (await ask(people.therapist, `/api/people/${client.seatId}/measures`)).json()
  const phq9 = measures.find(({ instrument }: { instrument: { id: string } }) => instrument.id === 'phq-9')
  expect(phq9.responses).toMatchObject([{ status: 'unscored', total: null, classification: {} }])
  expect(phq9.followed.latest).toBeNull()
  // No answer is read in words that it was not given to.
  expect([phq9.instrument.version, phq9.responses[0].instrumentVersion]).toEqual(['2', '1'])
  const { matters } = (await ask(client, `/api/people/${client.seatId}/own-answers`)).json()
  expect(matters[0].times).toMatchObject([{ state: 'answered', answers: null }])
})
