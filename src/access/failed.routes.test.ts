import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { addCourse } from '../app/testing/arrange.ts'
import { openClinic, outcomesOf } from '../app/testing/clinic.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, ask, people, practiceId, faults } = clinic
const personId = people.client.seatId
const { courseId } = await addCourse(owner, practiceId, personId)
const other = await addCourse(owner, practiceId, people.otherClient.seatId)

const insight = (more: object) => ({
  body: { id: randomUUID(), words: 'Something by the water.', sessionId: null, ...more },
})

test('an insight that names another person’s session is refused in words, kept nowhere, and on the trail', async () => {
  const intentKey = randomUUID()
  const reply = await ask(people.client, `/api/courses/${courseId}/insights`, {
    ...insight({ sessionId: other.sessionId }),
    intentKey,
    headers: { 'throughline-language': 'es' },
  })
  expect(reply.statusCode).toBe(422)
  expect(reply.json()).toMatchObject({
    kind: 'not-of-this',
    title: 'Algo de lo que se nombra no es de aquí.',
  })
  expect(await outcomesOf(clinic, intentKey)).toEqual(['not-of-this'])
  expect((await owner.query('select from insight')).rowCount).toBe(0)
})

test('a session that is nobody’s is told in the same words, so that nothing is learnt of which there are', async () => {
  const tell = async (sessionId: string) => {
    const { requestId: _, ...said } = (
      await ask(people.client, `/api/courses/${courseId}/insights`, insight({ sessionId }))
    ).json()
    return said
  }
  expect(await tell(randomUUID())).toEqual(await tell(other.sessionId))
})

test.each([
  ['a NUL', 'by\0the water'],
  ['half of a pair', 'by the \ud83c water'],
])('words with %s in them are refused, and where they stand is named', async (_, words) => {
  const reply = await ask(people.client, `/api/courses/${courseId}/insights`, insight({ words }))
  expect([reply.statusCode, reply.json().kind]).toEqual([422, 'words-not-kept'])
  expect(reply.json().fields).toEqual([{ path: 'words', fault: 'words-not-kept' }])
})

test('what a check of the database refuses is a refusal, and is told to whoever mends it', async () => {
  await owner.query(`alter table insight add constraint planted check (words <> 'planted')`)
  const intentKey = randomUUID()
  const reply = await ask(people.client, `/api/courses/${courseId}/insights`, {
    ...insight({ words: 'planted' }),
    intentKey,
  })
  expect([reply.statusCode, reply.json().kind]).toEqual([422, 'not-possible'])
  expect(await outcomesOf(clinic, intentKey)).toEqual(['not-possible'])
  expect(faults.splice(0)).toMatchObject([{ code: '23514' }])
})

test('what breaks is on the trail all the same, once, as failed; nothing of it is kept', async () => {
  await owner.query('alter table insight rename column words to was_words')
  const intentKey = randomUUID()
  const reply = await ask(people.client, `/api/courses/${courseId}/insights`, { ...insight({}), intentKey })
  await owner.query('alter table insight rename column was_words to words')
  expect([reply.statusCode, reply.json().kind]).toEqual([500, 'internal'])
  expect(faults.splice(0)).toMatchObject([{ code: '42703' }])
  const { rows } = await owner.query(
    `select outcome, action, person_id, seat_id from audit_event where intent_key = $1`,
    [intentKey],
  )
  expect(rows).toEqual([
    { outcome: 'failed', action: 'integration.write', person_id: personId, seat_id: personId },
  ])
  const { openings } = (await ask(people.client, `/api/people/${personId}/openings`)).json()
  expect(openings).toContainEqual(expect.objectContaining({ kind: 'failed', who: 'self', times: 1 }))
})

test('cover that ends before it begins is not something to store', async () => {
  const cover = {
    id: randomUUID(),
    weekdays: [1],
    opensMinute: 600,
    closesMinute: 600,
    respondWithinMinutes: 30,
  }
  const reply = await ask(people.administrator, '/api/cover', { body: cover })
  expect([reply.statusCode, reply.json().kind]).toEqual([422, 'malformed'])
  expect(faults).toEqual([])
})

test('a team is made of those who work here', async () => {
  const join = (memberId: string) =>
    ask(people.coordinator, `/api/people/${personId}/team`, { body: { id: randomUUID(), memberId } })
  for (const stranger of [people.foreigner.seatId, randomUUID(), personId])
    expect((await join(stranger)).json().kind).toBe('not-of-this')
})

test('someone asked about their safety in a session of another’s is told so, and may be asked again', async () => {
  const asking = (sessionId: string | null) =>
    ask(people.therapist, `/api/people/${personId}/asked`, {
      body: { id: randomUUID(), sessionId, answer: 'no-thoughts' },
    })
  expect((await asking(other.sessionId)).json().kind).toBe('not-of-this')
  expect((await asking(null)).statusCode).toBe(200)
})
