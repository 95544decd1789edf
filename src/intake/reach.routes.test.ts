import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { addPerson, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { faultOf, reachTyped, typedReach, zonesOffered } from './reach-typed.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, owner, practiceId, ask } = clinic

let client: Someone
let was: Record<string, string | null> = {}

const path = () => `/api/people/${client.seatId}/reach`
const standing = async () => (await ask(client, path())).json().reach
const detailsNow = async () => (await ask(people.coordinator, `/api/people/${client.seatId}`)).json().person
const historyNow = async () =>
  (await ask(people.prescriber, `/api/people/${client.seatId}/history`)).json().details
const change = (now: Record<string, string | null>, as = client) =>
  ask(as, path(), { body: { id: randomUUID(), was, now: { ...was, ...now } } })

beforeEach(async () => {
  client = await addPerson(owner, practiceId, 'Ana')
  await assign(owner, { member: people.prescriber, personId: client.seatId })
  was = await standing()
})

test('a client says how they are reached, without a reason; what stood before stays, and staff see whose word it is', async () => {
  const before = await detailsNow()
  const said = { phone: '+1 213 555 0177', calledBy: 'Nita', timeZone: 'America/Denver', city: 'Boulder' }
  expect((await change(said)).statusCode).toBe(200)
  expect(await standing()).toEqual({ ...was, ...said })
  expect(await detailsNow()).toEqual({ ...before, ...said })
  const { corrections, confirmed } = await historyNow()
  expect(confirmed).toBe(false)
  expect(corrections).toEqual([
    {
      id: expect.any(String),
      at: expect.any(Number),
      by: null,
      why: null,
      changed: [
        { part: 'calledBy', was: was['calledBy'], now: 'Nita' },
        { part: 'timeZone', was: 'America/Los_Angeles', now: 'America/Denver' },
        { part: 'phone', was: was['phone'], now: '+1 213 555 0177' },
        { part: 'city', was: was['city'], now: 'Boulder' },
      ],
    },
  ])
  const { rows } = await owner.query(
    `select person_id as about, why from audit_event where action = 'reach.change-own' and seat_id = $1`,
    [client.seatId],
  )
  expect(rows).toEqual([{ about: client.seatId, why: null }])
})

test('what the practice changed meanwhile is not written over, and nothing is changed into itself', async () => {
  const details = await detailsNow()
  const { id: _, ...now } = details
  const body = { id: randomUUID(), was: now, now: { ...now, phone: '1' }, why: 'A call.', someoneElse: false }
  expect((await ask(people.coordinator, `/api/people/${client.seatId}/details`, { body })).statusCode).toBe(
    200,
  )
  const late = await change({ phone: '2' })
  expect([late.statusCode, late.json().kind]).toEqual([409, 'changed-meanwhile'])
  was = await standing()
  expect(was['phone']).toBe('1')
  expect((await change({})).json().kind).toBe('nothing-to-correct')
})

test.each([{ timeZone: 'Mars/Olympus' }, { email: 'nobody' }, { phone: '1\n2' }, { givenName: 'Rita' }])(
  '%j changes nothing',
  async (asked) => {
    const before = await detailsNow()
    const reply = await change(asked as Record<string, string>)
    expect([reply.statusCode, reply.json().kind]).toEqual([422, expect.any(String)])
    expect(await detailsNow()).toEqual(before)
  },
)

test('another client, staff and another practice neither read it here nor change it', async () => {
  for (const as of [people.client, people.prescriber, people.coordinator, people.foreigner]) {
    expect([403, 404]).toContain((await change({ phone: '3' }, as)).statusCode)
    expect([403, 404]).toContain((await ask(as, path())).statusCode)
  }
  expect(await standing()).toEqual(was)
})

test.each([
  ['a name in their own hand', { before: '{"givenName":"Ana"}', after: '{"givenName":"Rita"}' }, null],
  ['a reason in their own hand', { before: '{"phone":null}', after: '{"phone":"4"}' }, 'because'],
])('as the app’s own role, the database takes no %s', async (_, { before, after }, why) => {
  const writing = clinic.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.practice_id', ${practiceId}, true), set_config('app.seat_id', ${client.seatId}, true)`.execute(
      tx,
    )
    await sql`insert into details_correction (practice_id, id, person_id, before, after, why, corrected_by, corrected_at)
      values (${practiceId}, ${randomUUID()}, ${client.seatId}, ${before}::jsonb, ${after}::jsonb, ${why}, ${client.seatId}, now())`.execute(
      tx,
    )
  })
  await expect(writing).rejects.toThrow('details_correction_by_whom')
})

test('nobody unknown sets anything right, and staff not without a reason', async () => {
  const write = (by: string, why: string | null) =>
    owner.query(
      `insert into details_correction (practice_id, id, person_id, before, after, why, corrected_by, corrected_at)
       values ($1, $2, $3, '{"phone":null}', '{"phone":"5"}', $4, $5, now())`,
      [practiceId, randomUUID(), client.seatId, why, by],
    )
  await expect(write(randomUUID(), 'why')).rejects.toThrow('corrected by nobody known')
  await expect(write(people.coordinator.seatId, null)).rejects.toThrow('details_correction_explained')
})

test('what is typed is what is sent: an empty field is not known, and a wrong address is said before', () => {
  const typed = typedReach({
    calledBy: null,
    phone: '1',
    email: null,
    addressLine: null,
    city: null,
    state: null,
    postalCode: null,
    timeZone: 'America/Denver',
  })
  expect(faultOf(typed)).toBe('nothing')
  expect(faultOf({ ...typed, phone: ' 1 ' })).toBe('nothing')
  expect(faultOf({ ...typed, email: 'nobody' })).toBe('email')
  expect(faultOf({ ...typed, phone: 'tomorrow' })).toBe('phone')
  expect(faultOf({ ...typed, phone: 'the school, ext 12' })).toBeUndefined()
  expect(faultOf({ ...typed, timeZone: '' })).toBe('timeZone')
  expect(faultOf({ ...typed, phone: ' ' })).toBeUndefined()
  expect(reachTyped({ ...typed, phone: ' ', email: ' A@B.EXAMPLE ' })).toMatchObject({
    phone: null,
    email: 'a@b.example',
  })
})

test('the zones of the country stand first, in words; one that is not in the list is not lost', () => {
  expect(zonesOffered('en', 'America/Denver')[2]).toEqual({
    value: 'America/Denver',
    words: 'Mountain Time · Denver',
  })
  expect(zonesOffered('es', '')[4]!.words).toMatch(/Los Angeles$/)
  expect(zonesOffered('en', 'Etc/GMT+9')[0]!.value).toBe('Etc/GMT+9')
})
