import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addLogin, addMember, addPerson } from '../app/testing/arrange.ts'
import { openClinic, outcomesOf } from '../app/testing/clinic.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner } = clinic

const newPerson = () => ({
  id: randomUUID(),
  enquiryId: null,
  told: {
    givenName: 'Uma',
    familyName: `Prueba ${randomUUID()}`,
    calledBy: null,
    birthDate: '1990-05-05',
    language: 'es',
    phone: '',
    email: '',
  },
  who: null,
})
const takeIn = '/api/people/taken-in'
/** What taking someone in leaves on the trail: that it was done, and of whom. */
const takenIn = ['done', 'done']

describe('who may open a record', () => {
  test('a therapist of the care team reads it, with the team', async () => {
    const reply = await ask(people.therapist, `/api/people/${people.client.seatId}`)
    expect(reply.statusCode).toBe(200)
    expect(reply.json().person).toMatchObject({ givenName: 'Ana', familyName: 'Prueba' })
    expect(reply.json().team).toHaveLength(3)
  })

  test('a client reads their own and not another’s', async () => {
    expect((await ask(people.client, `/api/people/${people.client.seatId}`)).statusCode).toBe(200)
    expect((await ask(people.client, `/api/people/${people.otherClient.seatId}`)).statusCode).toBe(404)
  })

  test('a therapist who is not on the team is refused', async () =>
    expect((await ask(people.therapist, `/api/people/${people.otherClient.seatId}`)).json()).toMatchObject({
      kind: 'not-allowed',
    }))

  test('a person of another practice is not found', async () =>
    expect((await ask(people.foreigner, `/api/people/${people.client.seatId}`)).statusCode).toBe(404))

  test('nobody comes in without signing in, nor with a token that means nothing', async () => {
    expect((await ask(undefined, `/api/people/${people.client.seatId}`)).statusCode).toBe(401)
    const unknown = { ...people.therapist, token: 'x' }
    expect((await ask(unknown, `/api/people/${people.client.seatId}`)).statusCode).toBe(401)
  })

  test('a member with one factor is asked for the second', async () => {
    const half = { ...people.therapist, token: await addLogin(owner, people.therapist.accountId, 1) }
    const reply = await ask(half, `/api/people/${people.client.seatId}`)
    expect([reply.statusCode, reply.json().kind]).toEqual([403, 'second-factor-needed'])
  })

  test('a disabled member is out at once', async () => {
    const leaver = await addMember(owner, clinic.practiceId, ['coordinator'])
    expect((await ask(leaver, `/api/people/${people.client.seatId}`)).statusCode).toBe(200)
    await owner.query('update member set disabled_at = now() where id = $1', [leaver.seatId])
    const refused = await ask(leaver, `/api/people/${people.client.seatId}`)
    expect([refused.statusCode, refused.json().kind]).toEqual([403, 'seat-ended'])
  })
})

describe('once per intent', () => {
  test('an id that is in use, even elsewhere, is refused and written down, not lost', async () => {
    const [body, intentKey] = [newPerson(), randomUUID()]
    expect((await ask(people.foreigner, takeIn, { body })).statusCode).toBe(200)
    const taken = await ask(people.coordinator, takeIn, { body, intentKey })
    expect([taken.statusCode, taken.json().kind]).toEqual([409, 'id-taken'])
    expect(await outcomesOf(clinic, intentKey)).toEqual(['id-taken'])
  })

  test('ten at once make one person, and all are told the same', async () => {
    const [body, intentKey] = [newPerson(), randomUUID()]
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => ask(people.coordinator, takeIn, { body, intentKey })),
    )
    expect(new Set(replies.map(({ statusCode, body: said }) => `${statusCode} ${said}`)).size).toBe(1)
    expect(replies[0]?.json()).toEqual({ personId: expect.any(String), outcome: 'created' })
    const { rows } = await owner.query('select id from person where family_name = $1', [body.told.familyName])
    expect(rows).toEqual([{ id: replies[0]?.json().personId }])
    expect((await outcomesOf(clinic, intentKey)).toSorted()).toEqual([
      ...takenIn,
      ...Array(9).fill('repeated'),
    ])
  })

  test('the same intent with other content is refused, and that is written down', async () => {
    const [body, intentKey] = [newPerson(), randomUUID()]
    await ask(people.coordinator, takeIn, { body, intentKey })
    const other = await ask(people.coordinator, takeIn, {
      body: { ...body, told: { ...body.told, givenName: 'Other' } },
      intentKey,
    })
    expect([other.statusCode, other.json().kind]).toEqual([409, 'intent-reused'])
    expect(await outcomesOf(clinic, intentKey)).toEqual([...takenIn, 'intent-reused'])
  })

  test('a write without an intent is refused', async () =>
    expect((await ask(people.coordinator, takeIn, { body: newPerson(), intentKey: null })).json().kind).toBe(
      'intent-missing',
    ))

  test('a refusal is evaluated anew: what was refused goes through once it is allowed', async () => {
    const intentKey = randomUUID()
    const body = { id: randomUUID(), memberId: people.monitor.seatId }
    const url = `/api/people/${people.otherClient.seatId}/team`
    expect((await ask(people.monitor, url, { body, intentKey })).statusCode).toBe(403)
    expect((await ask(people.coordinator, url, { body, intentKey })).statusCode).toBe(200)
    expect(await outcomesOf(clinic, intentKey)).toEqual(['not-allowed', 'done'])
  })
})

test('a field that is wrong is named, in the reader’s language', async () => {
  const { told, ...rest } = newPerson()
  const body = { ...rest, told: { ...told, givenName: '' }, shoe: 44 }
  const reply = await ask(people.coordinator, takeIn, {
    body,
    headers: { 'throughline-language': 'es' },
  })
  expect(reply.statusCode).toBe(422)
  expect(reply.json().title).toBe('Algo no está bien aquí.')
  expect(reply.json().fields.map(({ path }: { path: string }) => path)).toContain('told.givenName')
})

test('a write from another origin is refused', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }
  const reply = await ask(people.coordinator, takeIn, { body: newPerson(), headers })
  expect([reply.statusCode, reply.json().kind]).toEqual([403, 'other-origin'])
})

test('every read and refusal is on the trail of the person it is about', async () => {
  const { seatId: personId } = await addPerson(owner, clinic.practiceId)
  await ask(people.coordinator, `/api/people/${personId}`)
  await ask(people.therapist, `/api/people/${personId}`)
  const { rows } = await owner.query(
    'select action, roles, outcome, effect from audit_event where person_id = $1 or subject_id = $1 order by id',
    [personId],
  )
  expect(rows).toEqual([
    { action: 'person.read', roles: 'coordinator', outcome: 'done', effect: false },
    { action: 'person.read', roles: 'therapist', outcome: 'not-allowed', effect: false },
  ])
})
