import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { addCourse, addGuest, addMember, addPerson, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { answerAllWell, careNowOf, clearanceOf, decideOn } from '../app/testing/deciding.ts'
import { day, hour, isoOf, minute } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, ask, practiceId, people } = clinic

/** What a client tells of their own health, and who is told that it ended a clearance. */
const at = (client: Someone) => `/api/people/${client.seatId}/telling`
const tell = async (client: Someone, said: Readonly<Record<string, string>>) => {
  const told = Object.entries(said).map(([question, answer]) => ({
    id: randomUUID(),
    question,
    answer,
    on: null,
    words: '',
  }))
  const body = { edition: '2026-11-29', language: 'en', said: told }
  expect((await ask(client, at(client), { body })).statusCode).toBe(200)
}

async function cleared() {
  const client = await addPerson(owner, practiceId, 'Ana')
  for (const member of [people.therapist, people.prescriber])
    await assign(owner, { member, personId: client.seatId })
  await owner.query(`update person set birth_date = '1985-05-05' where id = $1`, [client.seatId])
  await answerAllWell(clinic, client.seatId)
  expect((await decideOn(clinic, client.seatId)).statusCode).toBe(200)
  return client
}
const raised = async (client: Someone) =>
  (
    await owner.query(
      `select owner_seat_id as owner, urgency, due_at as due, raised_at as at from task
       where person_id = $1 and kind = 'clearance-ended'`,
      [client.seatId],
    )
  ).rows
const plan = async (client: Someone, at: number) => {
  const { sessionId } = await addCourse(owner, practiceId, client.seatId)
  await owner.query('update journey_session set planned_at = $2 where id = $1', [sessionId, isoOf(at)])
  return sessionId
}
const cover = (opens: number, minutes: number) =>
  owner.query(
    `insert into cover (practice_id, id, weekdays, opens_minute, closes_minute, respond_within_minutes, set_by, set_at)
     values ($1, $2, '{1,2,3,4,5,6,7}', $3, 1440, $4, $5, now())`,
    [practiceId, randomUUID(), opens, minutes, people.coordinator.seatId],
  )

test('the one who cleared is told the same day, once for each clearance', async () => {
  const client = await cleared()
  const second = await addMember(owner, practiceId, ['prescriber'])
  await owner.query(`update care_team set since = now() - interval '2 days' where person_id = $1`, [
    client.seatId,
  ])
  await assign(owner, { member: second, personId: client.seatId })
  await owner.query(
    `update care_team set since = now() - interval '9 days' where person_id = $1 and member_id = $2`,
    [client.seatId, second.seatId],
  )
  await tell(client, { avm: 'no' })
  expect(await raised(client)).toEqual([])
  await tell(client, { avm: 'yes' })
  await tell(client, { aneurysm: 'yes' })
  await tell(client, { avm: 'yes' })
  const tasks = await raised(client)
  expect(tasks).toMatchObject([{ owner: people.prescriber.seatId, urgency: 'same-day' }])
  const { tasks: list } = (await ask(people.prescriber, '/api/tasks')).json()
  expect(list.filter((one: { personId: string }) => one.personId === client.seatId)).toMatchObject([
    { kind: 'clearance-ended', mine: true },
  ])
})

test('where they are not on the team any more, another prescriber of the team; none, whoever is called first', async () => {
  const [one, other] = [await cleared(), await cleared()]
  const second = await addMember(owner, practiceId, ['prescriber'])
  await assign(owner, { member: second, personId: one.seatId })
  for (const { seatId } of [one, other])
    await owner.query('update care_team set until = now() where person_id = $1 and member_id = $2', [
      seatId,
      people.prescriber.seatId,
    ])
  for (const client of [one, other]) await tell(client, { avm: 'yes' })
  expect(await raised(one)).toMatchObject([{ owner: second.seatId }])
  expect(await raised(other)).toMatchObject([{ owner: people.therapist.seatId }])
})

test('it is due when someone next reads, or an hour before the journey, whichever comes first', async () => {
  const [none, far, near, now] = [await cleared(), await cleared(), await cleared(), await cleared()]
  const at = await careNowOf(clinic)
  await cover(0, 10 * 60)
  await plan(far, at + 3 * day)
  await plan(near, at + 4 * hour)
  await plan(now, at + 5 * minute)
  for (const client of [none, far, near, now]) await tell(client, { avm: 'yes' })
  const due = async (client: Someone) => {
    const [task] = await raised(client)
    return Math.round((task.due - task.at) / minute)
  }
  expect(await due(none)).toBe(600)
  expect(await due(far)).toBe(600)
  expect(await due(near)).toBeLessThanOrEqual(180)
  expect(await due(near)).toBeGreaterThan(170)
  expect(await due(now)).toBe(15)
})

test('the row of the journey on Today no longer looks ready, for those who may open it, until it is decided anew', async () => {
  const client = await cleared()
  const sessionId = await plan(client, (await careNowOf(clinic)) + 2 * day)
  const endedFor = async (as: Someone) =>
    (await ask(as, '/api/board'))
      .json()
      .coming.find((one: { sessionId: string }) => one.sessionId === sessionId).clearanceEnded
  expect(await endedFor(people.prescriber)).toBe(false)
  await tell(client, { avm: 'yes' })
  expect(await endedFor(people.prescriber)).toBe(true)
  expect(await endedFor(people.therapist)).toBe(true)
  expect(await endedFor(people.coordinator)).toBe(false)
  const { told } = await clearanceOf(clinic, client.seatId)
  const { id: telling } = told.find(({ about }: { about: { question: string }[] }) =>
    about.some(({ question }) => question === 'avm'),
  )
  const heard = { id: randomUUID(), question: 'avm', answer: 'no', on: null, note: '', telling }
  const findings = `/api/people/${client.seatId}/findings`
  expect((await ask(people.prescriber, findings, { body: { answers: [heard] } })).statusCode).toBe(200)
  expect(await endedFor(people.prescriber)).toBe(true)
  expect((await decideOn(clinic, client.seatId)).statusCode).toBe(200)
  expect(await endedFor(people.prescriber)).toBe(false)
  await tell(client, { avm: 'unsure' })
  await tell(client, { avm: 'yes' })
  expect(await raised(client)).toHaveLength(2)
})

test('the session room says so as well, to those who may open Ready, and not to a guest of the course', async () => {
  const client = await cleared()
  const sessionId = await plan(client, await careNowOf(clinic))
  const saidTo = async (as: Someone) =>
    (await ask(as, `/api/sessions/${sessionId}/room`)).json().clearanceEnded
  const { rows } = await owner.query('select course_id from journey_session where id = $1', [sessionId])
  const guest = await addGuest(
    owner,
    { practiceId: clinic.practiceId, personId: client.seatId, courseId: rows[0].course_id },
    people.foreigner,
  )
  expect(await saidTo(people.therapist)).toBe(false)
  await tell(client, { avm: 'yes' })
  expect(await saidTo(people.therapist)).toBe(true)
  expect(await saidTo(people.prescriber)).toBe(true)
  expect(await saidTo(guest)).toBe(false)
})

test('a told history is due before the journey, too', async () => {
  const client = await cleared()
  await plan(client, (await careNowOf(clinic)) + 2 * day)
  await tell(client, { avm: 'no' })
  await ask(client, `${at(client)}/done`, { body: { id: randomUUID() } })
  const { rows } = await owner.query(
    `select t.due_at < s.planned_at as before from task t join journey_session s on s.person_id = t.person_id
     where t.person_id = $1 and t.kind = 'history-told'`,
    [client.seatId],
  )
  expect(rows).toEqual([{ before: true }])
})
