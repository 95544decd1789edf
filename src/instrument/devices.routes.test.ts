import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCourse, addPerson, assign, machineStart, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { day, hour, minute } from '../kernel/instant.ts'
import { inPractice, serviceIn } from '../platform/db/door.ts'
import { openDrafts } from './instrument.queries.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

/** The care clock goes with the machine's; here it is set to begin where the requests' own clock stands. */
beforeAll(() =>
  owner.query(`insert into care_clock (practice_id, ahead) values ($1, $2::timestamptz - now())`, [
    practiceId,
    new Date(machineStart).toISOString(),
  ]),
)

const calm = [1, 1, 1, 1, 1, 1, 1, 1, 0]
const sheet = (answers: (number | null)[], more: object = {}) => ({
  id: randomUUID(),
  instrumentId: 'phq-9',
  language: 'en',
  answers: { answers },
  withheld: {},
  ...more,
})
const send = (who: Someone, body: object) => ask(who, `/api/people/${who.seatId}/answers`, { body })
const keep = (who: Someone, body: object) => ask(who, `/api/people/${who.seatId}/asking/draft`, { body })
const storedOf = async (personId: string) =>
  (
    await owner.query(
      'select id, answers, answered_at, clock, course_id from instrument_response where person_id = $1 order by recorded_at',
      [personId],
    )
  ).rows
/** By whose clock, and how many minutes from now; the test itself takes less than two. */
const finishedOf = async (who: Someone) =>
  (await storedOf(who.seatId)).map(({ clock, answered_at: at }) => [
    clock,
    Math.floor((at.getTime() - machineStart) / (2 * minute)) * 2,
  ])
async function someone(): Promise<Someone> {
  const client = await addPerson(owner, practiceId)
  await assign(owner, { member: people.therapist, personId: client.seatId })
  return client
}

test('sent hours later, it stands at the moment it was finished', async () => {
  const client = await someone()
  await send(client, sheet(calm, { finishedAt: machineStart - 7 * hour }))
  expect(await finishedOf(client)).toEqual([['device', -7 * 60]])
})

test.each([
  ['from tomorrow', machineStart + day],
  ['from another decade', 0],
])('a device whose clock cannot be right (%s) is not believed, and that is marked', async (_, finishedAt) => {
  const client = await someone()
  await send(client, sheet(calm, { finishedAt }))
  expect(await finishedOf(client)).toEqual([['bounded', 0]])
})

test('nobody has finished what they were not asked yet: the moment it came holds, and that is marked', async () => {
  const client = await someone()
  const asked = (hours: number, key: string) =>
    owner.query(
      `insert into asking_log (practice_id, id, person_id, key, instrument_id, what, target_at, closes_at, at)
       values ($1, $2, $3, $4, 'phq-9', 'intended', $5, $5, $5)`,
      [practiceId, randomUUID(), client.seatId, key, new Date(machineStart - hours * hour).toISOString()],
    )
  await asked(3, 'later/phq-9')
  await send(client, sheet(calm, { finishedAt: machineStart - 2 * hour }))
  await send(client, sheet(calm, { finishedAt: machineStart - 7 * hour }))
  expect(await finishedOf(client)).toEqual([
    ['device', -2 * 60],
    ['bounded', 0],
  ])
})

test('a moment that a device claims calls nobody later: against what is known now, it is new', async () => {
  const client = await someone()
  const thinking = calm.with(8, 2)
  await send(client, sheet(thinking, { finishedAt: machineStart - 20 * hour }))
  await send(client, sheet(calm, { finishedAt: machineStart - 5 * hour }))
  const again = sheet(thinking, { finishedAt: machineStart - 10 * hour })
  await send(client, again)
  const { rows } = await owner.query('select kind, urgency from task where about_id = $1 order by kind', [
    again.id,
  ])
  expect(rows).toMatchObject([
    { kind: 'danger-answer', urgency: 'same-day' },
    { kind: 'getting-worse', urgency: 'same-day' },
  ])
})

test('a few minutes fast is now, and without a word of the device it is the moment it was received', async () => {
  const [fast, silent] = [await someone(), await someone()]
  await send(fast, sheet(calm, { finishedAt: machineStart + 2 * minute }))
  await send(silent, sheet(calm))
  expect(await finishedOf(fast)).toEqual([['device', 0]])
  expect(await finishedOf(silent)).toEqual([['received', 0]])
})

test('what a slow device has sent is sent, and is not offered to be gone on with', async () => {
  const client = await someone()
  const form = sheet(calm)
  await keep(client, form)
  await send(client, { ...form, finishedAt: machineStart - 4 * minute })
  const open = inPractice(clinic.db, serviceIn(practiceId, 'test'), (tx) => openDrafts(tx, client.seatId))
  expect(await open).toEqual([])
})

test('two devices that go on with one form: nothing said on one is blanked by the other', async () => {
  const client = await someone()
  const form = sheet([1, 2])
  await keep(client, { ...form, withheld: { 4: 'in-person' } })
  await keep(client, { ...form, answers: { answers: [null, 3, 1] } })
  const asked = (await ask(client, `/api/people/${client.seatId}/asking`)).json()
  expect(asked.due[0].draft).toMatchObject({
    answers: { answers: [1, 3, 1, null] },
    withheld: { 4: 'in-person' },
  })
})

test('two devices that send one form with other answers: both are kept, and neither is lost', async () => {
  const client = await someone()
  const form = sheet(calm)
  expect((await send(client, form)).statusCode).toBe(200)
  expect((await send(client, { ...form, answers: { answers: [2, ...calm.slice(1)] } })).statusCode).toBe(200)
  expect((await storedOf(client.seatId)).map(({ answers }) => answers.answers[0])).toEqual([1, 2])
})

test('sent again with another key and the same answers, it is the same form', async () => {
  const client = await someone()
  const form = sheet(calm)
  await send(client, form)
  expect((await send(client, form)).statusCode).toBe(200)
  expect(await storedOf(client.seatId)).toHaveLength(1)
})

test('another person’s form cannot be written over by its id', async () => {
  const [one, other] = [await someone(), await someone()]
  const form = sheet(calm)
  await send(one, form)
  expect((await send(other, { ...form, answers: { answers: [0] } })).json().kind).toBe('id-taken')
  expect(await storedOf(one.seatId)).toHaveLength(1)
})

test('from someone whose course has ended it is kept, under no course, and danger still leads to a person', async () => {
  const client = await someone()
  const { courseId } = await addCourse(owner, practiceId, client.seatId)
  await owner.query('update course set ended_at = $1 where id = $2', [new Date(machineStart), courseId])
  const reply = await send(client, sheet([...calm.slice(0, 8), 2]))
  expect(reply.json().help).toMatchObject({ ownerName: 'Member therapist' })
  expect(await storedOf(client.seatId)).toMatchObject([{ course_id: null }])
})

test('what only a clinician rates is not answered by a client', async () => {
  const client = await someone()
  const body = { ...sheet([]), instrumentId: 'rass', answers: { score: 0 } }
  expect((await send(client, body)).statusCode).toBe(404)
})

test('what a form never told alone: blood in the urine is looked at the same day, as the matter of a clinician', async () => {
  const client = await someone()
  const answers = {
    frequency: 0,
    nocturia: 0,
    urgency: 0,
    pain: 0,
    dysuria: 0,
    haematuria: 1,
    incontinence: 0,
  }
  const reply = await send(client, { ...sheet([]), instrumentId: 'kt-bladder-check', answers })
  expect(reply.json().help).toBeNull()
  const { rows } = await owner.query('select kind, urgency from task where person_id = $1', [client.seatId])
  expect(rows).toEqual([{ kind: 'medical-answer', urgency: 'same-day' }])
})
