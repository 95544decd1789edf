import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addLogin, addPerson, assign, machineStart, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

beforeAll(() =>
  owner.query(`insert into care_clock (practice_id, ahead) values ($1, $2::timestamptz - now())`, [
    practiceId,
    new Date(machineStart).toISOString(),
  ]),
)

const sheet = (ninth: number, more: object = {}) => ({
  id: randomUUID(),
  instrumentId: 'phq-9',
  language: 'en',
  answers: { answers: [1, 1, 1, 1, 1, 1, 1, 1, ninth] },
  withheld: {},
  ...more,
})
const send = (who: Someone, body: object, intentKey: string = randomUUID()) =>
  ask(who, `/api/people/${who.seatId}/answers`, { body, intentKey })
const keep = (who: Someone, body: object) => ask(who, `/api/people/${who.seatId}/asking/draft`, { body })
const kept = async ({ seatId }: Someone) =>
  (await owner.query('select id, answers from instrument_response where person_id = $1', [seatId])).rows
const tasks = async ({ seatId }: Someone) =>
  (
    await owner.query(
      `select task.kind, member.name as owner from task join member on member.id = task.owner_seat_id
       where person_id = $1 order by task.kind`,
      [seatId],
    )
  ).rows

async function leave({ seatId }: Someone) {
  await owner.query('update seat set until = now() where id = $1', [seatId])
  await owner.query('update care_team set until = now() where person_id = $1', [seatId])
}
async function someone(): Promise<Someone> {
  const client = await addPerson(owner, practiceId)
  await assign(owner, { member: people.therapist, personId: client.seatId })
  return client
}
async function gone(): Promise<Someone> {
  const client = await someone()
  await leave(client)
  return client
}

test('an answer about death from a device that was still open reaches a named person, sent or not', async () => {
  const [sent, begun] = [await gone(), await gone()]
  expect((await send(sent, sheet(2))).statusCode).toBe(200)
  expect((await keep(begun, sheet(2))).statusCode).toBe(200)
  expect(await kept(sent)).toMatchObject([{ answers: { answers: [1, 1, 1, 1, 1, 1, 1, 1, 2] } }])
  expect((await tasks(sent)).map(({ kind }) => kind)).toContain('danger-answer')
  expect(await tasks(begun)).toEqual([{ kind: 'danger-answer', owner: 'Member coordinator' }])
})

test('what asks for nobody is kept too, and a named person is told that it came after they had left', async () => {
  const client = await gone()
  expect((await send(client, sheet(0))).statusCode).toBe(200)
  expect(await kept(client)).toHaveLength(1)
  expect(await tasks(client)).toEqual([{ kind: 'answered-after', owner: 'Member coordinator' }])
})

test('of those still here it is no matter', async () => {
  const client = await someone()
  await send(client, sheet(0))
  expect(await tasks(client)).toEqual([])
})

test('nothing is read to them: not who reads, not what is asked, not their record', async () => {
  const client = await gone()
  const reply = (await send(client, sheet(2))).json()
  expect(reply.help).toMatchObject({ ownerName: null, reading: { declared: expect.any(Boolean) } })
  for (const path of ['/asking', '/record', '/occasions', ''])
    expect((await ask(client, `/api/people/${client.seatId}${path}`)).json().kind).toBe('seat-ended')
  for (const path of ['asking/shown', 'asking/refused'])
    expect(
      (await ask(client, `/api/people/${client.seatId}/${path}`, { body: { instrumentId: 'phq-9' } })).json()
        .kind,
    ).toBe('seat-ended')
  expect((await ask(client, '/api/here')).statusCode).not.toBe(200)
})

test('sent before they left and again after, it is one form and the first answer', async () => {
  const client = await someone()
  const [body, intentKey] = [sheet(0), randomUUID()]
  await send(client, body, intentKey)
  await leave(client)
  expect((await send(client, body, intentKey)).statusCode).toBe(200)
  expect((await send(client, body)).statusCode).toBe(200)
  expect(await kept(client)).toHaveLength(1)
  expect(await tasks(client)).toEqual([])
})

test('for nobody else: neither another person’s form nor with another one’s sign-in', async () => {
  const [client, other] = [await gone(), await someone()]
  const about = (who: Someone) => `/api/people/${who.seatId}/answers`
  expect((await ask(client, about(other), { body: sheet(2) })).json().kind).toBe('seat-ended')
  const borrowed = { ...client, token: other.token }
  expect((await ask(borrowed, about(client), { body: sheet(2) })).json().kind).toBe('seat-ended')
  expect((await ask({ ...client, token: 'x' }, about(client), { body: sheet(2) })).statusCode).toBe(401)
  expect([await kept(client), await kept(other)]).toEqual([[], []])
})

test('it stands on the trail in their name', async () => {
  const client = await gone()
  await send(client, sheet(0))
  const { rows } = await owner.query(
    `select outcome, seat_id from audit_event where person_id = $1 and action = 'instrument.hand-in'`,
    [client.seatId],
  )
  expect(rows).toEqual([{ outcome: 'done', seat_id: client.seatId }])
})

test('a sign-in that was left alone hands nothing in', async () => {
  const client = await gone()
  const token = await addLogin(owner, client.accountId, 2)
  await owner.query(`update login set seen_at = $1 where account_id = $2`, [
    new Date(machineStart - 21 * 60_000),
    client.accountId,
  ])
  expect((await send({ ...client, token }, sheet(2))).statusCode).toBe(401)
})
