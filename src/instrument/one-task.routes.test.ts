import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { addPerson, assign, machineStart, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { hour, minute } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

const setCare = (at: number) =>
  owner.query(`insert into care_clock (practice_id, ahead) values ($1, $2::timestamptz - now())`, [
    practiceId,
    new Date(at).toISOString(),
  ])
beforeEach(() => setCare(machineStart))

const phq = (ninth: number, more: object = {}) => ({
  id: randomUUID(),
  instrumentId: 'phq-9',
  language: 'en',
  answers: { answers: [1, 1, 1, 1, 1, 1, 1, 1, ninth] },
  withheld: {},
  ...more,
})
const asq = (now: 'yes' | 'no', more: object = {}) => ({
  id: randomUUID(),
  instrumentId: 'asq',
  language: 'en',
  answers: { 1: 'yes', 2: 'no', 3: 'no', 4: 'no', 5: now },
  withheld: {},
  ...more,
})
const send = (who: Someone, body: object) => ask(who, `/api/people/${who.seatId}/answers`, { body })
const raised = async ({ seatId }: Someone) =>
  (
    await owner.query(
      `select kind, urgency, joins is null as leads from task where person_id = $1 order by joins nulls first, kind`,
      [seatId],
    )
  ).rows
const board = async (who: Someone) =>
  (await ask(people.therapist, '/api/tasks'))
    .json()
    .tasks.filter(({ personId }: { personId: string }) => personId === who.seatId)
const climbing = async ({ seatId }: Someone) =>
  (
    await owner.query(
      `select count(*)::int as n from graphile_worker._private_jobs j join task t on j.key = t.practice_id || ' ladder ' || t.id
       where t.person_id = $1`,
      [seatId],
    )
  ).rows[0].n
const see = (who: Someone, taskId: string) =>
  ask(people.therapist, `/api/people/${who.seatId}/tasks/${taskId}/seen`, { body: { id: randomUUID() } })

async function someone(): Promise<Someone> {
  const client = await addPerson(owner, practiceId)
  await assign(owner, { member: people.therapist, personId: client.seatId })
  return client
}

test('one form that asks for several things is one task with all its reasons, and calls once', async () => {
  const client = await someone()
  await send(client, phq(0))
  await setCare(machineStart + 10 * minute)
  await send(client, phq(2, { withheld: { 10: 'in-person' } }))
  const [task, ...others] = await board(client)
  expect(others).toEqual([])
  expect(task).toMatchObject({ kind: 'danger-answer', urgency: 'same-day' })
  expect(task.also.toSorted()).toEqual(['asked-in-person', 'getting-worse'])
  expect(await climbing(client)).toBe(1)
})

test('the screen that it opened joins it, unless it says more: "right now" is a call of its own', async () => {
  const [calm, now] = [await someone(), await someone()]
  for (const client of [calm, now]) await send(client, phq(2))
  await send(calm, asq('no'))
  await send(now, asq('yes'))
  expect((await board(calm)).map(({ kind }: { kind: string }) => kind)).toEqual(['danger-answer'])
  expect(await climbing(calm)).toBe(1)
  const [first, second, ...others] = await board(now)
  expect(others).toEqual([])
  expect([first, second].map(({ kind, urgency }) => [kind, urgency])).toContainEqual([
    'danger-now',
    'at-once',
  ])
  expect(await climbing(now)).toBe(2)
})

test('the most urgent leads, whatever came first in the form', async () => {
  const client = await someone()
  await send(client, asq('yes'))
  const [task, ...others] = await board(client)
  expect(others).toEqual([])
  expect(task).toMatchObject({ kind: 'danger-now', urgency: 'at-once', also: ['danger-answer'] })
})

test('what someone has seen is not made to mean more than they saw', async () => {
  const client = await someone()
  await send(client, phq(1))
  const [first] = await board(client)
  expect((await see(client, first.id)).statusCode).toBe(200)
  await send(client, asq('no'))
  expect((await board(client)).map(({ state }: { state: string }) => state).toSorted()).toEqual([
    'seen',
    'waiting',
  ])
})

test('an hour later it is another sitting, and another thing', async () => {
  const client = await someone()
  await send(client, phq(1))
  await setCare(machineStart + hour + minute)
  await send(client, asq('no'))
  expect(await board(client)).toHaveLength(2)
})

test('closed as one, with one sentence; nobody joins a stranger', async () => {
  const [client, other] = [await someone(), await someone()]
  await send(other, phq(2))
  await send(client, phq(2, { withheld: { 10: 'in-person' } }))
  const [task] = await board(client)
  await see(client, task.id)
  const done = { id: randomUUID(), note: 'Called, safe, seen tomorrow at nine.' }
  const reply = await ask(people.therapist, `/api/people/${client.seatId}/tasks/${task.id}/done`, {
    body: done,
  })
  expect(reply.statusCode).toBe(200)
  expect(await board(client)).toEqual([])
  expect(await board(other)).toHaveLength(1)
  expect(await raised(client)).toEqual([
    { kind: 'danger-answer', urgency: 'same-day', leads: true },
    { kind: 'asked-in-person', urgency: 'same-day', leads: false },
  ])
})

test('what is only listed leads nothing that must be seen today', async () => {
  const client = await someone()
  await send(client, phq(1))
  const [first] = await board(client)
  await see(client, first.id)
  await setCare(machineStart + 3 * hour)
  await send(client, phq(1))
  await send(client, phq(1, { withheld: { 10: 'in-person' } }))
  const open = await board(client)
  expect(open.map(({ urgency }: { urgency: string }) => urgency).toSorted()).toEqual([
    'listed',
    'same-day',
    'same-day',
  ])
})

test('whoever sits with them and sees to it has seen the whole of it', async () => {
  const client = await someone()
  const body = {
    ...asq('yes'),
    ratedAt: null,
    readFrom: null,
    replaces: null,
    handling: 'I am with them, and stay.',
  }
  const reply = await ask(people.therapist, `/api/people/${client.seatId}/ratings`, { body })
  expect(reply.statusCode).toBe(200)
  expect(
    (await board(client)).map(({ kind, state }: { kind: string; state: string }) => [kind, state]),
  ).toEqual([['danger-now', 'seen']])
})
