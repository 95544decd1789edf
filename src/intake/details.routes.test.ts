import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { addPerson, assign } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { answerAllWell, clearanceOf, decideOn } from '../app/testing/deciding.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, owner, practiceId, ask } = clinic

let personId = ''
let was: Record<string, unknown> = {}

beforeEach(async () => {
  const { seatId } = await addPerson(owner, practiceId, 'Ana')
  await assign(owner, { member: people.prescriber, personId: seatId })
  const family = `Prueba ${randomUUID()}`
  await owner.query(`update person set birth_date = '1980-04-02', family_name = $2 where id = $1`, [
    seatId,
    family,
  ])
  personId = seatId
  was = await detailsNow()
})

async function detailsNow(): Promise<Record<string, unknown>> {
  const { person } = (await ask(people.coordinator, `/api/people/${personId}`)).json()
  const { id, ...details } = person
  expect(id).toBe(personId)
  return details
}
interface More {
  readonly as?: Parameters<typeof ask>[0]
  readonly someoneElse?: boolean
  readonly from?: Record<string, unknown>
}
const correct = (change: Record<string, unknown>, more: More = {}) =>
  ask(more.as ?? people.coordinator, `/api/people/${personId}/details`, {
    body: {
      id: randomUUID(),
      was: more.from ?? was,
      now: { ...was, ...change },
      why: 'Her passport says so.',
      someoneElse: more.someoneElse ?? false,
    },
  })
const historyNow = async () =>
  (await ask(people.prescriber, `/api/people/${personId}/history`)).json().details

test('what is set right holds, what stood before stays readable, and the details are to be confirmed again', async () => {
  await ask(people.prescriber, `/api/people/${personId}/details/confirmation`, { body: { id: randomUUID() } })
  expect((await historyNow()).confirmed).toBe(true)
  const reply = await correct({
    birthDate: '1981-04-02',
    phone: '+1 213 555 0101',
    timeZone: 'America/Denver',
  })
  expect(reply.statusCode).toBe(200)
  expect(await detailsNow()).toEqual({
    ...was,
    birthDate: '1981-04-02',
    phone: '+1 213 555 0101',
    timeZone: 'America/Denver',
  })
  const { confirmed, corrections } = await historyNow()
  expect(confirmed).toBe(false)
  expect(corrections).toEqual([
    {
      id: expect.any(String),
      at: expect.any(Number),
      by: expect.any(String),
      why: 'Her passport says so.',
      changed: [
        { part: 'birthDate', was: '1980-04-02', now: '1981-04-02' },
        { part: 'timeZone', was: 'America/Los_Angeles', now: 'America/Denver' },
        { part: 'phone', was: null, now: '+1 213 555 0101' },
      ],
    },
  ])
})

test('an age that rules it out ends a clearance that had not seen it', async () => {
  await answerAllWell(clinic, personId)
  expect((await decideOn(clinic, personId)).statusCode).toBe(200)
  expect((await clearanceOf(clinic, personId)).standing).toBe('clear')
  expect((await correct({ birthDate: '2015-04-02' })).statusCode).toBe(200)
  expect((await clearanceOf(clinic, personId)).standing).toBe('recalled')
})

test('what somebody changed meanwhile is not written over, and nothing is set right into itself', async () => {
  expect((await correct({ city: 'Pasadena' })).statusCode).toBe(200)
  const late = await correct({ city: 'Ventura' })
  expect([late.statusCode, late.json().kind]).toEqual([409, 'changed-meanwhile'])
  was = await detailsNow()
  expect((await correct({})).json().kind).toBe('nothing-to-correct')
  expect((await detailsNow())['city']).toBe('Pasadena')
})

test('a name and a birthday that somebody else here bears are looked at first', async () => {
  const other = await addPerson(owner, practiceId, 'Rita')
  const family = `Gemela ${randomUUID()}`
  await owner.query(`update person set birth_date = '1980-04-02', family_name = $2 where id = $1`, [
    other.seatId,
    family,
  ])
  const change = { givenName: 'Rita', familyName: family }
  const asked = await correct(change)
  expect([asked.statusCode, asked.json().kind]).toEqual([409, 'someone-else-perhaps'])
  expect(await detailsNow()).toEqual(was)
  expect((await correct(change, { someoneElse: true })).statusCode).toBe(200)
  was = await detailsNow()
  // An address says nothing of who it is: nobody is asked about again.
  expect((await correct({ city: 'Ojai' })).statusCode).toBe(200)
})

test.each([
  [{ givenName: '', familyName: '' }, 'malformed'],
  [{ birthDate: '2999-01-01' }, 'date-not-possible'],
  [{ birthDate: '1980-02-31' }, 'malformed'],
  [{ timeZone: 'Mars/Olympus' }, 'malformed'],
  [{ email: 'nobody' }, 'malformed'],
])('%j changes nothing', async (change, kind) => {
  const reply = await correct(change)
  expect([reply.statusCode, reply.json().kind]).toEqual([422, kind])
  expect(await detailsNow()).toEqual(was)
})

test('a therapist who is not on the team, a client and another practice are refused', async () => {
  for (const as of [people.therapist, people.client, people.foreigner])
    expect([403, 404]).toContain((await correct({ city: 'Ojai' }, { as })).statusCode)
  expect(await detailsNow()).toEqual(was)
})

test('as the app’s own role, a birthday changes only with what stood before it and why', async () => {
  const { seatId } = people.coordinator
  const alone = clinic.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.practice_id', ${practiceId}, true), set_config('app.seat_id', ${seatId}, true)`.execute(
      tx,
    )
    const { numAffectedRows } =
      await sql`update person set birth_date = '2001-01-01' where id = ${personId}`.execute(tx)
    expect(numAffectedRows).toBe(1n)
  })
  await expect(alone).rejects.toThrow('details changed without a correction')
  expect(await detailsNow()).toEqual(was)
})
