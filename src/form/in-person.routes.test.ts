import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { invented, textOf } from './testing/files.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

/** About what happened, by a title of its own so that it is a form of its own. */
const bring = (title: string, more: object) =>
  ask(people.administrator, '/api/own-forms', {
    body: {
      id: randomUUID(),
      original: textOf({ ...invented(), title, url: undefined }),
      language: 'en',
      licence: 'Ours',
      danger: [],
      trauma: false,
      ...more,
    },
  })

let client: Someone
let [told, plain] = ['', '']
beforeAll(async () => {
  client = await addPerson(owner, practiceId, 'Ana')
  await owner.query('update seat set since = now() where id = $1', [client.seatId])
  await assign(owner, { member: people.therapist, personId: client.seatId })
  told = (await bring('What happened', { trauma: true })).json().formId
  plain = (await bring('Nights', {})).json().formId
  const line = {
    id: 'begin',
    on: 'enrolment',
    after: { days: 0 },
    opensHoursBefore: 24,
    closesHoursAfter: 24 * 30,
    remindHoursAfter: null,
    instruments: [told, plain],
  }
  await ask(people.administrator, '/api/asking-schedule', { body: { id: randomUUID(), lines: [line] } })
})

test('a form that asks what happened is never handed to someone alone; another is', async () => {
  const asked = (await ask(client, `/api/people/${client.seatId}/asking`)).json()
  expect(asked.due.map(({ instrument }: { instrument: { id: string } }) => instrument.id)).toEqual([plain])
  expect(asked.together).toBe(1)
})

test('whoever sits with them asks it, and it is written down', async () => {
  const url = `/api/people/${client.seatId}/ratings`
  const { instruments } = (await ask(people.therapist, url)).json()
  expect(instruments).toContainEqual(
    expect.objectContaining({ instrument: expect.objectContaining({ id: told }), due: true }),
  )
  const body = {
    id: randomUUID(),
    instrumentId: told,
    language: 'en',
    answers: { said: { q1: 'some', why: 'In their own words' } },
    withheld: { q2: 'declined' },
    ratedAt: null,
    readFrom: null,
    replaces: null,
    handling: null,
  }
  expect((await ask(people.therapist, url, { body })).statusCode).toBe(200)
  const { rows } = await owner.query('select given, answers from instrument_response where id = $1', [
    body.id,
  ])
  expect(rows).toEqual([{ given: 'together', answers: body.answers }])
})

test('the schedule and the list of own forms say so', async () => {
  const { instruments } = (await ask(people.administrator, '/api/asking-schedule')).json()
  const alone = (id: string) => instruments.find((one: { id: string }) => one.id === id).alone
  expect([alone(told), alone(plain)]).toEqual([false, true])
  const { forms } = (await ask(people.administrator, '/api/own-forms')).json()
  expect(forms.find(({ formId }: { formId: string }) => formId === told)).toMatchObject({ trauma: true })
})

test('said otherwise of the same file, it is the next version; a number names danger', async () => {
  expect((await bring('Nights', {})).json()).toMatchObject({ version: 1, outcome: 'known' })
  expect((await bring('Nights', { trauma: true })).json()).toMatchObject({ version: 2, outcome: 'changed' })
  const danger = [{ item: 'q2.1', atLeast: 3 }]
  expect((await bring('Nights', { danger })).json()).toMatchObject({ version: 3 })
  expect((await bring('Nights', { danger })).json()).toMatchObject({ version: 3, outcome: 'known' })
  expect((await bring('Nights', { danger: [{ item: 'q2.1', atLeast: 99 }] })).statusCode).toBe(422)
  const sheet = (hours: number) => ({
    id: randomUUID(),
    instrumentId: plain,
    language: 'en',
    answers: { said: { q2: 'some', 'q2.1': hours } },
    withheld: {},
  })
  const send = async (body: object) =>
    (await ask(client, `/api/people/${client.seatId}/answers`, { body })).json()
  expect((await send(sheet(2))).help).toBeNull()
  expect((await send(sheet(3))).help).toMatchObject({ ownerName: 'Member therapist' })
})
