import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask } = clinic

const url = (personId: string) => `/api/people/${personId}/openings`
const mine = async () => (await ask(people.client, url(people.client.seatId))).json().openings

test('a client sees by name who read and who wrote, and how often in a day', async () => {
  const personId = people.client.seatId
  await ask(people.therapist, `/api/people/${personId}`)
  await ask(people.therapist, `/api/people/${personId}`)
  await ask(people.coordinator, `/api/people/${personId}/courses`, {
    body: { id: randomUUID(), protocolId: 'sublingual', protocolVersion: '2' },
  })
  const openings = await mine()
  expect(openings).toContainEqual(
    expect.objectContaining({ who: 'member', name: 'Member therapist', kind: 'read', times: 2 }),
  )
  expect(openings).toContainEqual(
    expect.objectContaining({ name: 'Member coordinator', kind: 'wrote', times: 1, roles: ['coordinator'] }),
  )
})

test('their own reading is told as theirs', async () => {
  await mine()
  expect(await mine()).toContainEqual(expect.objectContaining({ who: 'self', kind: 'read' }))
})

test('it is theirs alone: no therapist and no other client may ask, an auditor may', async () => {
  const ofClient = url(people.client.seatId)
  expect((await ask(people.therapist, ofClient)).statusCode).toBe(403)
  expect((await ask(people.otherClient, ofClient)).statusCode).toBe(404)
  expect((await ask(people.auditor, ofClient)).statusCode).toBe(200)
})
