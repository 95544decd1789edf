import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addPerson, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { openTablet } from '../app/testing/tablets.ts'
import { fromLibrary } from './library.content.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

let client: Someone
beforeEach(async () => {
  client = await addPerson(owner, practiceId)
  await assign(owner, { member: people.therapist, personId: client.seatId })
})

const handed = (instrumentId = 'phq-9') => ({
  personId: client.seatId,
  instrumentId,
  by: people.therapist,
})
const withToken = (token: string, path: string, body: object) =>
  ask(undefined, path, { headers: { 'throughline-tablet': token }, body })
const heavy = { answers: [1, 1, 1, 1, 1, 1, 1, 1, 2] }
const sheet = (answers: object, more: object = {}) => ({ language: 'en', answers, withheld: {}, ...more })
const stored = async () =>
  (await owner.query('select * from instrument_response where person_id = $1', [client.seatId])).rows

test('what is no worse than the last time is on their list and calls no one: told is not said', async () => {
  await withToken(await openTablet(clinic, handed()), '/api/tablet/answers', sheet(heavy))
  const again = await openTablet(clinic, handed())
  const said = { told: false, listed: true }
  expect((await withToken(again, '/api/tablet/draft', sheet(heavy))).json()).toEqual(said)
  expect((await withToken(again, '/api/tablet/answers', sheet(heavy))).json()).toEqual(said)
})

describe('the version that was on the tablet', () => {
  const gad = fromLibrary('gad-7')!
  const now = gad.version
  afterEach(() => void Object.assign(gad, { version: now }))
  const gads = (more: object = {}) => sheet({ answers: [1, 1, 1, 1, 1, 1, 1] }, more)

  test('opened before an update: kept under its own, not scored by today’s, and a person reads it', async () => {
    const token = await openTablet(clinic, handed('gad-7'))
    Object.assign(gad, { version: '2' })
    const kept = await withToken(token, '/api/tablet/answers', gads({ instrumentVersion: '1' }))
    expect(kept.statusCode).toBe(200)
    expect(await stored()).toMatchObject([{ instrument_version: '1', status: 'unscored', total: null }])
    const { rows } = await owner.query('select kind from task where person_id = $1', [client.seatId])
    expect(rows).toEqual([{ kind: 'unscored-answers' }])
  })

  test('a later one than is here is refused, and nothing of it is taken for another', async () => {
    const token = await openTablet(clinic, handed('gad-7'))
    for (const path of ['/api/tablet/draft', '/api/tablet/answers'])
      expect((await withToken(token, path, gads({ instrumentVersion: '2' }))).json().fields).toEqual([
        { path: 'instrumentVersion', fault: 'wrong-version' },
      ])
    expect(await stored()).toEqual([])
    expect((await withToken(token, '/api/tablet/answers', gads({ instrumentVersion: now }))).statusCode).toBe(
      200,
    )
    expect(await stored()).toMatchObject([{ instrument_version: now, total: 7 }])
  })
})
