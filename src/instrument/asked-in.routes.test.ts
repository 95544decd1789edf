import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { addPerson, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { inventedWording } from './testing/wording.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

let client: Someone
beforeEach(async () => {
  client = await addPerson(owner, practiceId)
  await assign(owner, { member: people.therapist, personId: client.seatId })
})
const pcl5 = (language: string, more: object = {}) => ({
  id: randomUUID(),
  instrumentId: 'pcl-5',
  language,
  answers: { answers: Array.from({ length: 20 }, () => 1) },
  withheld: {},
  ...more,
})
const send = (body: object) => ask(client, `/api/people/${client.seatId}/answers`, { body })
const keep = (body: object) => ask(client, `/api/people/${client.seatId}/asking/draft`, { body })
const load = (wording: unknown) =>
  ask(people.administrator, '/api/wordings', {
    body: { id: randomUUID(), instrumentId: 'pcl-5', language: 'es', wording, licence: 'No. 7 of 2026' },
  })
const stored = async (table: string) =>
  (
    await owner.query(`select language, instrument_version from ${table} where person_id = $1`, [
      client.seatId,
    ])
  ).rows

test('in a language that has no words of it, nobody can have been asked: refused, draft and answers alike', async () => {
  for (const reply of [await keep(pcl5('es')), await send(pcl5('es'))])
    expect([reply.statusCode, reply.json().fields]).toEqual([422, [{ path: 'language', fault: 'no-words' }]])
  expect([await stored('instrument_draft'), await stored('instrument_response')]).toEqual([[], []])
  expect((await send(pcl5('en'))).statusCode).toBe(200)
})

test('in words of the practice’s own it is taken, and still when they were taken back meanwhile', async () => {
  await load(inventedWording('pcl-5'))
  expect((await send(pcl5('es'))).statusCode).toBe(200)
  await load(null)
  expect((await send(pcl5('es'))).statusCode).toBe(200)
})

test('a version that is not there is refused, and nothing of it is stored as another', async () => {
  for (const reply of [
    await keep(pcl5('en', { instrumentVersion: '99' })),
    await send(pcl5('en', { instrumentVersion: '99' })),
  ])
    expect([reply.statusCode, reply.json().fields]).toEqual([
      422,
      [{ path: 'instrumentVersion', fault: 'wrong-version' }],
    ])
  expect(await stored('instrument_response')).toEqual([])
  expect((await send(pcl5('en', { instrumentVersion: '1' }))).statusCode).toBe(200)
})

test('what was begun in one language stays in it, whatever a device says later', async () => {
  const phq9 = { ...pcl5('en'), instrumentId: 'phq-9', answers: { answers: [1] } }
  await keep(phq9)
  await keep({ ...phq9, language: 'es', answers: { answers: [1, 2] } })
  expect(await stored('instrument_draft')).toMatchObject([{ language: 'en' }])
})
