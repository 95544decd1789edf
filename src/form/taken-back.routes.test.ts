import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { idFrom } from '../kernel/id.ts'
import { hour, minute } from '../kernel/instant.ts'
import { invented, textOf } from './testing/files.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId, clock } = clinic

let client: Someone
let formId: string

const bring = async () =>
  (
    await ask(people.administrator, '/api/own-forms', {
      body: {
        id: randomUUID(),
        original: textOf(invented()),
        language: null,
        licence: 'Written by this practice, 2026.',
        danger: [{ item: 'safe', answers: ['yes'] }],
        trauma: false,
      },
    })
  ).json()

beforeAll(async () => {
  client = await addPerson(owner, practiceId, 'Ana')
  await assign(owner, { member: people.therapist, personId: client.seatId })
  formId = (await bring()).formId
  const back = { id: randomUUID(), formId, reason: 'The licence ended.' }
  await ask(people.administrator, '/api/own-forms/taken-back', { body: back })
})

interface Sheet {
  readonly id: string
  readonly instrumentVersion?: string
}

const body = (said: object, { id, instrumentVersion = '1' }: Sheet) => ({
  id,
  instrumentId: formId,
  instrumentVersion,
  language: 'en',
  answers: { said },
  withheld: {},
})
const keep = (said: object, sheet: Sheet) =>
  ask(client, `/api/people/${client.seatId}/asking/draft`, { body: body(said, sheet) })
const send = (said: object, sheet: Sheet) =>
  ask(client, `/api/people/${client.seatId}/answers`, { body: body(said, sheet) })
const kept = async () =>
  (await owner.query('select id from instrument_response where person_id = $1', [client.seatId])).rows.map(
    ({ id }) => id,
  )
/** As a browser makes them: with the moment at which the form was begun. */
const begun = (ago: number) => idFrom(clock.machineNow - ago, randomBytes(16))

test('a form that was taken back is begun by no one any more: the refusal says so, and keeps nothing', async () => {
  for (const id of [randomUUID(), begun(-minute)])
    for (const refused of [await send({ q1: 'most' }, { id }), await keep({ q1: 'most' }, { id })])
      expect([refused.statusCode, refused.json().kind]).toEqual([409, 'form-taken-back'])
  expect(await kept()).toEqual([])
})

test('whoever had begun it on their device goes on with it and hands it in', async () => {
  const id = begun(hour)
  expect((await keep({ q1: 'most' }, { id })).statusCode).toBe(200)
  expect((await send({ q1: 'most', q2: 'some', safe: 'no' }, { id })).statusCode).toBe(200)
  expect(await kept()).toContain(id)
})

test('so does whoever had a draft here', async () => {
  const id = randomUUID()
  await owner.query(
    `insert into instrument_draft (practice_id, id, person_id, instrument_id, instrument_version, language, answers,
       withheld, begun_at, saved_at)
     select $1, $2, $3, $4, '1', 'en', '{"said":{"q1":"most"}}', '{}', past, past from (select now() - interval '1 hour' as past) p`,
    [practiceId, id, client.seatId, formId],
  )
  expect((await send({ q1: 'most', q2: 'some', safe: 'no' }, { id })).statusCode).toBe(200)
  expect(await kept()).toContain(id)
})

test('an answer that asks for a person is kept, whenever it comes', async () => {
  const id = randomUUID()
  const reply = await send({ q1: 'some', q2: 'never', safe: 'yes' }, { id })
  expect([reply.statusCode, reply.json().help]).toEqual([200, expect.anything()])
  expect(await kept()).toContain(id)
})

test('brought again, it is asked again', async () => {
  expect(await bring()).toEqual({ formId, version: 2, outcome: 'changed' })
  const id = randomUUID()
  expect((await send({ q1: 'most' }, { id, instrumentVersion: '2' })).statusCode).toBe(200)
  expect(await kept()).toContain(id)
})
