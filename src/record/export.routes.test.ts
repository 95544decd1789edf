import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCourse, machineStart } from '../app/testing/arrange.ts'
import { canary } from '../app/testing/canaries.ts'
import { openClinic } from '../app/testing/clinic.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic
const personId = people.client.seatId
const url = `/api/people/${personId}/record`

beforeAll(async () => {
  const { courseId } = await addCourse(owner, practiceId, personId)
  const at = new Date(machineStart)
  await owner.query(
    'insert into insight (practice_id, id, person_id, course_id, words, arisen_at) values ($1, $2, $3, $4, $5, $6)',
    [practiceId, randomUUID(), personId, courseId, canary('insight', personId), at],
  )
  await owner.query(
    'insert into intention (practice_id, id, person_id, course_id, words, said_at) values ($1, $2, $3, $4, $5, $6)',
    [practiceId, randomUUID(), personId, courseId, canary('intention', personId), at],
  )
  await owner.query(
    `insert into suicide_check (practice_id, id, person_id, course_id, answer, asked_by, asked_at)
     values ($1, $2, $3, $4, 'no-thoughts', $5, $6)`,
    [practiceId, randomUUID(), personId, courseId, people.therapist.seatId, at],
  )
})

test('a client gets their own record whole, as a file with a name that tells nothing', async () => {
  const reply = await ask(people.client, url)
  expect(reply.statusCode).toBe(200)
  expect(reply.headers['content-disposition']).toBe('attachment; filename="record.json"')
  expect(reply.body).toContain(canary('insight', personId))
  expect(reply.body).toContain(canary('intention', personId))
  expect(reply.body).not.toContain('no-thoughts')
  expect(reply.json().entry.at(-1).resource).toMatchObject({ resourceType: 'Basic', id: 'withheld' })
})

test('a therapist gets what the client lets them read, and not what they keep', async () => {
  const { body } = await ask(people.therapist, url)
  expect(body).toContain(canary('intention', personId))
  expect(body).toContain('no-thoughts')
  expect(body).not.toContain(canary('insight', personId))
})

test('one client never gets a row of another, and no one else gets any', async () => {
  const { body } = await ask(people.otherClient, `/api/people/${people.otherClient.seatId}/record`)
  expect(body).not.toContain(personId)
  for (const who of [people.administrator, people.auditor, people.coordinator, people.monitor])
    expect((await ask(who, url)).statusCode).toBe(403)
  expect((await ask(people.foreigner, url)).statusCode).toBe(404)
})

test('the same record is the same file: only the moment it was made differs', async () => {
  const [one, other] = [(await ask(people.client, url)).json(), (await ask(people.client, url)).json()]
  expect(JSON.stringify(other.entry)).toBe(JSON.stringify(one.entry))
})

test('each download is on the trail, under whoever took it', async () => {
  const { rows } = await owner.query(
    `select distinct seat_id, outcome from audit_event where action = 'record.export' and outcome = 'done' and person_id = $1`,
    [personId],
  )
  expect(rows.map(({ seat_id }) => seat_id).toSorted()).toEqual(
    [personId, people.therapist.seatId].toSorted(),
  )
})
